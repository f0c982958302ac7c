"""What a theme sends up to the whole region, and what the region answers."""

from django.db import models

from partnerships.models.membership import Membership
from reflections.models.insight import Insight
from reflections.models.session import ReflectionSession


class RegionItem(models.Model):
    """An insight that a theme cannot settle alone: it goes up, and a reply comes back."""

    id = models.UUIDField(primary_key=True, editable=False)
    # The session on a theme that it comes from.
    session = models.ForeignKey(
        ReflectionSession, on_delete=models.CASCADE, related_name="region_items"
    )
    insight = models.ForeignKey(Insight, on_delete=models.CASCADE, related_name="region_items")
    # What the region should do with it, in one sentence.
    ask = models.CharField(max_length=300)
    sent_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)
    reply = models.TextField(max_length=1000, blank=True)
    # The region-wide session that replied.
    replied_in = models.ForeignKey(
        ReflectionSession, on_delete=models.SET_NULL, null=True, related_name="region_replies"
    )
    replied_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, related_name="+"
    )
    replied_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["sent_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["insight"],
                condition=models.Q(taken_back_at__isnull=True),
                name="an_insight_is_sent_up_once",
            ),
            models.CheckConstraint(
                condition=models.Q(replied_at__isnull=True)
                | (models.Q(taken_back_at__isnull=True) & ~models.Q(reply="")),
                name="a_reply_says_something_to_an_item_that_stands",
            ),
        ]
