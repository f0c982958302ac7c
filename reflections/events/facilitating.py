"""What those who run a session do with it: its parts, its time, who runs it, what all look at."""

from typing import ClassVar

from eventlog.events import DomainEvent


class PhasesChanged(DomainEvent):
    """A part of the session was added or reworded, or they are in another order."""

    kind: ClassVar[str] = "session.phases_changed"
    about: ClassVar[str] = "session"


class FacilitatorsChanged(DomainEvent):
    """Somebody else runs the session, or runs it as well."""

    kind: ClassVar[str] = "session.facilitators_changed"
    about: ClassVar[str] = "session"
    changes_rights: ClassVar[bool] = True


class TimerChanged(DomainEvent):
    """The timer was started, got more time, or was stopped."""

    kind: ClassVar[str] = "timer.changed"
    about: ClassVar[str] = "timer"


class TopicPresented(DomainEvent):
    """Every screen is brought to a topic, or is free again."""

    kind: ClassVar[str] = "presentation.changed"
    about: ClassVar[str] = "presentation"


class ReadinessChanged(DomainEvent):
    """One participant more or less is ready."""

    kind: ClassVar[str] = "readiness.changed"
    about: ClassVar[str] = "readiness"
