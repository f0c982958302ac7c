"""Insights that come back: what somebody found who laid a later one beside an earlier one."""

import uuid

from django.db import models

from partnerships.models.membership import Membership
from reflections.models.insight import Insight


class Recurrence(models.Model):
    """Whether an insight says again what an earlier one of the partnership said: yes, or not at all."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    insight = models.ForeignKey(Insight, on_delete=models.CASCADE, related_name="recurrences")
    earlier = models.ForeignKey(Insight, on_delete=models.CASCADE, related_name="later_recurrences")
    is_confirmed = models.BooleanField()
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["insight", "earlier"], name="two_insights_are_compared_once"
            ),
            models.UniqueConstraint(
                fields=["insight"],
                condition=models.Q(is_confirmed=True),
                name="an_insight_says_one_earlier_one_again",
            ),
            models.CheckConstraint(
                condition=~models.Q(insight=models.F("earlier")),
                name="no_insight_says_itself_again",
            ),
        ]
