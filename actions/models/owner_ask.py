"""Asking an owner how it goes."""

import uuid

from django.db import models

from actions.models.action import ActionItem
from partnerships.models.membership import Membership


class OwnerAsk(models.Model):
    """That somebody asked the owner of an action how it goes: once a day, whoever asks."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    action = models.ForeignKey(ActionItem, on_delete=models.CASCADE, related_name="asks")
    owner = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    # In the zone of the partnership.
    day = models.DateField()

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "owner", "day"], name="an_owner_is_asked_once_a_day"
            ),
        ]
