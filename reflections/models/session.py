"""A reflection session, its phases and its columns."""

import secrets
import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership, Theme
from reflections.course import Attribution, Block, Grouping, NoteKind, Reveal
from reflections.states import OPEN_STATES, PhaseKind, SessionState

# Crockford's alphabet: no letter that looks like a digit.
CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 8

# Nobody keeps an eye on more dots than this.
MOST_DOTS = 20


def all_attributions() -> list[str]:
    """Return what everybody can choose from unless whoever runs the session decides otherwise."""
    return [*Attribution.values]


def new_join_key() -> str:
    """Return a secret of 256 bits for the link and the square code that people share."""
    return secrets.token_urlsafe(32)


def new_join_code() -> str:
    """Return a secret of 40 bits that people type while the session is open."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


class Scope(models.TextChoices):
    """The two levels on which partnerships reflect (van Vooren et al. 2024)."""

    THEME = "theme", _("one theme")
    REGION_WIDE = "region_wide", _("the whole region")


class Mode(models.TextChoices):
    """How people take part."""

    ON_SITE = "on_site", _("on site")
    ONLINE = "online", _("online")
    HYBRID = "hybrid", _("on site and online")
    SPREAD = "spread", _("spread over days")


class ReflectionSession(models.Model):
    """One meeting or one round spread over days."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = models.ForeignKey(Partnership, on_delete=models.CASCADE, related_name="sessions")
    title = models.CharField(max_length=120)
    goal = models.CharField(max_length=500, blank=True)
    scope = models.CharField(max_length=12, choices=Scope.choices)
    themes = models.ManyToManyField(Theme, blank=True, related_name="sessions")
    mode = models.CharField(max_length=8, choices=Mode.choices, default=Mode.ON_SITE)
    # The template it was planned from, as it was then; its texts are copied.
    template = models.SlugField(max_length=40)
    template_version = models.PositiveIntegerField(default=1)
    template_title = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=5)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    meeting_link = models.URLField(max_length=500, blank=True)
    # From this day on, in the partnership's zone, people may write before they meet.
    input_opens_on = models.DateField(null=True)
    series = models.ForeignKey(
        "reflections.SessionSeries", on_delete=models.SET_NULL, null=True, related_name="sessions"
    )
    facilitator = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="sessions_facilitated"
    )
    state = models.CharField(
        max_length=12, choices=SessionState.choices, default=SessionState.PLANNED
    )
    current_phase = models.ForeignKey(
        "reflections.SessionPhase", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    join_key = models.CharField(max_length=64, unique=True, default=new_join_key)
    # Only while it is open.
    join_code = models.CharField(max_length=CODE_LENGTH, unique=True, null=True, blank=True)
    # The door: who may come in besides those who are in already.
    admits_guests = models.BooleanField(default=True)
    has_waiting_room = models.BooleanField(default=False)
    is_locked = models.BooleanField(default=False)
    capacity = models.PositiveSmallIntegerField(default=200)
    # The collecting phase that was left, and until when its late notes are still taken.
    collected_phase = models.ForeignKey(
        "reflections.SessionPhase", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    collecting_until = models.DateTimeField(null=True)
    # Whose words these are when input came from a published data set: shown wherever they are.
    attribution = models.CharField(max_length=300, blank=True)
    # What a note may say of its writer in this session: one of these at least.
    allowed_attributions = models.JSONField(default=all_attributions)
    # How many dots each person has to vote with, and how many of them one topic takes from her.
    dots_each = models.PositiveSmallIntegerField(default=5)
    dots_per_topic = models.PositiveSmallIntegerField(default=2)
    # Raised with every change of the plan; also the sequence number of its calendar entry.
    version = models.PositiveIntegerField(default=1)
    # Empty: a draft, which nobody sees but those who plan, whatever becomes of it.
    planned_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    cancel_reason = models.CharField(max_length=500, blank=True)
    closed_at = models.DateTimeField(null=True)
    # A finished session is opened again once at most, and says why.
    reopened_at = models.DateTimeField(null=True)
    reopen_reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(dots_each__range=(1, MOST_DOTS))
                & models.Q(dots_per_topic__range=(1, models.F("dots_each"))),
                name="dots_can_be_given",
            ),
            models.CheckConstraint(
                condition=models.Q(planned_at__isnull=False)
                | models.Q(state__in=[SessionState.DRAFT, SessionState.CANCELLED]),
                name="sessions_are_drafts_or_planned",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="sessions_end_after_they_start",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_region_wide(self) -> bool:
        """Say whether it is about the whole region and so replies to the themes."""
        return self.scope == Scope.REGION_WIDE

    @property
    def is_open(self) -> bool:
        """Say whether people come in and write."""
        return self.state in OPEN_STATES


class SessionPhase(models.Model):
    """One part of a session, in order."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(ReflectionSession, on_delete=models.CASCADE, related_name="phases")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=PhaseKind.choices)
    title = models.CharField(max_length=80)
    prompt = models.CharField(max_length=300, blank=True)
    minutes = models.PositiveSmallIntegerField()
    # What the phase yields, in words.
    output = models.CharField(max_length=300, blank=True)
    block = models.CharField(max_length=7, choices=Block.choices, default=Block.BODY)
    grouping = models.CharField(max_length=8, choices=Grouping.choices, default=Grouping.PLENARY)
    reveal = models.CharField(max_length=6, choices=Reveal.choices, default=Reveal.AT_END)
    # What notes of this phase say of their writer unless she chooses otherwise.
    attribution = models.CharField(
        max_length=9, choices=Attribution.choices, default=Attribution.NAMED
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["session", "position"], name="phases_have_an_order"),
        ]


class SessionColumn(models.Model):
    """One place to put notes, open in its phase; without one in every phase that collects."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(ReflectionSession, on_delete=models.CASCADE, related_name="columns")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=80)
    prompt = models.CharField(max_length=300, blank=True)
    phase = models.ForeignKey(
        SessionPhase, on_delete=models.CASCADE, null=True, blank=True, related_name="columns"
    )
    kind = models.CharField(max_length=15, choices=NoteKind.choices, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["session", "position"], name="columns_have_an_order"),
        ]
