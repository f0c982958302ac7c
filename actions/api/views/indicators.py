"""The figures of a partnership over HTTP."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from actions.api.inputs.indicators import IndicatorQuery
from actions.queries.indicators import Selection, indicators_of
from actions.records.indicators import IndicatorsRecord
from partnerships.api.views import MemberView
from web.json import read_query
from web.openapi import answer, query


class IndicatorsView(MemberView):
    """The figures of a partnership's sessions: what became of what was learned."""

    @extend_schema(parameters=query(IndicatorQuery), responses=answer(IndicatorsRecord))
    def get(self, request: Request, partnership_id: UUID) -> Response:
        """Show them, with the load of whoever asks."""
        asked = read_query(request, IndicatorQuery)
        wanted = Selection(theme_id=asked.theme, since=asked.since, until=asked.until)
        return Response(indicators_of(self.member, wanted))
