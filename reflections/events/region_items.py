"""What can happen to what a theme sends up to the region."""

from typing import ClassVar

from eventlog.events import DomainEvent


class ItemSentUp(DomainEvent):
    """A theme sent an insight up to the region."""

    kind: ClassVar[str] = "region_item.sent_up"
    about: ClassVar[str] = "region_item"


class ItemTakenBack(DomainEvent):
    """The theme took back what it had sent up."""

    kind: ClassVar[str] = "region_item.taken_back"
    about: ClassVar[str] = "region_item"


class ItemAnswered(DomainEvent):
    """The region replied."""

    kind: ClassVar[str] = "region_item.answered"
    about: ClassVar[str] = "region_item"
