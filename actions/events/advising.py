"""What an advisor adds to the history of an action."""

from typing import ClassVar

from eventlog.events import DomainEvent


class OwnerAsked(DomainEvent):
    """Somebody asked the owner how it goes."""

    kind: ClassVar[str] = "action.owner_asked"
    about: ClassVar[str] = "action"
