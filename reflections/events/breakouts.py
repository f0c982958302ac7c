"""What can happen while a session splits up into tables."""

from typing import ClassVar

from eventlog.events import DomainEvent


class TablesOpened(DomainEvent):
    """The session split up."""

    kind: ClassVar[str] = "breakout.opened"
    about: ClassVar[str] = "breakout"
    changes_rights: ClassVar[bool] = True


class SeatsChanged(DomainEvent):
    """Somebody sits at another table than before."""

    kind: ClassVar[str] = "breakout.seated"
    about: ClassVar[str] = "breakout"
    changes_rights: ClassVar[bool] = True


class TablesJoined(DomainEvent):
    """The tables are together again."""

    kind: ClassVar[str] = "breakout.joined"
    about: ClassVar[str] = "breakout"
    changes_rights: ClassVar[bool] = True
