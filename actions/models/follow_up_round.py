"""Follow-up rounds: actions that an advisor goes through one after the other."""

import uuid

from django.conf import settings
from django.db import models

from actions.models.action import ActionItem
from actions.models.check_in import CheckIn


class FollowUpRound(models.Model):
    """One round of one person through actions of all partnerships that she advises."""

    id = models.UUIDField(primary_key=True, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="follow_up_rounds"
    )
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-started_at"]


class RoundItem(models.Model):
    """One action of a round: what was reported on it, or that it was passed over."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(FollowUpRound, on_delete=models.CASCADE, related_name="items")
    action = models.ForeignKey(ActionItem, on_delete=models.CASCADE, related_name="round_items")
    position = models.PositiveSmallIntegerField()
    report = models.OneToOneField(
        CheckIn, on_delete=models.SET_NULL, null=True, related_name="round_item"
    )
    is_passed_over = models.BooleanField(default=False)
    # What was typed and not reported yet, by field of the form.
    draft = models.JSONField(default=dict)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "action"], name="an_action_is_once_in_a_round"
            ),
        ]
