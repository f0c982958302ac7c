"""Insights: the agreed meaning of one or more notes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnerships.models.membership import Level, Membership
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.states import Disposition, InsightState

# Where a change must happen for an insight to go up to the region.
BEYOND_A_THEME = {Level.MESO, Level.MACRO}


class Loop(models.TextChoices):
    """How deep an insight goes: the three loops of learning (Argyris and Schön; Armitage et al.)."""

    SINGLE = "single", _("how we do things")
    DOUBLE = "double", _("whether we do the right things")
    TRIPLE = "triple", _("how we decide what is right")


class Component(models.TextChoices):
    """What an insight is about: the eight components of collaborative adaptive health networks."""

    SOCIAL_FORCES = "social_forces", _("what people want and believe")
    RESOURCES = "resources", _("people, time and means")
    FINANCE = "finance", _("money and who pays")
    RELATIONS = "relations", _("working together and trust")
    REGULATIONS = "regulations", _("rules and laws")
    MARKET = "market", _("supply, demand and competition")
    LEADERSHIP = "leadership", _("leadership")
    ACCOUNTABILITY = "accountability", _("who answers to whom")


class Agreement(models.TextChoices):
    """How those present came to agree."""

    CONSENSUS = "consensus", _("everybody agreed")
    MAJORITY = "majority", _("most agreed")
    FACILITATOR = "facilitator", _("the facilitator summed it up")


class Insight(models.Model):
    """What the session learned from some of its notes, and what became of that."""

    id = models.UUIDField(primary_key=True, editable=False)
    session = models.ForeignKey(
        ReflectionSession, on_delete=models.CASCADE, related_name="insights"
    )
    statement = models.CharField(max_length=500)
    # The same in common words, for whoever was not there.
    plain_statement = models.CharField(max_length=500, blank=True)
    dissent = models.CharField(max_length=500, blank=True)
    level = models.CharField(max_length=5, choices=Level.choices, blank=True)
    loop = models.CharField(max_length=6, choices=Loop.choices, blank=True)
    components = models.JSONField(default=list)
    notes = models.ManyToManyField(Note, related_name="insights")
    state = models.CharField(max_length=9, choices=InsightState.choices, default=InsightState.DRAFT)
    drafted_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True)
    agreed_how = models.CharField(max_length=11, choices=Agreement.choices, blank=True)
    withdrawn_reason = models.CharField(max_length=500, blank=True)
    # What becomes of it, and what each answer needs besides: read by those who gave input.
    disposition = models.CharField(max_length=8, choices=Disposition.choices, blank=True)
    disposition_reason = models.CharField(max_length=500, blank=True)
    question = models.CharField(max_length=500, blank=True)  # ask
    escalated_to = models.CharField(max_length=200, blank=True)  # escalate
    answer_by = models.DateField(null=True)  # escalate
    revisit_on = models.DateField(null=True)  # park
    disposed_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, related_name="+"
    )
    disposed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=InsightState.AGREED) | models.Q(disposition=""),
                name="only_agreed_insights_are_disposed_of",
            ),
            models.CheckConstraint(
                condition=~models.Q(state=InsightState.WITHDRAWN) | ~models.Q(withdrawn_reason=""),
                name="withdrawn_insights_say_why",
            ),
        ]

    @property
    def is_beyond_a_theme(self) -> bool:
        """Whether what has to change lies beyond what a theme can settle."""
        return self.level in BEYOND_A_THEME
