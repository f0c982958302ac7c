"""What can happen to a text that everybody could read."""

from typing import ClassVar

from eventlog.events import DomainEvent


class NoteWithheld(DomainEvent):
    """A note was taken off the board."""

    kind: ClassVar[str] = "note.withheld"
    about: ClassVar[str] = "note"


class NoteRestored(DomainEvent):
    """A note that was taken off the board is back."""

    kind: ClassVar[str] = "note.restored"
    about: ClassVar[str] = "note"


class CommentWithheld(DomainEvent):
    """A comment was taken off the board."""

    kind: ClassVar[str] = "comment.withheld"
    about: ClassVar[str] = "comment"


class CommentRestored(DomainEvent):
    """A comment that was taken off the board is back."""

    kind: ClassVar[str] = "comment.restored"
    about: ClassVar[str] = "comment"
