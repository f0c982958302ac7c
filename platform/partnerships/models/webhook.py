"""Webhooks: addresses of other programmes that are told what happened here, and each telling."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership


class Webhook(models.Model):
    """Where news of a partnership goes, until it does not arrive for too long."""

    id = models.UUIDField(primary_key=True, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="webhooks")
    url = models.URLField(max_length=500)
    # Sealed: news is signed with it.
    secret = models.BinaryField()
    made_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    # The number of the last event of the partnership's stream that it was told, or is to be told.
    position = models.PositiveBigIntegerField()
    # How often in a row it could not be told.
    failures = models.PositiveIntegerField(default=0)
    stopped_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["made_at"]

    def __str__(self) -> str:
        return self.url


class DeliveryState(models.TextChoices):
    """What became of one telling."""

    WAITING = "waiting", _("waiting")
    DELIVERED = "delivered", _("delivered")
    FAILED = "failed", _("given up")


class Delivery(models.Model):
    """One event that one webhook is told: which kind and of which record, never what it says."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="deliveries")
    sequence = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=60)
    about = models.CharField(max_length=30)
    record_id = models.UUIDField(null=True)
    # When it was noticed, within a minute of when it happened.
    at = models.DateTimeField()
    state = models.CharField(
        max_length=9, choices=DeliveryState.choices, default=DeliveryState.WAITING
    )
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    # What the other side answered, or why nothing could be asked.
    status = models.PositiveSmallIntegerField(null=True)
    problem = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-sequence"]
        indexes = [models.Index(fields=["state", "next_try_at"])]
        constraints = [
            models.UniqueConstraint(
                fields=["webhook", "sequence"], name="a_webhook_is_told_each_event_once"
            ),
        ]
