"""Who takes part in a session, as a member or as a guest, and tries to get in that failed."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from partnerships.models.membership import Membership
from partnerships.models.partnership import StakeholderGroup
from partnerships.permissions import OBSERVERS, guests_may
from reflections.models.session import ReflectionSession


class ParticipantState(models.TextChoices):
    """Whether somebody is in the session."""

    WAITING = "waiting", _("waiting to be let in")
    JOINED = "joined", _("taking part")
    REMOVED = "removed", _("removed")


class Participant(models.Model):
    """Somebody who takes part in a session: the acting party there.

    A member, or a guest who came by link or code and is known by her browser alone.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(
        ReflectionSession, on_delete=models.CASCADE, related_name="participants"
    )
    membership = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, related_name="participations"
    )
    # The account of somebody who came as a guest.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    # What a guest is called: as she chose, or by her number in the language of the session.
    name = models.CharField(max_length=60, blank=True)
    number = models.PositiveSmallIntegerField(null=True)
    # The side of the table that she sat on when she joined.
    group = models.CharField(max_length=20, choices=StakeholderGroup.choices, blank=True)
    is_observer = models.BooleanField(default=False)
    state = models.CharField(
        max_length=7, choices=ParticipantState.choices, default=ParticipantState.JOINED
    )
    joined_at = models.DateTimeField()
    # That she began to vote; which ballot is hers is written nowhere.
    has_ballot = models.BooleanField(default=False)
    # Asked to write down what is said about each topic.
    takes_minutes = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "membership"], name="one_participant_per_member"
            ),
            models.UniqueConstraint(fields=["session", "number"], name="guests_are_numbered_once"),
            models.CheckConstraint(
                condition=models.Q(membership__isnull=False) | models.Q(number__isnull=False),
                name="a_member_or_a_numbered_guest",
            ),
        ]

    @property
    def actor_id(self) -> uuid.UUID | None:
        """Name the membership in the event log; guests are not named there."""
        return self.membership_id

    @property
    def display_name(self) -> str:
        """Say what others call her; wants `membership__person` loaded."""
        if self.membership:
            return self.membership.person.name
        return self.name

    def may(self, permission: str, *, own: bool = False) -> bool:
        """Say whether she may do it in this session, on something that is her *own*."""
        if self.state != ParticipantState.JOINED:
            return False
        if self.is_observer and permission not in OBSERVERS:
            return False
        if self.membership:
            return self.membership.may(permission, own=own, joined=True)
        return guests_may(permission, own=own)


class FailedEntry(models.Model):
    """A wrong code or link, so that nobody can try them all; kept for an hour.

    Only wrong ones count: a town hall shares one address, and sixty people come in within a minute.
    """

    # A keyed digest of the network address.
    origin = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["origin", "at"])]
