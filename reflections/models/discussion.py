"""What is said about a topic: comments, reactions, minutes, and that it waits for later."""

from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from partnerships.models.membership import Membership
from reflections.models.facilitating import TopicKind
from reflections.models.note import Withholdable
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession

# Long enough for a slip of the pen; after that others have answered.
CHANGEABLE_FOR = timedelta(minutes=15)


class ReactionKind(models.TextChoices):
    """The few things that one can say with a press."""

    RECOGNISE = "recognise", _("I recognise this")
    IMPORTANT = "important", _("important")
    QUESTION = "question", _("I have a question")


class OnTopic(models.Model):
    """Something about a note, a group, an insight or an action of a session.

    Not a foreign key: actions are an app above, and what was said stays when a group dissolves.
    """

    session = models.ForeignKey(
        ReflectionSession, on_delete=models.CASCADE, related_name="%(class)s_set"
    )
    about = models.CharField(max_length=7, choices=TopicKind.choices)
    topic_id = models.UUIDField()

    class Meta:
        abstract = True


class SaidOfTopic(OnTopic):
    """Something in words about a topic."""

    # How the group was called then: it may dissolve, and what was said of it stays readable.
    group_title = models.CharField(max_length=120, blank=True)

    class Meta:
        abstract = True


class Comment(SaidOfTopic, Withholdable):
    """A short remark with a name under it."""

    id = models.UUIDField(primary_key=True, editable=False)
    author = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="comments")
    text = models.CharField(max_length=500)
    added_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["added_at", "pk"]
        indexes = [models.Index(fields=["session", "topic_id"])]

    @property
    def changeable_until(self) -> datetime:
        """Until when its author may reword it or take it back."""
        return self.added_at + CHANGEABLE_FOR


class TopicReaction(OnTopic):
    """One press of one participant. Only how many there are is ever shown."""

    participant = models.ForeignKey(
        Participant, on_delete=models.CASCADE, related_name="topic_reactions"
    )
    kind = models.CharField(max_length=9, choices=ReactionKind.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "topic_id", "kind"], name="one_reaction_of_a_kind"
            ),
        ]


class Minutes(SaidOfTopic):
    """What was said about a topic, in the words of whoever took it down."""

    text = models.TextField(max_length=4000, blank=True)
    changed_by = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "topic_id"], name="minutes_once_per_topic"),
        ]


class ParkedTopic(SaidOfTopic):
    """A topic that waits for later, so that it is neither talked about now nor lost."""

    reason = models.CharField(max_length=300)
    parked_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    parked_at = models.DateTimeField()

    class Meta:
        ordering = ["parked_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "topic_id"], name="parked_once"),
        ]
