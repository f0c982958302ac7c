"""Sessions, notes, groups and insights over HTTP; each view hands over to one use case."""

from uuid import UUID

import msgspec
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs import (
    DispositionInput,
    GroupInput,
    GroupTitleInput,
    InsightInput,
    NoteChangeInput,
    NoteInput,
    PhaseInput,
    SessionInput,
)
from reflections.models.insight import Insight
from reflections.models.session import Participant, ReflectionSession
from reflections.queries import participant_of, sessions_of
from reflections.records import (
    GroupRecord,
    InsightRecord,
    NoteRecord,
    ParticipantRecord,
    SessionRecord,
    group_record,
    insight_record,
    note_record,
    participant_record,
    session_record,
)
from reflections.services.groups import group_notes, rename_group, take_out_of_group
from reflections.services.insights import (
    Wording,
    agree_insight,
    dispose_of_insight,
    draft_insight,
)
from reflections.services.notes import add_note, reveal_notes, revise_note, withdraw_note
from reflections.services.sessions import (
    SessionPlan,
    close_session,
    join_session,
    move_to_phase,
    open_input,
    plan_session,
    start_session,
)
from web.json import read
from web.openapi import answer, body, no_answer


class SessionsView(MemberView):
    """The sessions of a partnership."""

    @extend_schema(operation_id="sessions_list", responses=answer(SessionRecord, many=True))
    def get(self, request: Request, partnership_id: UUID) -> Response:
        """List them, newest first."""
        sessions = sessions_of(self.member).prefetch_related("phases")
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
        plan = SessionPlan(**msgspec.structs.asdict(read(request, SessionInput)))
        return _shown(plan_session(self.member, session_id=session_id, plan=plan))


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


class CloseView(MemberView):
    """The end of a session."""

    @extend_schema(request=None, responses=answer(SessionRecord))
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Finish it."""
        return _shown(close_session(self.member, session_id))


class JoinView(MemberView):
    """One's own part in a session."""

    @extend_schema(request=None, responses=answer(ParticipantRecord))
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Join."""
        join_session(self.member, session_id)
        return Response(participant_record(participant_of(self.member, session_id)))


class NoteView(MemberView):
    """One note."""

    @property
    def participant(self) -> Participant:
        """Return the acting party."""
        return participant_of(self.member, self.kwargs["session_id"])

    @extend_schema(request=body(NoteInput), responses=answer(NoteRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, note_id: UUID
    ) -> Response:
        """Add it; the id is made by the caller and makes repeats harmless."""
        note = read(request, NoteInput)
        added = add_note(
            self.participant, note_id=note_id, column_id=note.column_id, text=note.text
        )
        return Response(note_record(added))

    @extend_schema(request=body(NoteChangeInput), responses=answer(NoteRecord))
    def patch(
        self, request: Request, partnership_id: UUID, session_id: UUID, note_id: UUID
    ) -> Response:
        """Change one's own note before the reveal."""
        change = read(request, NoteChangeInput)
        return Response(
            note_record(
                revise_note(self.participant, note_id, text=change.text, version=change.version)
            )
        )

    @extend_schema(request=None, responses=no_answer())
    def delete(
        self, request: Request, partnership_id: UUID, session_id: UUID, note_id: UUID
    ) -> Response:
        """Take one's own note back before the reveal."""
        withdraw_note(self.participant, note_id)
        return Response(status=204)


class RevealView(MemberView):
    """Whether everybody can read the notes."""

    @extend_schema(request=None, responses=no_answer())
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Show all hidden notes to everybody; it cannot be undone."""
        reveal_notes(self.member, session_id)
        return Response(status=204)


class GroupView(MemberView):
    """One group of notes."""

    @extend_schema(request=body(GroupInput), responses=answer(GroupRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, group_id: UUID
    ) -> Response:
        """Put notes into it; it is made if it is not there."""
        group = read(request, GroupInput)
        made = group_notes(
            self.member, session_id, group_id=group_id, note_ids=group.note_ids, title=group.title
        )
        return Response(group_record(made))

    @extend_schema(request=body(GroupTitleInput), responses=answer(GroupRecord))
    def patch(
        self, request: Request, partnership_id: UUID, session_id: UUID, group_id: UUID
    ) -> Response:
        """Give it a title."""
        title = read(request, GroupTitleInput).title
        return Response(
            group_record(rename_group(self.member, session_id, group_id=group_id, title=title))
        )


class NoteGroupView(MemberView):
    """The group that a note is in."""

    @extend_schema(request=None, responses=no_answer())
    def delete(
        self, request: Request, partnership_id: UUID, session_id: UUID, note_id: UUID
    ) -> Response:
        """Take the note out of its group."""
        take_out_of_group(self.member, session_id, note_id=note_id)
        return Response(status=204)


class InsightView(MemberView):
    """One insight."""

    @extend_schema(request=body(InsightInput), responses=answer(InsightRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, insight_id: UUID
    ) -> Response:
        """Word it, or reword it while it is a draft."""
        words = read(request, InsightInput)
        wording = Wording(
            statement=words.statement,
            note_ids=words.note_ids,
            level=words.level,
            dissent=words.dissent,
        )
        insight = draft_insight(
            self.member,
            session_id,
            insight_id=insight_id,
            wording=wording,
            version=words.version,
        )
        return Response(insight_record(insight))


class AgreementView(MemberView):
    """Whether an insight stands."""

    @extend_schema(request=None, responses=answer(InsightRecord))
    def post(
        self, request: Request, partnership_id: UUID, session_id: UUID, insight_id: UUID
    ) -> Response:
        """Agree on it."""
        return _insight(agree_insight(self.member, session_id, insight_id=insight_id))


class DispositionView(MemberView):
    """What becomes of an insight."""

    @extend_schema(request=body(DispositionInput), responses=answer(InsightRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, insight_id: UUID
    ) -> Response:
        """Say what becomes of it."""
        said = read(request, DispositionInput)
        return _insight(
            dispose_of_insight(
                self.member,
                session_id,
                insight_id=insight_id,
                disposition=said.disposition,
                reason=said.reason,
            )
        )


def _shown(session: ReflectionSession) -> Response:
    return Response(session_record(session))


def _insight(insight: Insight) -> Response:
    return Response(insight_record(insight))
