"""Which actions belong to a learning question."""

from django.db import models

from actions.models.action import ActionItem
from partnerships.models.membership import Membership
from reflections.models.question import LearningQuestion


class QuestionAction(models.Model):
    """That an action is to bring the partnership closer to an answer."""

    question = models.ForeignKey(
        LearningQuestion, on_delete=models.CASCADE, related_name="question_actions"
    )
    action = models.ForeignKey(
        ActionItem, on_delete=models.CASCADE, related_name="question_actions"
    )
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "action"], name="an_action_belongs_to_a_question_once"
            ),
        ]
