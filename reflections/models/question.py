"""Learning questions: what a partnership wants to learn about, until it is answered or gone."""

import uuid

from django.db import models

from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership, Theme
from reflections.learning_agenda import Order, QuestionState
from reflections.models.insight import Insight
from reflections.models.session import ReflectionSession


class LearningQuestion(models.Model):
    """One question on the learning agenda of a partnership."""

    id = models.UUIDField(primary_key=True, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="questions")
    number = models.PositiveIntegerField()
    text = models.CharField(max_length=500)
    order = models.CharField(max_length=6, choices=Order.choices, blank=True)
    # What stands in the way, of which it was made.
    barrier = models.CharField(max_length=500, blank=True)
    # What of the ambition it serves.
    ambition_link = models.CharField(max_length=500, blank=True)
    # Whom it may hurt to ask or to answer it, and how.
    risk_for = models.CharField(max_length=500, blank=True)
    themes = models.ManyToManyField(Theme, blank=True, related_name="questions")
    # Where it was asked first; empty where somebody asked it between two sessions.
    opened_in = models.ForeignKey(
        ReflectionSession, on_delete=models.PROTECT, null=True, related_name="questions"
    )
    # The insight that asks it.
    insight = models.OneToOneField(
        Insight, on_delete=models.PROTECT, null=True, related_name="learning_question"
    )
    opened_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    state = models.CharField(
        max_length=9, choices=QuestionState.choices, default=QuestionState.OPEN
    )
    ended_at = models.DateTimeField(null=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="merged"
    )
    # A session of its own that is planned for it.
    deep_dive = models.ForeignKey(
        ReflectionSession, on_delete=models.SET_NULL, null=True, related_name="deep_dives"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "number"], name="question_numbered_once_per_partnership"
            ),
            models.CheckConstraint(
                condition=models.Q(state=QuestionState.MERGED) ^ models.Q(merged_into__isnull=True),
                name="merged_questions_say_into_which",
            ),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")),
                name="no_question_is_part_of_itself",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class ProvisionalAnswer(models.Model):
    """What the partnership thinks for now; a later answer stands beside it, not instead of it."""

    id = models.UUIDField(primary_key=True, editable=False)
    question = models.ForeignKey(LearningQuestion, on_delete=models.CASCADE, related_name="answers")
    text = models.CharField(max_length=1000)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]


class QuestionTalk(models.Model):
    """That a session talked about a question."""

    question = models.ForeignKey(LearningQuestion, on_delete=models.CASCADE, related_name="talks")
    session = models.ForeignKey(ReflectionSession, on_delete=models.CASCADE, related_name="talks")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["question", "session"], name="a_session_talks_about_a_question_once"
            ),
        ]


class QuestionReason(models.Model):
    """Why a question took a step that nobody takes without saying why."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.ForeignKey(LearningQuestion, on_delete=models.CASCADE, related_name="reasons")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    step = models.CharField(max_length=8)
    text = models.CharField(max_length=500)

    class Meta:
        ordering = ["at", "pk"]
