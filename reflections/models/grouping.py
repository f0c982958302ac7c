"""How notes came into their groups, step by step, and which suggestions were refused."""

import uuid

from django.db import models

from reflections.models.session import ReflectionSession
from reflections.states import GroupingKind


class GroupingStep(models.Model):
    """One step of grouping, with what it takes to take it back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(
        ReflectionSession, on_delete=models.CASCADE, related_name="grouping_steps"
    )
    kind = models.CharField(max_length=9, choices=GroupingKind.choices)
    # [[note, the group it left or null, the group it went to or null], ...]
    moves = models.JSONField(default=list)
    # [[group, the title it had, the title it got], ...]
    titles = models.JSONField(default=list)
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["made_at", "pk"]


class RefusedSuggestion(models.Model):
    """Notes that are not to be suggested as a group again in this session."""

    session = models.ForeignKey(
        ReflectionSession, on_delete=models.CASCADE, related_name="refused_suggestions"
    )
    note_ids = models.JSONField()
    # A hash of these ids: the same notes are refused once.
    fingerprint = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "fingerprint"], name="refused_once"),
        ]
