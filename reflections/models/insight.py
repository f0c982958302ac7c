"""Insights: the agreed meaning of one or more notes."""

from django.db import models

from partnerships.models.membership import Level, Membership
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.states import Disposition, InsightState


class Insight(models.Model):
    """What the session learned from some of its notes, and what became of that."""

    id = models.UUIDField(primary_key=True, editable=False)
    session = models.ForeignKey(
        ReflectionSession, on_delete=models.CASCADE, related_name="insights"
    )
    statement = models.CharField(max_length=500)
    dissent = models.CharField(max_length=500, blank=True)
    level = models.CharField(max_length=5, choices=Level.choices, blank=True)
    notes = models.ManyToManyField(Note, related_name="insights")
    state = models.CharField(max_length=6, choices=InsightState.choices, default=InsightState.DRAFT)
    drafted_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True)
    disposition = models.CharField(max_length=8, choices=Disposition.choices, blank=True)
    disposition_reason = models.CharField(max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=InsightState.AGREED) | models.Q(disposition=""),
                name="only_agreed_insights_are_disposed_of",
            ),
        ]
