"""Calendar feeds: secret addresses that programs for calendars read."""

import uuid

from django.conf import settings
from django.db import models

from partnerships.models.partnership import Partnership


class CalendarFeed(models.Model):
    """What one person's calendar may read: her own days, or all of one partnership.

    Its address is signed and stands nowhere; a higher version makes the address before worthless.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feeds"
    )
    # Empty: her own actions and sessions in all her partnerships.
    partnership = models.ForeignKey(
        Partnership, on_delete=models.CASCADE, null=True, related_name="calendar_feeds"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "partnership"], name="one_feed_per_person_and_partnership"
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(partnership__isnull=True),
                name="one_feed_of_her_own_per_person",
            ),
        ]
