"""What an action's life leaves behind beside its reports: moved dates, reasons, looks at its effect."""

import uuid

from django.db import models

from actions.models.action import ActionItem
from actions.states import Effect, NextStep
from partnerships.models.membership import Membership
from reflections.models.insight import Insight
from reflections.models.question import LearningQuestion


class DueChange(models.Model):
    """Another date for an action, which holds once it is agreed; the first date stays known."""

    id = models.UUIDField(primary_key=True, editable=False)
    action = models.ForeignKey(ActionItem, on_delete=models.CASCADE, related_name="due_changes")
    before = models.DateField()
    after = models.DateField()
    reason = models.CharField(max_length=500)
    asked_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    # Who said yes or no to it; empty while it waits.
    answered_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)
    is_agreed = models.BooleanField(default=False)
    # Why not, where it was refused.
    refusal = models.CharField(max_length=500, blank=True)
    # Whoever asked for it wants it no more.
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["action"],
                condition=models.Q(answered_at__isnull=True),
                name="one_date_at_a_time_waits_for_a_yes",
            ),
            models.CheckConstraint(
                condition=models.Q(answered_at__isnull=False) | models.Q(is_agreed=False),
                name="a_date_is_agreed_by_an_answer",
            ),
            models.CheckConstraint(
                condition=models.Q(taken_back_at__isnull=True)
                | models.Q(answered_at__isnull=False, is_agreed=False),
                name="a_date_that_was_taken_back_does_not_hold",
            ),
        ]


class EffectReview(models.Model):
    """A look at what an action did, by somebody who does not own it."""

    id = models.UUIDField(primary_key=True, editable=False)
    action = models.ForeignKey(ActionItem, on_delete=models.CASCADE, related_name="reviews")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    effect = models.CharField(max_length=11, choices=Effect.choices)
    # What shows it: a number, a story, who says so.
    evidence = models.CharField(max_length=1000)
    # What one learns from it, and where that went: into a session, onto the learning agenda.
    lesson = models.CharField(max_length=1000, blank=True)
    insight = models.OneToOneField(
        Insight, on_delete=models.PROTECT, null=True, related_name="review"
    )
    question = models.OneToOneField(
        LearningQuestion, on_delete=models.PROTECT, null=True, related_name="review"
    )
    next_step = models.CharField(max_length=10, choices=NextStep.choices, blank=True)

    class Meta:
        ordering = ["at"]


class StepReason(models.Model):
    """Why an action took a step that nobody takes without saying why."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    action = models.ForeignKey(ActionItem, on_delete=models.CASCADE, related_name="reasons")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    step = models.CharField(max_length=12)
    text = models.CharField(max_length=500)

    class Meta:
        ordering = ["at"]
