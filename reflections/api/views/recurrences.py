"""Insights that come back, over HTTP; each view hands over to one use case."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs.recurrences import ComparisonInput
from reflections.queries.recurrences import proposed_recurrences, recurrences_of
from reflections.records.recurrence import (
    ProposedRecurrence,
    RecurrenceRecord,
    recurrence_record,
)
from reflections.services.recurrences import compare_insights, take_comparison_back
from web.json import read
from web.openapi import answer, body, no_answer


class RecurrencesView(MemberView):
    """Which insights were compared with an earlier one."""

    @extend_schema(operation_id="recurrences_list", responses=answer(RecurrenceRecord, many=True))
    def get(self, request: Request, partnership_id: UUID) -> Response:
        """List what was found, the latest first."""
        return Response(recurrences_of(self.member))


class ProposedRecurrencesView(MemberView):
    """Which insights may say an earlier one again, by their wording."""

    @extend_schema(
        operation_id="proposed_recurrences_list", responses=answer(ProposedRecurrence, many=True)
    )
    def get(self, request: Request, partnership_id: UUID) -> Response:
        """List those that whoever asks can decide about, the most alike first."""
        return Response(proposed_recurrences(self.member))


class ComparisonView(MemberView):
    """What somebody says of an insight and an earlier one."""

    @extend_schema(request=body(ComparisonInput), responses=answer(RecurrenceRecord))
    def put(
        self, request: Request, partnership_id: UUID, insight_id: UUID, earlier_id: UUID
    ) -> Response:
        """Say whether the one says the other again."""
        is_same = read(request, ComparisonInput).is_same
        found = compare_insights(self.member, insight_id, earlier_id=earlier_id, is_same=is_same)
        return Response(recurrence_record(found))

    @extend_schema(request=None, responses=no_answer())
    def delete(
        self, request: Request, partnership_id: UUID, insight_id: UUID, earlier_id: UUID
    ) -> Response:
        """Take it back, so that it is open again."""
        take_comparison_back(self.member, insight_id, earlier_id=earlier_id)
        return Response(status=204)
