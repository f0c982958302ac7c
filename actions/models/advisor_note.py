"""What a trusted advisor writes down about an action, and for whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from actions.models.action import ActionItem
from partnerships.models.membership import Membership


class Confidentiality(models.TextChoices):
    """Who reads a note of an advisor."""

    MINE = "mine", _("only me")
    MANAGERS = "managers", _("me and the programme managers")
    EVERYBODY = "everybody", _("everybody in the partnership")


class AdvisorNote(models.Model):
    """A note of an advisor; it stands in no export, mail, frame or list of actions."""

    id = models.UUIDField(primary_key=True, editable=False)
    action = models.ForeignKey(ActionItem, on_delete=models.CASCADE, related_name="advisor_notes")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.CharField(max_length=2000)
    confidentiality = models.CharField(max_length=9, choices=Confidentiality.choices)

    class Meta:
        ordering = ["at"]
