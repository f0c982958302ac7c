"""Everything of a session over HTTP, for programmes."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from actions.queries.export import SessionExport, export_of
from partnerships.api.views import MemberView
from web.openapi import answer


class ExportView(MemberView):
    """Everything of a session in one piece."""

    @extend_schema(responses=answer(SessionExport))
    def get(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Show it as it is now, in the words in which it was written."""
        return Response(export_of(self.member, session_id))
