"""What can happen when somebody lays an insight beside an earlier one."""

from typing import ClassVar

from eventlog.events import DomainEvent


class RecurrenceConfirmed(DomainEvent):
    """The insight says again what the earlier one said."""

    kind: ClassVar[str] = "recurrence.confirmed"
    about: ClassVar[str] = "recurrence"


class RecurrenceRefused(DomainEvent):
    """The two insights say different things."""

    kind: ClassVar[str] = "recurrence.refused"
    about: ClassVar[str] = "recurrence"


class RecurrenceTakenBack(DomainEvent):
    """What was said of the two does not hold any more, or one of them is gone."""

    kind: ClassVar[str] = "recurrence.taken_back"
    about: ClassVar[str] = "recurrence"
