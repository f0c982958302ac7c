"""The workbench of a trusted advisor over HTTP: all partnerships that she advises at once."""

from uuid import UUID

import msgspec
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from actions.api.inputs.advising import FollowUpQuery, RoundInput, RoundReportInput
from actions.queries.narrowing import LogFilter
from actions.queries.rounds import round_record
from actions.queries.workbench import follow_up_page, patterns_for
from actions.records.workbench import FollowUpPage, Pattern, RoundRecord
from actions.services.progress import Report
from actions.services.rounds import finish_round, pass_over, report_in_round, start_round
from partnerships.api.views import PersonView
from web.json import read, read_query
from web.openapi import answer, body, query


class FollowUpView(PersonView):
    """The actions that ask for an advisor."""

    @extend_schema(parameters=query(FollowUpQuery), responses=answer(FollowUpPage))
    def get(self, request: Request) -> Response:
        """List them in the order in which they ask for attention, a page at a time."""
        asked = msgspec.structs.asdict(read_query(request, FollowUpQuery))
        slug, after, most = (asked.pop(name) for name in ("partnership", "after", "most"))
        wanted = LogFilter(**asked)
        return Response(follow_up_page(self.person, wanted, slug=slug, after=after, most=most))


class PatternsView(PersonView):
    """What hinders actions in several of her partnerships."""

    @extend_schema(operation_id="patterns_list", responses=answer(Pattern, many=True))
    def get(self, request: Request) -> Response:
        """List the kinds of hindrance, the most widespread first."""
        return Response(patterns_for(self.person))


class RoundView(PersonView):
    """One follow-up round of her own."""

    @extend_schema(responses=answer(RoundRecord))
    def get(self, request: Request, round_id: UUID) -> Response:
        """Show how far it is, and what it gave."""
        return Response(round_record(self.person, round_id))

    @extend_schema(request=body(RoundInput), responses=answer(RoundRecord))
    def put(self, request: Request, round_id: UUID) -> Response:
        """Start it; the id is made by the caller and makes repeats harmless."""
        action_ids = read(request, RoundInput).action_ids
        start_round(self.person, round_id=round_id, action_ids=action_ids)
        return Response(round_record(self.person, round_id))


class RoundReportView(PersonView):
    """What is said of one action of a round."""

    @extend_schema(request=body(RoundReportInput), responses=answer(RoundRecord))
    def put(self, request: Request, round_id: UUID, action_id: UUID) -> Response:
        """Report on it: the same as a report anywhere else."""
        said = msgspec.structs.asdict(read(request, RoundReportInput))
        check_in_id = said.pop("check_in_id")
        report_in_round(
            self.person, round_id, action_id, check_in_id=check_in_id, report=Report(**said)
        )
        return Response(round_record(self.person, round_id))

    @extend_schema(responses=answer(RoundRecord))
    def delete(self, request: Request, round_id: UUID, action_id: UUID) -> Response:
        """Go on without a report."""
        pass_over(self.person, round_id, action_id)
        return Response(round_record(self.person, round_id))


class RoundEndView(PersonView):
    """The end of a round."""

    @extend_schema(request=None, responses=answer(RoundRecord))
    def post(self, request: Request, round_id: UUID) -> Response:
        """Finish it, and show what it gave."""
        finish_round(self.person, round_id)
        return Response(round_record(self.person, round_id))
