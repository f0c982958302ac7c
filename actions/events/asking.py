"""What can happen to an action when others are asked, and when actions are joined or parted."""

from typing import ClassVar

from eventlog.events import DomainEvent


class HandoverAsked(DomainEvent):
    """Somebody is asked to take it over."""

    kind: ClassVar[str] = "action.handover_asked"
    about: ClassVar[str] = "action"


class TakenOver(DomainEvent):
    """Whoever was asked said yes: it is hers now."""

    kind: ClassVar[str] = "action.taken_over"
    about: ClassVar[str] = "action"


class HandoverRefused(DomainEvent):
    """Whoever was asked said no: it stays whose it is."""

    kind: ClassVar[str] = "action.handover_refused"
    about: ClassVar[str] = "action"


class Escalated(DomainEvent):
    """Somebody above is asked."""

    kind: ClassVar[str] = "action.escalated"
    about: ClassVar[str] = "action"


class EscalationAnswered(DomainEvent):
    """Somebody above answered."""

    kind: ClassVar[str] = "action.escalation_answered"
    about: ClassVar[str] = "action"


class EscalationWithdrawn(DomainEvent):
    """No answer from above is needed any more."""

    kind: ClassVar[str] = "action.escalation_withdrawn"
    about: ClassVar[str] = "action"


class EvidenceAdded(DomainEvent):
    """Somebody showed how far it is."""

    kind: ClassVar[str] = "action.evidence_added"
    about: ClassVar[str] = "action"


class TookIn(DomainEvent):
    """Another action is part of it now."""

    kind: ClassVar[str] = "action.took_in"
    about: ClassVar[str] = "action"


class Merged(DomainEvent):
    """It is part of another action now."""

    kind: ClassVar[str] = "action.merged"
    about: ClassVar[str] = "action"


class PartSplitOff(DomainEvent):
    """A part of it is an action of its own now."""

    kind: ClassVar[str] = "action.part_split_off"
    about: ClassVar[str] = "action"


class MadeFromPart(DomainEvent):
    """It was made out of a part of another action, and its owner asked."""

    kind: ClassVar[str] = "action.made_from_part"
    about: ClassVar[str] = "action"
