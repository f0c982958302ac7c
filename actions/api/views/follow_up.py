"""What is open from before, over HTTP."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from actions.queries.follow_up import (
    due_decisions_before,
    open_actions_before,
    open_insights_before,
)
from actions.records.decision import DecisionRecord
from actions.records.follow_up import OpenAction, OpenInsight
from partnerships.api.views import MemberView
from web.openapi import answer


class OpenActionsView(MemberView):
    """The open actions that a session looks at first."""

    @extend_schema(operation_id="open_actions_list", responses=answer(OpenAction, many=True))
    def get(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """List them in the order in which they ask for attention."""
        return Response(open_actions_before(self.member, session_id))


class DueDecisionsView(MemberView):
    """The decisions whose day to look again has come, which a session looks at first, too."""

    @extend_schema(operation_id="due_decisions_list", responses=answer(DecisionRecord, many=True))
    def get(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """List them, the longest waiting first."""
        return Response(due_decisions_before(self.member, session_id))


class OpenInsightsView(MemberView):
    """What earlier sessions asked others or parked, which a session looks at first, too."""

    @extend_schema(operation_id="open_insights_list", responses=answer(OpenInsight, many=True))
    def get(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """List them, the oldest first."""
        return Response(open_insights_before(self.member, session_id))
