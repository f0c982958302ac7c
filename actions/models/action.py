"""Action items and the recorded step that led to them."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from actions.models.imports import ImportedRow
from actions.states import ACHIEVED, ActionState
from partnerships.models.membership import Level, Membership
from partnerships.models.partnership import Partnership
from reflections.models.insight import Insight
from reflections.models.note import Note
from reflections.models.session import ReflectionSession


class Strength(models.TextChoices):
    """What an action changes: people are told, or the way things are set up is different."""

    INFORMING = "informing", _("tell people")
    TRAINING = "training", _("teach people")
    AGREEMENT = "agreement", _("agree on something")
    PROCESS = "process", _("work in another way")
    STRUCTURE = "structure", _("change structure, money or rules")


class Horizon(models.TextChoices):
    """When its effect is expected."""

    SHORT = "short", _("within three months")
    MIDDLE = "middle", _("within a year")
    LONG = "long", _("later than in a year")


class Visibility(models.TextChoices):
    """Who may see an action; the public reads its plain words alone."""

    PARTNERSHIP = "partnership", _("everybody in the partnership")
    PARTICIPANTS = "participants", _("only those who took part in its session")
    PUBLIC = "public", _("everybody, in plain words")


class ActionItem(models.Model):
    """What one person does by a day, and how one can see that it is done."""

    id = models.UUIDField(primary_key=True, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="actions")
    # Where it was made; what was brought in from elsewhere has the row that it stood in instead.
    session = models.ForeignKey(
        ReflectionSession, on_delete=models.PROTECT, null=True, related_name="actions"
    )
    imported = models.OneToOneField(
        ImportedRow, on_delete=models.PROTECT, null=True, related_name="action"
    )
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    # "When this happens": what sets it off.
    if_cue = models.CharField(max_length=300, blank=True)
    first_step = models.CharField(max_length=300, blank=True)
    # Empty only where a file that it came from does not say.
    done_test = models.CharField(max_length=300)
    # One natural person, never a team.
    owner = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="actions")
    # Who works on it beside the owner, and who above answers for it.
    helpers = models.ManyToManyField(Membership, related_name="helped_actions")
    sponsor = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+")
    original_due = models.DateField()
    due = models.DateField()
    level = models.CharField(max_length=5, choices=Level.choices, blank=True)
    strength = models.CharField(max_length=9, choices=Strength.choices, blank=True)
    horizon = models.CharField(max_length=6, choices=Horizon.choices, blank=True)
    # What may go wrong, and for whom.
    risk = models.CharField(max_length=500, blank=True)
    # Which goal of the regional plan it serves, where its themes do not say it.
    plan_goal = models.CharField(max_length=200, blank=True)
    visibility = models.CharField(
        max_length=12, choices=Visibility.choices, default=Visibility.PARTNERSHIP
    )
    # What everybody may read, without names.
    plain_words = models.CharField(max_length=500, blank=True)
    # Which action it is part of now, and of which one it was made a part. Actions are only removed
    # together, with their partnership.
    merged_into = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, related_name="took_in"
    )
    split_from = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, related_name="parts"
    )
    state = models.CharField(
        max_length=11, choices=ActionState.choices, default=ActionState.PROPOSED
    )
    proposed_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    # When the present owner was asked.
    offered_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    decline_reason = models.CharField(max_length=500, blank=True)
    # Who heard the owner's yes and wrote it down; empty where she said it here herself.
    yes_heard_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, related_name="+"
    )
    done_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=1000, blank=True)
    verified_at = models.DateTimeField(null=True)
    verified_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, related_name="+"
    )

    # When one can know what came of it.
    review_on = models.DateField(null=True)
    # When it was finished or dropped.
    ended_at = models.DateTimeField(null=True)
    # Of its wording, which several may change.
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["due", "number"]
        indexes = [models.Index(fields=["partnership", "state", "due"])]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "number"], name="action_numbered_once_per_partnership"
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=sorted(ACHIEVED)) | ~models.Q(outcome=""),
                name="done_says_what_came_of_it",
            ),
            models.CheckConstraint(
                condition=models.Q(verified_by__isnull=True)
                | ~models.Q(verified_by=models.F("owner")),
                name="nobody_confirms_her_own_action",
            ),
            models.CheckConstraint(
                condition=(models.Q(session__isnull=True) ^ models.Q(imported__isnull=True))
                | models.Q(split_from__isnull=False, imported__isnull=True),
                name="an_action_comes_from_a_session_or_a_row",
            ),
            models.CheckConstraint(
                condition=~models.Q(visibility=Visibility.PUBLIC) | ~models.Q(plain_words=""),
                name="the_public_reads_plain_words",
            ),
            models.CheckConstraint(
                condition=models.Q(state=ActionState.MERGED) ^ models.Q(merged_into__isnull=True),
                name="what_was_joined_says_with_what",
            ),
            models.CheckConstraint(
                condition=models.Q(imported__isnull=False) | ~models.Q(done_test=""),
                name="a_session_says_how_one_can_see_it",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class Translation(models.Model):
    """The recorded step from an insight or from notes to an action."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    action = models.ForeignKey(ActionItem, on_delete=models.CASCADE, related_name="translations")
    insight = models.ForeignKey(
        Insight, on_delete=models.PROTECT, null=True, related_name="translations"
    )
    notes = models.ManyToManyField(Note, related_name="translations")
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Offer(models.Model):
    """Who was asked to own an action."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    action = models.ForeignKey(ActionItem, on_delete=models.CASCADE, related_name="offers")
    owner = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at"]
