"""The read-back at the end of a session: each action and decision once more, aloud."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from actions.models.action import ActionItem
from actions.models.decision import Decision
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession


class Verdict(models.TextChoices):
    """What somebody says when something is read back."""

    MEANT = "meant", _("this is what we meant")
    DISSENT = "dissent", _("I see it differently")


class Remark(models.Model):
    """That something was read back and meant so, or that somebody sees it differently."""

    id = models.UUIDField(primary_key=True, editable=False)
    session = models.ForeignKey(ReflectionSession, on_delete=models.CASCADE, related_name="remarks")
    action = models.ForeignKey(
        ActionItem, on_delete=models.CASCADE, null=True, related_name="remarks"
    )
    decision = models.ForeignKey(
        Decision, on_delete=models.CASCADE, null=True, related_name="remarks"
    )
    verdict = models.CharField(max_length=7, choices=Verdict.choices)
    text = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="remarks")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(action__isnull=True) ^ models.Q(decision__isnull=True),
                name="a_remark_is_about_one_thing",
            ),
            models.CheckConstraint(
                condition=~models.Q(verdict=Verdict.DISSENT) | ~models.Q(text=""),
                name="dissent_says_what",
            ),
        ]
