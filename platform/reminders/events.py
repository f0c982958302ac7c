"""What reminders add to the history of an action."""

from typing import ClassVar

from eventlog.events import DomainEvent


class LinkUsed(DomainEvent):
    """The owner answered by the link in a mail."""

    kind: ClassVar[str] = "action.link_used"
    about: ClassVar[str] = "action"
