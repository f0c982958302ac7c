"""Who is at which form, over HTTP."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs.writing import WritingInput
from reflections.queries.writing import writing_in
from reflections.records.writing import WritingRecord
from reflections.services.writing import say_writing, stop_writing
from web.json import read
from web.openapi import answer, body, no_answer


class WritingView(MemberView):
    """The form that one has open in a session."""

    @extend_schema(request=body(WritingInput), responses=answer(WritingRecord, many=True))
    def put(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Give a sign of life; the answer says who else is at which form."""
        said = read(request, WritingInput)
        say_writing(self.member, session_id, doing=said.doing, about_ids=said.about_ids)
        return Response(writing_in([session_id]).get(session_id, []))

    @extend_schema(request=None, responses=no_answer())
    def delete(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Close it."""
        stop_writing(self.member, session_id)
        return Response(status=204)
