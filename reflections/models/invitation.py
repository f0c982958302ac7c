"""Who is invited to a session, what she answered, and what she needs to take part."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnerships.models.membership import Membership
from reflections.models.session import ReflectionSession


class Answer(models.TextChoices):
    """What somebody said to an invitation."""

    YES = "yes", _("yes")
    PERHAPS = "perhaps", _("perhaps")
    NO = "no", _("no")


class Attendance(models.TextChoices):
    """How somebody means to take part."""

    ON_SITE = "on_site", _("on site")
    ONLINE = "online", _("online")


class Invitation(models.Model):
    """One member who is asked to one session."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(
        ReflectionSession, on_delete=models.CASCADE, related_name="invitations"
    )
    member = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="invitations")
    invited_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    # Empty: no answer yet.
    answer = models.CharField(max_length=7, choices=Answer.choices, blank=True)
    attendance = models.CharField(max_length=7, choices=Attendance.choices, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "member"], name="one_invitation_per_member_and_session"
            ),
        ]


class AttendanceNeeds(models.Model):
    """What somebody needs to take part: apart from all else, so that it can be kept from others and removed."""

    invitation = models.OneToOneField(
        Invitation, on_delete=models.CASCADE, primary_key=True, related_name="needs"
    )
    access = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=300, blank=True)
