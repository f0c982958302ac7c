"""What can happen to an insight."""

from typing import ClassVar

from eventlog.events import DomainEvent


class InsightDrafted(DomainEvent):
    """An insight was worded or reworded; not everybody sees it yet."""

    kind: ClassVar[str] = "insight.drafted"
    about: ClassVar[str] = "insight"


class InsightAgreed(DomainEvent):
    """An insight stands."""

    kind: ClassVar[str] = "insight.agreed"
    about: ClassVar[str] = "insight"


class InsightDisposedOf(DomainEvent):
    """It was said what becomes of an insight."""

    kind: ClassVar[str] = "insight.disposed"
    about: ClassVar[str] = "insight"


class InsightWithdrawn(DomainEvent):
    """An agreed insight was taken back."""

    kind: ClassVar[str] = "insight.withdrawn"
    about: ClassVar[str] = "insight"
