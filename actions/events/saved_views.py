"""What can happen to the views of the log that are shared."""

from typing import ClassVar

from eventlog.events import DomainEvent


class ViewShared(DomainEvent):
    """A programme manager keeps a view of the log for everybody."""

    kind: ClassVar[str] = "saved_view.shared"
    about: ClassVar[str] = "saved_view"


class SharedViewRemoved(DomainEvent):
    """A view is for everybody no more."""

    kind: ClassVar[str] = "saved_view.removed"
    about: ClassVar[str] = "saved_view"
