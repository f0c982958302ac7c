"""The end of a session over HTTP; each view hands over to one use case."""

from uuid import UUID

import msgspec
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from actions.api.inputs.closing import RemarkInput, ReopenInput
from actions.queries.closing import closing_check_of
from actions.records.closing import ClosingCheck
from actions.records.read_back import RemarkRecord, remark_record
from actions.services.closing import close_session, reopen_session
from actions.services.read_back import Said, make_remark
from partnerships.api.views import MemberView
from reflections.api.visiting import ParticipantView
from reflections.records.session import SessionRecord, session_record
from web.json import read
from web.openapi import answer, body


class ClosingCheckView(MemberView):
    """What a session still owes before it can be finished."""

    @extend_schema(responses=answer(ClosingCheck))
    def get(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Show it; what blocks comes first."""
        return Response(closing_check_of(self.member, session_id))


class CloseView(MemberView):
    """The end of a session."""

    @extend_schema(request=None, responses=answer(SessionRecord))
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Finish it; a refusal names in `missing` what is still owed."""
        return Response(session_record(close_session(self.member, session_id)))


class ReopeningView(MemberView):
    """The one time that a finished session is opened again."""

    @extend_schema(request=body(ReopenInput), responses=answer(SessionRecord))
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Open it."""
        reason = read(request, ReopenInput).reason
        return Response(session_record(reopen_session(self.member, session_id, reason=reason)))


class RemarkView(ParticipantView):
    """What somebody says of something that is read back."""

    @extend_schema(request=body(RemarkInput), responses=answer(RemarkRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, remark_id: UUID
    ) -> Response:
        """Say it; the id is made by the caller and makes repeats harmless."""
        said = Said(**msgspec.structs.asdict(read(request, RemarkInput)))
        remark = make_remark(self.participant, remark_id=remark_id, said=said)
        return Response(remark_record(remark))
