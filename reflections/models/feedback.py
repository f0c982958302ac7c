"""Feedback: what those who gave input are told of what became of it, or when they will be told."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnerships.models.membership import Membership
from reflections.models.insight import Insight
from reflections.models.session import ReflectionSession


class FeedbackAnswer(models.TextChoices):
    """What is done with the input."""

    DONE = "done", _("it is done")
    DOING = "doing", _("we are at it")
    PLANNED = "planned", _("we will do it")
    NOT_DOING = "not_doing", _("we will not do it")
    PASSED_ON = "passed_on", _("we passed it on")


class Feedback(models.Model):
    """One answer, about an insight and so about its notes, or about the session as a whole.

    Until it is published only its date is for everybody: "we answer by then". What was published
    stays as it is; what is new is told in another one.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    session = models.ForeignKey(
        ReflectionSession, on_delete=models.CASCADE, related_name="feedback"
    )
    # Empty: it is about the whole session.
    insight = models.ForeignKey(
        Insight, on_delete=models.CASCADE, null=True, related_name="feedback"
    )
    answer = models.CharField(max_length=9, choices=FeedbackAnswer.choices, blank=True)
    text = models.TextField(max_length=2000, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    promised_by = models.DateField(null=True)
    drafted_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    published_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["drafted_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text="") | models.Q(promised_by__isnull=False),
                name="feedback_has_a_text_or_a_date",
            ),
            models.CheckConstraint(
                condition=models.Q(published_at__isnull=True)
                | ~(models.Q(text="") | models.Q(answer="")),
                name="published_feedback_answers",
            ),
            models.UniqueConstraint(
                fields=["insight"],
                condition=models.Q(published_at__isnull=True),
                name="one_feedback_in_work_per_insight",
            ),
            models.UniqueConstraint(
                fields=["session"],
                condition=models.Q(published_at__isnull=True, insight__isnull=True),
                name="one_feedback_in_work_per_session",
            ),
        ]
