"""Notes without a name on their way to the board: kept so that nothing tells who wrote which."""

from django.db import models

from reflections.models.session import ReflectionSession


class Envelope(models.Model):
    """The notes of a session that nobody is named for and that are not shown yet, sealed as one.

    Order is identity: rows would tell which note came when, by their place, in the journal of the
    database and in its backups. So there are none. With each note all are sealed anew.
    """

    session = models.OneToOneField(
        ReflectionSession, on_delete=models.CASCADE, primary_key=True, related_name="envelope"
    )
    contents = models.BinaryField()
    # How many there are at least, in steps: the only number that travels while people write.
    at_least = models.PositiveIntegerField(default=0)
