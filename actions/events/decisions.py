"""What can happen to a decision."""

from typing import ClassVar

from eventlog.events import DomainEvent


class DecisionRecorded(DomainEvent):
    """Something was put up for a decision, or what was decided was written down."""

    kind: ClassVar[str] = "decision.recorded"
    about: ClassVar[str] = "decision"


class DecisionRevised(DomainEvent):
    """What is to be decided was reworded, or it was decided."""

    kind: ClassVar[str] = "decision.revised"
    about: ClassVar[str] = "decision"


class DecisionConfirmed(DomainEvent):
    """Somebody looked again, and it still holds."""

    kind: ClassVar[str] = "decision.confirmed"
    about: ClassVar[str] = "decision"


class DecisionReplaced(DomainEvent):
    """A later decision took its place."""

    kind: ClassVar[str] = "decision.replaced"
    about: ClassVar[str] = "decision"
