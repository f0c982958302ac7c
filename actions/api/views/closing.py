"""The end of a session over HTTP; each view hands over to one use case."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from actions.services.closing import close_session
from partnerships.api.views import MemberView
from reflections.records.session import SessionRecord, session_record
from web.openapi import answer


class CloseView(MemberView):
    """The end of a session."""

    @extend_schema(request=None, responses=answer(SessionRecord))
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Finish it."""
        return Response(session_record(close_session(self.member, session_id)))
