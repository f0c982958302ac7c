"""Answers that came by the link in a mail."""

from django.db import models

from actions.models.action import ActionItem
from partnerships.models.membership import Membership


class LinkAnswer(models.Model):
    """That an owner answered by link, and what; the form's own id, so that a repeat is known."""

    id = models.UUIDField(primary_key=True, editable=False)
    action = models.ForeignKey(ActionItem, on_delete=models.CASCADE, related_name="link_answers")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answer = models.CharField(max_length=8)
    text = models.CharField(max_length=1000, blank=True)
    due = models.DateField(null=True)
