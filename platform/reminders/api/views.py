"""Reminders over HTTP."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from actions.api.inputs.actions import ReasonInput
from actions.api.views.actions import ActionStepView
from actions.records.action import ActionRecord
from reminders.services.ladder import stop_reminders
from web.json import read
from web.openapi import answer, body


class StopRemindersView(ActionStepView):
    """The word that an action stays late."""

    @extend_schema(request=body(ReasonInput), responses=answer(ActionRecord))
    def post(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Have nobody told any more, and say why."""
        reason = read(request, ReasonInput).reason
        return self.shown(stop_reminders(self.member, action_id, reason=reason))
