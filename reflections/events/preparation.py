"""What can happen while a session is prepared: who is asked, what she answers, which data there is."""

from typing import ClassVar

from eventlog.events import DomainEvent


class MembersInvited(DomainEvent):
    """Members were asked to come to a session, or are not asked any more."""

    kind: ClassVar[str] = "preparation.invited"
    about: ClassVar[str] = "preparation"


class InvitationAnswered(DomainEvent):
    """Somebody said whether she comes; what she needs is told nowhere."""

    kind: ClassVar[str] = "preparation.answered"
    about: ClassVar[str] = "preparation"


class DataGathered(DomainEvent):
    """The data items of a session changed."""

    kind: ClassVar[str] = "preparation.data_gathered"
    about: ClassVar[str] = "preparation"


class DataItemAdded(DomainEvent):
    """A session has a data item more."""

    kind: ClassVar[str] = "data_item.added"
    about: ClassVar[str] = "data_item"


class DataItemRevised(DomainEvent):
    """What a data item says changed."""

    kind: ClassVar[str] = "data_item.revised"
    about: ClassVar[str] = "data_item"


class DataItemRemoved(DomainEvent):
    """A data item was taken away."""

    kind: ClassVar[str] = "data_item.removed"
    about: ClassVar[str] = "data_item"


class PutInSeries(DomainEvent):
    """A session became part of a series."""

    kind: ClassVar[str] = "session.put_in_series"
    about: ClassVar[str] = "session"
