"""What somebody wishes to hear, how and when; without a row it is as is usual."""

from django.conf import settings
from django.db import models

from partnerships.models.membership import Membership
from reminders.kinds import Kind, Way

WORKING_DAYS = 5


def working_days() -> list[int]:
    """Return Monday to Friday."""
    return list(range(WORKING_DAYS))


class Wish(models.Model):
    """How a member hears of one kind of thing in one partnership."""

    member = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="wishes")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    way = models.CharField(max_length=6, choices=Way.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "kind"], name="one_wish_per_member_and_kind"),
        ]


class MailTimes(models.Model):
    """When somebody gets mail, for all her partnerships together."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="mail_times",
    )
    # On these days alone, counted from Monday as 0.
    weekdays = models.JSONField(default=working_days)
    # The daily mail goes out at this full hour or after it.
    hour = models.PositiveSmallIntegerField(default=8)
    # No mail at once between these full hours.
    quiet_from = models.PositiveSmallIntegerField(default=19)
    quiet_until = models.PositiveSmallIntegerField(default=7)
    # Empty: the zone of her first partnership.
    time_zone = models.CharField(max_length=40, blank=True)
    # Since when she wants none of these mails.
    stopped_at = models.DateTimeField(null=True)
