"""Tables at which a session splits up for a while, and who sits where."""

from django.db import models

from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession


class BreakoutTable(models.Model):
    """One table. What is written at it stays there until the tables come back together."""

    id = models.UUIDField(primary_key=True, editable=False)
    session = models.ForeignKey(
        ReflectionSession, on_delete=models.CASCADE, related_name="breakout_tables"
    )
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=60)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["opened_at", "position"]


class Seat(models.Model):
    """The last table at which a participant sat; it counts while that table is open."""

    participant = models.OneToOneField(Participant, on_delete=models.CASCADE, related_name="seat")
    table = models.ForeignKey(BreakoutTable, on_delete=models.CASCADE, related_name="seats")
