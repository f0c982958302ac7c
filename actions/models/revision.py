"""What was worded differently in an action, before and after."""

import uuid

from django.db import models

from actions.models.action import ActionItem
from partnerships.models.membership import Membership


class Revision(models.Model):
    """One change of how an action is worded or classed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    action = models.ForeignKey(ActionItem, on_delete=models.CASCADE, related_name="revisions")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    # {field: [before, after]}, of what changed alone.
    changes = models.JSONField(default=dict)

    class Meta:
        ordering = ["at"]
