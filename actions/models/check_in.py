"""Check-ins: dated reports of how an action goes."""

from django.db import models

from actions.models.action import ActionItem
from actions.states import Barrier, Channel, Claim, Confidence
from partnerships.models.membership import Membership


class CheckIn(models.Model):
    """What was heard of an action on a day, from whom, and what comes next."""

    id = models.UUIDField(primary_key=True, editable=False)
    action = models.ForeignKey(ActionItem, on_delete=models.CASCADE, related_name="check_ins")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    channel = models.CharField(max_length=7, choices=Channel.choices, default=Channel.HERE)
    claim = models.CharField(max_length=11, choices=Claim.choices)
    text = models.CharField(max_length=1000)
    confidence = models.CharField(
        max_length=7, choices=Confidence.choices, default=Confidence.UNKNOWN
    )
    blocker = models.CharField(max_length=500, blank=True)
    # Of which kind that is; nothing where nobody said.
    barrier = models.CharField(max_length=8, choices=Barrier.choices, blank=True)
    next_step = models.CharField(max_length=300, blank=True)
    next_check_in = models.DateField(null=True)
    # Whom one has to tell of it.
    who_must_know = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["at"]
        indexes = [models.Index(fields=["action", "at"])]
