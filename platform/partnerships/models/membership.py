"""Membership: who acts, in which partnership, in which roles."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from partnerships.models.partnership import Organisation, Partnership
from partnerships.permissions import Reach, reaches


class Level(models.TextChoices):
    """Where a change must happen, and where somebody has the mandate to make it happen."""

    MICRO = "micro", _("work floor")
    MESO = "meso", _("organisation or region")
    MACRO = "macro", _("system")


class Membership(models.Model):
    """One person in one partnership; the acting party of nearly every use case."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, related_name="memberships"
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships"
    )
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="members"
    )
    roles = models.JSONField(default=list)
    mandate_level = models.CharField(max_length=5, choices=Level.choices, default=Level.MICRO)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "person"],
                condition=models.Q(until__isnull=True),
                name="one_current_membership_per_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.partnership})"

    @property
    def actor_id(self) -> uuid.UUID:
        """Name this membership in the event log."""
        return self.pk

    def may(self, permission: str, *, own: bool = False, joined: bool = False) -> bool:
        """Say whether the roles allow it, on something that is her *own* or that she has *joined*."""
        if self.until is not None:
            return False
        reach = reaches(self.roles, permission)
        return (
            Reach.ALL in reach or (own and Reach.OWN in reach) or (joined and Reach.JOINED in reach)
        )
