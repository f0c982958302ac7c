"""Notices: what asks something of one person, and the mails in which she was told of it."""

import uuid

from django.conf import settings
from django.db import models

from partnerships.models.membership import Membership
from reminders.kinds import Kind, Way


class Mailing(models.Model):
    """One mail about one or more notices; which they are stays, its words are found when it is sent."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mailings"
    )
    # "digest" and the day where she is, of which there is one; or what a mail at once began with.
    occasion = models.CharField(max_length=50)
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "occasion"], name="one_mailing_per_person_and_occasion"
            ),
        ]


class Notice(models.Model):
    """Something that asks something of a member, made once for each occasion."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    member = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    # The action, the decision, the question, the answer or the invitation that it is about.
    about_id = models.UUIDField(db_index=True)
    # What sets it apart from others of its kind about the same thing: a date, and how long after.
    occasion = models.CharField(max_length=40)
    # As she wished when it came up.
    way = models.CharField(max_length=6, choices=Way.choices)
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    # Since when it asks nothing of her any more.
    settled_at = models.DateTimeField(null=True)
    mailing = models.ForeignKey(
        Mailing, on_delete=models.SET_NULL, null=True, related_name="notices"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "kind", "about_id", "occasion"], name="noticed_once_per_occasion"
            ),
        ]
        indexes = [
            models.Index(
                fields=["member"],
                condition=models.Q(settled_at__isnull=True),
                name="notices_that_ask",
            ),
        ]
