"""Dots on topics, and what is kept of them; a topic is a group, or a note that is in none."""

import uuid

from django.db import models

from reflections.models.note import Note, NoteGroup
from reflections.models.session import MOST_DOTS, ReflectionSession


class Topical(models.Model):
    """Something that lies on a note or on a group; where that is now, `queries.topics` knows."""

    session = models.ForeignKey(ReflectionSession, on_delete=models.CASCADE, related_name="+")
    note = models.ForeignKey(Note, on_delete=models.CASCADE, null=True, related_name="+")
    group = models.ForeignKey(NoteGroup, on_delete=models.CASCADE, null=True, related_name="+")

    class Meta:
        abstract = True

    @property
    def target_id(self) -> uuid.UUID | None:
        """Return the id of the note or the group it lies on, if it lies anywhere."""
        return self.note_id or self.group_id


class Dot(Topical):
    """One dot of one ballot, on a topic or still in the hand. A ballot is nothing but its dots.

    A ballot is named by a hash of a secret that nobody but the voter's browser keeps. Who voted,
    when and in which order is not here; so that the rows themselves do not tell it, those of a
    session are written anew, shuffled, with each cast.
    """

    # Made by the browser that placed the dot, so that a repeat is harmless; random until then.
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ballot = models.CharField(max_length=64)
    slot = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ballot", "slot"], name="no_dot_is_spent_twice"),
            models.CheckConstraint(
                condition=models.Q(slot__range=(1, MOST_DOTS)), name="a_ballot_has_an_end"
            ),
            models.CheckConstraint(
                condition=models.Q(note__isnull=True) | models.Q(group__isnull=True),
                name="a_dot_lies_in_one_place",
            ),
        ]


class TopicVotes(Topical):
    """What was voted for a topic and can be tied to nobody."""

    # The dots of the ballots, counted when the session was finished and the ballots went away.
    dots = models.PositiveIntegerField(default=0)
    # Entered for people in the room who vote without a device.
    room = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["note"], name="a_note_has_one_count"),
            models.UniqueConstraint(fields=["group"], name="a_group_has_one_count"),
            models.CheckConstraint(
                condition=models.Q(note__isnull=True) ^ models.Q(group__isnull=True),
                name="a_count_is_of_one_topic",
            ),
        ]
