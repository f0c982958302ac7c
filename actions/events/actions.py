"""What can happen to an action."""

from typing import ClassVar

from eventlog.events import DomainEvent


class ActionProposed(DomainEvent):
    """An action was made out of an insight or notes, and its owner asked."""

    kind: ClassVar[str] = "action.proposed"
    about: ClassVar[str] = "action"


class ActionAccepted(DomainEvent):
    """The owner said yes."""

    kind: ClassVar[str] = "action.accepted"
    about: ClassVar[str] = "action"


class ActionDeclined(DomainEvent):
    """The owner said no, and why."""

    kind: ClassVar[str] = "action.declined"
    about: ClassVar[str] = "action"


class ActionOffered(DomainEvent):
    """Somebody else was asked."""

    kind: ClassVar[str] = "action.offered"
    about: ClassVar[str] = "action"


class CheckedIn(DomainEvent):
    """Somebody reported how it goes."""

    kind: ClassVar[str] = "action.checked_in"
    about: ClassVar[str] = "action"


class ActionCompleted(DomainEvent):
    """The owner said that it is done, and what came of it."""

    kind: ClassVar[str] = "action.completed"
    about: ClassVar[str] = "action"


class ActionVerified(DomainEvent):
    """Somebody else looked and confirmed it, or found it not done yet."""

    kind: ClassVar[str] = "action.verified"
    about: ClassVar[str] = "action"
