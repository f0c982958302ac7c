"""What can happen to what is said about a topic."""

from typing import ClassVar

from eventlog.events import DomainEvent


class CommentAdded(DomainEvent):
    """Somebody commented on a topic."""

    kind: ClassVar[str] = "comment.added"
    about: ClassVar[str] = "comment"


class CommentRevised(DomainEvent):
    """The author changed her comment."""

    kind: ClassVar[str] = "comment.revised"
    about: ClassVar[str] = "comment"


class CommentWithdrawn(DomainEvent):
    """The author took her comment back."""

    kind: ClassVar[str] = "comment.withdrawn"
    about: ClassVar[str] = "comment"


class TopicReactedTo(DomainEvent):
    """There is one reaction more or less to a topic."""

    kind: ClassVar[str] = "reaction.changed"
    about: ClassVar[str] = "reaction"


class MinutesWritten(DomainEvent):
    """The minutes of a topic have changed."""

    kind: ClassVar[str] = "minutes.written"
    about: ClassVar[str] = "minutes"


class MinuteTakerChanged(DomainEvent):
    """Somebody was asked to take minutes, or need not any more."""

    kind: ClassVar[str] = "participant.minute_taker"
    about: ClassVar[str] = "participant"
    changes_rights: ClassVar[bool] = True


class TopicParked(DomainEvent):
    """A topic waits for later."""

    kind: ClassVar[str] = "topic.parked"
    about: ClassVar[str] = "parked"


class TopicTakenUp(DomainEvent):
    """A topic that waited is talked about again."""

    kind: ClassVar[str] = "topic.taken_up"
    about: ClassVar[str] = "parked"
