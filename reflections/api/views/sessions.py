"""Sessions over HTTP; each view hands over to one use case."""

from uuid import UUID

import msgspec
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs.sessions import (
    CancellationInput,
    DetailsInput,
    PhaseInput,
    SessionInput,
)
from reflections.models.session import ReflectionSession
from reflections.queries.participants import participant_of
from reflections.queries.sessions import sessions_of
from reflections.records.participant import ParticipantRecord, participant_record
from reflections.records.session import SessionRecord, session_record
from reflections.services.changing import cancel_session, change_session
from reflections.services.details import SessionDetails
from reflections.services.joining import join_session
from reflections.services.leading import move_to_phase, open_input, start_session
from reflections.services.planning import SessionPlan, draft_session, plan_draft, plan_session
from web.json import read
from web.openapi import answer, body


class SessionsView(MemberView):
    """The sessions of a partnership."""

    @extend_schema(operation_id="sessions_list", responses=answer(SessionRecord, many=True))
    def get(self, request: Request, partnership_id: UUID) -> Response:
        """List them, newest first."""
        sessions = sessions_of(self.member).prefetch_related("phases", "themes")
        return Response([session_record(session) for session in sessions])


class SessionView(MemberView):
    """One session."""

    @extend_schema(responses=answer(SessionRecord))
    def get(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Show it."""
        return _shown(sessions_of(self.member).get(pk=session_id))

    @extend_schema(request=body(SessionInput), responses=answer(SessionRecord))
    def put(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Plan it from a template; the id is made by the caller and makes repeats harmless."""
        plan = _plan(read(request, SessionInput))
        return _shown(plan_session(self.member, session_id=session_id, plan=plan))

    @extend_schema(request=body(DetailsInput), responses=answer(SessionRecord))
    def patch(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Change what was planned, until it is live; what is not sent becomes empty."""
        said = msgspec.structs.asdict(read(request, DetailsInput))
        version = said.pop("version")
        details = SessionDetails(**said)
        return _shown(change_session(self.member, session_id, details=details, version=version))


class DraftView(MemberView):
    """A session that only those see who plan."""

    @extend_schema(request=body(SessionInput), responses=answer(SessionRecord))
    def put(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Keep the draft of a plan; the id is made by the caller and makes repeats harmless."""
        plan = _plan(read(request, SessionInput))
        return _shown(draft_session(self.member, session_id=session_id, plan=plan))


class PlanView(MemberView):
    """The end of drafting."""

    @extend_schema(request=None, responses=answer(SessionRecord))
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Let everybody see a draft."""
        return _shown(plan_draft(self.member, session_id))


class CancellationView(MemberView):
    """Calling a session off."""

    @extend_schema(request=body(CancellationInput), responses=answer(SessionRecord))
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Cancel it, and say why."""
        reason = read(request, CancellationInput).reason
        return _shown(cancel_session(self.member, session_id, reason=reason))


class InputView(MemberView):
    """Whether people may add notes before the session starts."""

    @extend_schema(request=None, responses=answer(SessionRecord))
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Open the session for input."""
        return _shown(open_input(self.member, session_id))


class StartView(MemberView):
    """The start of a session."""

    @extend_schema(request=None, responses=answer(SessionRecord))
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Go live."""
        return _shown(start_session(self.member, session_id))


class PhaseView(MemberView):
    """The phase a session is in."""

    @extend_schema(request=body(PhaseInput), responses=answer(SessionRecord))
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Go to a phase."""
        phase_id = read(request, PhaseInput).phase_id
        return _shown(move_to_phase(self.member, session_id, phase_id=phase_id))


class JoinView(MemberView):
    """One's own part in a session."""

    @extend_schema(request=None, responses=answer(ParticipantRecord))
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Join."""
        join_session(self.member, session_id)
        return Response(participant_record(participant_of(self.member, session_id)))


def _plan(said: SessionInput) -> SessionPlan:
    return SessionPlan(**msgspec.structs.asdict(said))


def _shown(session: ReflectionSession) -> Response:
    return Response(session_record(session))
