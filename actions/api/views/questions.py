"""The actions of a learning question over HTTP."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from actions.api.inputs.questions import QuestionActionInput
from actions.queries.questions import actions_of_question
from actions.records.action import ActionRecord
from actions.services.question_actions import add_action_to_question, take_action_off_question
from partnerships.api.views import MemberView
from reflections.queries.questions import questions_of
from web.json import read
from web.openapi import answer, body, no_answer


class QuestionActionsView(MemberView):
    """The actions that are to bring an answer closer."""

    @extend_schema(operation_id="question_actions_list", responses=answer(ActionRecord, many=True))
    def get(self, request: Request, partnership_id: UUID, question_id: UUID) -> Response:
        """List them in the order in which they ask for attention."""
        questions_of(self.member).get(pk=question_id)
        return Response(actions_of_question(self.member, question_id))

    @extend_schema(request=body(QuestionActionInput), responses=answer(ActionRecord, many=True))
    def post(self, request: Request, partnership_id: UUID, question_id: UUID) -> Response:
        """Add one."""
        action_id = read(request, QuestionActionInput).action_id
        add_action_to_question(self.member, question_id, action_id=action_id)
        return Response(actions_of_question(self.member, question_id))


class QuestionActionView(MemberView):
    """That an action is to bring an answer closer."""

    @extend_schema(request=None, responses=no_answer())
    def delete(
        self, request: Request, partnership_id: UUID, question_id: UUID, action_id: UUID
    ) -> Response:
        """Take it back."""
        take_action_off_question(self.member, question_id, action_id=action_id)
        return Response(status=204)
