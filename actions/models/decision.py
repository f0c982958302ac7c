"""Decisions: what was decided, why, what else there was to choose from, and who saw it differently."""

from django.db import models

from actions.states import DecisionState
from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership
from reflections.models.insight import Insight
from reflections.models.note import Note
from reflections.models.session import ReflectionSession


class Decision(models.Model):
    """Something that was put up for a decision, and what was decided."""

    id = models.UUIDField(primary_key=True, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="decisions")
    session = models.ForeignKey(
        ReflectionSession, on_delete=models.PROTECT, related_name="decisions"
    )
    number = models.PositiveIntegerField()
    text = models.CharField(max_length=500)
    rationale = models.TextField(max_length=1000, blank=True)
    # What else was considered.
    options = models.TextField(max_length=1000, blank=True)
    dissent = models.CharField(max_length=500, blank=True)
    # A meeting or a board by its name, members by themselves, or both.
    decided_by = models.CharField(max_length=200, blank=True)
    deciders = models.ManyToManyField(Membership, related_name="decisions")
    decided_on = models.DateField(null=True)
    review_on = models.DateField(null=True)
    state = models.CharField(
        max_length=10, choices=DecisionState.choices, default=DecisionState.PROPOSED
    )
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="replaced_by"
    )
    insight = models.ForeignKey(
        Insight, on_delete=models.PROTECT, null=True, related_name="decisions"
    )
    notes = models.ManyToManyField(Note, related_name="decisions")
    recorded_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "number"], name="decision_numbered_once_per_partnership"
            ),
            models.CheckConstraint(
                condition=models.Q(state=DecisionState.PROPOSED)
                | (models.Q(decided_on__isnull=False) & ~models.Q(rationale="")),
                name="decided_says_when_and_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"
