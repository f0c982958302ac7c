"""The same step taken with many actions at once: what was asked, and what became of each."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from actions.models.action import ActionItem
from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership


class BulkStep(models.TextChoices):
    """What one can do with many actions at once."""

    CHANGE_DUE = "change_due", _("another date")
    SET_LEVEL = "set_level", _("another level")
    OFFER = "offer", _("ask somebody else")
    DROP = "drop", _("drop")


class BulkEdit(models.Model):
    """One step with many actions; one that takes another back names it."""

    id = models.UUIDField(primary_key=True, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    step = models.CharField(max_length=10, choices=BulkStep.choices)
    # What was asked: a date, a reason, a level, an owner.
    said = models.JSONField(default=dict)
    undoes = models.OneToOneField(
        "self", on_delete=models.CASCADE, null=True, related_name="undone_by"
    )


class BulkResult(models.Model):
    """What became of one of the actions; `refusal` says why nothing did."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    edit = models.ForeignKey(BulkEdit, on_delete=models.CASCADE, related_name="results")
    action = models.ForeignKey(ActionItem, on_delete=models.CASCADE, related_name="+")
    # How it was before, as far as the step changes it: the way back.
    before = models.CharField(max_length=40, blank=True)
    refusal = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["action__number"]
        constraints = [
            models.UniqueConstraint(fields=["edit", "action"], name="one_result_of_each_action"),
        ]
