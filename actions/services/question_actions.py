"""Saying which actions belong to a learning question."""

from uuid import UUID

from django.db import transaction

from actions.events.actions import ActionJoinedQuestion, ActionLeftQuestion
from actions.models.question_action import QuestionAction
from actions.queries.log import actions_of
from actions.services.telling import tell
from kernel.clock import now
from partnerships.models.membership import Membership
from reflections.services.questions import question_to_keep


@transaction.atomic
def add_action_to_question(
    member: Membership, question_id: UUID, *, action_id: UUID
) -> QuestionAction:
    """Say that an action is to bring an answer closer; twice is once."""
    question = question_to_keep(member, question_id)
    action = actions_of(member).get(pk=action_id)
    known = QuestionAction.objects.filter(question=question, action=action).first()
    if known:
        return known
    made = QuestionAction.objects.create(question=question, action=action, by=member, at=now())
    tell(ActionJoinedQuestion(action.pk), member, action)
    return made


@transaction.atomic
def take_action_off_question(member: Membership, question_id: UUID, *, action_id: UUID) -> None:
    """Say that an action does not belong to it; one that does not belong to it changes nothing."""
    question = question_to_keep(member, question_id)
    action = actions_of(member).get(pk=action_id)
    removed, _by_model = QuestionAction.objects.filter(question=question, action=action).delete()
    if removed:
        tell(ActionLeftQuestion(action.pk), member, action)
