"""How far the word went that an action stays late."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from actions.models.action import ActionItem
from partnerships.models.membership import Membership


class Rung(models.TextChoices):
    """Who was told, one after the other; or that nobody else will be."""

    OWNER = "owner", _("its owner was reminded")
    ADVISORS = "advisors", _("the trusted advisors were told")
    MANAGERS = "managers", _("the programme managers were told")
    STOPPED = "stopped", _("somebody stopped it")


class LadderStep(models.Model):
    """That somebody was told of an action that is late, or stopped that others are told."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    action = models.ForeignKey(ActionItem, on_delete=models.CASCADE, related_name="ladder")
    # Its date, or its last news after that: news or another date begins a new ladder.
    since = models.DateField()
    rung = models.CharField(max_length=8, choices=Rung.choices)
    at = models.DateTimeField()
    # Who stopped it; the word goes on by itself.
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["action", "since", "rung"], name="each_rung_is_climbed_once"
            ),
        ]
