"""What reminders add to the history of an action, and what happens to somebody's inbox."""

from typing import ClassVar

from eventlog.events import DomainEvent


class LinkUsed(DomainEvent):
    """The owner answered by the link in a mail."""

    kind: ClassVar[str] = "action.link_used"
    about: ClassVar[str] = "action"


class OwnerReminded(DomainEvent):
    """Its date is over, and its owner was reminded."""

    kind: ClassVar[str] = "action.owner_reminded"
    about: ClassVar[str] = "action"


class AdvisorsTold(DomainEvent):
    """It stayed late, and the trusted advisors were told."""

    kind: ClassVar[str] = "action.advisors_told"
    about: ClassVar[str] = "action"


class ManagersTold(DomainEvent):
    """It stayed late, and the programme managers were told."""

    kind: ClassVar[str] = "action.managers_told"
    about: ClassVar[str] = "action"


class RemindersStopped(DomainEvent):
    """Nobody else is told of its being late, and why."""

    kind: ClassVar[str] = "action.reminders_stopped"
    about: ClassVar[str] = "action"


class InboxChanged(DomainEvent):
    """Something asks or stops asking something of somebody, or she read it; not which of her notices."""

    kind: ClassVar[str] = "notice.changed"
    about: ClassVar[str] = "notice"
