"""Streams and the events on them; nobody outside this app touches these tables."""

import uuid

from django.db import models


class Stream(models.Model):
    """One ordered line of events that browsers can follow."""

    name = models.CharField(max_length=64, primary_key=True)
    # Changes when a backup is restored: numbers from before then mean other events.
    epoch = models.UUIDField(default=uuid.uuid4)
    head = models.BigIntegerField(default=0)


class Event(models.Model):
    """A fact about one record: which, never what it says."""

    stream = models.ForeignKey(Stream, on_delete=models.CASCADE, related_name="events")
    sequence = models.BigIntegerField()
    kind = models.CharField(max_length=40)
    about = models.CharField(max_length=20)
    # Empty where all records of this type on the stream may have changed.
    record_id = models.UUIDField(null=True)
    # Not a foreign key: the log outlives the membership. Empty for what nobody may be named for.
    actor_id = models.UUIDField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stream", "sequence"], name="event_has_its_own_number"),
        ]
