"""What themes send up to the region, over HTTP; each view hands over to one use case."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs.region_items import RegionItemInput, ReplyInput
from reflections.records.region_item import RegionItemRecord, region_item_record
from reflections.services.region import reply_to_item, send_up, take_back
from web.json import read
from web.openapi import answer, body, no_answer


class RegionItemView(MemberView):
    """One insight on its way to the region."""

    @extend_schema(request=body(RegionItemInput), responses=answer(RegionItemRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, item_id: UUID
    ) -> Response:
        """Send it up; the id is made by the caller and makes repeats harmless."""
        said = read(request, RegionItemInput)
        item = send_up(
            self.member, session_id, item_id=item_id, insight_id=said.insight_id, ask=said.ask
        )
        return Response(region_item_record(item))

    @extend_schema(request=None, responses=no_answer())
    def delete(
        self, request: Request, partnership_id: UUID, session_id: UUID, item_id: UUID
    ) -> Response:
        """Take it back, until there is a reply."""
        take_back(self.member, session_id, item_id=item_id)
        return Response(status=204)


class ReplyView(MemberView):
    """The reply of the region."""

    @extend_schema(request=body(ReplyInput), responses=answer(RegionItemRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, item_id: UUID
    ) -> Response:
        """Reply, in the region-wide session that the address names; or reword the reply."""
        said = read(request, ReplyInput)
        item = reply_to_item(
            self.member, session_id, item_id=item_id, reply=said.reply, version=said.version
        )
        return Response(region_item_record(item))
