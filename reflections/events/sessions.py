"""What can happen to a session and to who takes part in it."""

from typing import ClassVar

from eventlog.events import DomainEvent


class SessionDrafted(DomainEvent):
    """Somebody began to plan a session, which others do not see yet."""

    kind: ClassVar[str] = "session.drafted"
    about: ClassVar[str] = "session"


class SessionPlanned(DomainEvent):
    """A session was planned."""

    kind: ClassVar[str] = "session.planned"
    about: ClassVar[str] = "session"


class SessionChanged(DomainEvent):
    """The plan of a session changed before it was live."""

    kind: ClassVar[str] = "session.changed"
    about: ClassVar[str] = "session"


class SessionCancelled(DomainEvent):
    """A session was called off."""

    kind: ClassVar[str] = "session.cancelled"
    about: ClassVar[str] = "session"


class InputOpened(DomainEvent):
    """People may add notes before the session starts."""

    kind: ClassVar[str] = "session.input_opened"
    about: ClassVar[str] = "session"


class SessionStarted(DomainEvent):
    """The session went live."""

    kind: ClassVar[str] = "session.started"
    about: ClassVar[str] = "session"


class PhaseChanged(DomainEvent):
    """The session moved to another phase."""

    kind: ClassVar[str] = "session.phase_changed"
    about: ClassVar[str] = "session"


class AttributionsSet(DomainEvent):
    """It was decided what notes may say of their writers."""

    kind: ClassVar[str] = "session.attributions_set"
    about: ClassVar[str] = "session"


class SessionClosed(DomainEvent):
    """The session was finished; everything stays readable."""

    kind: ClassVar[str] = "session.closed"
    about: ClassVar[str] = "session"
    changes_rights: ClassVar[bool] = True


class SessionReopened(DomainEvent):
    """A finished session was opened once more."""

    kind: ClassVar[str] = "session.reopened"
    about: ClassVar[str] = "session"
    changes_rights: ClassVar[bool] = True


class ParticipantJoined(DomainEvent):
    """Somebody joined the session."""

    kind: ClassVar[str] = "participant.joined"
    about: ClassVar[str] = "participant"


class DoorChanged(DomainEvent):
    """One gets into the session in another way than before."""

    kind: ClassVar[str] = "session.door_changed"
    about: ClassVar[str] = "door"


class ParticipantAdmitted(DomainEvent):
    """Somebody who waited, or had been taken out, was let in."""

    kind: ClassVar[str] = "participant.admitted"
    about: ClassVar[str] = "participant"


class ParticipantRemoved(DomainEvent):
    """Somebody was taken out of the session."""

    kind: ClassVar[str] = "participant.removed"
    about: ClassVar[str] = "participant"


class PartClaimed(DomainEvent):
    """A guest turned out to be somebody with an account."""

    kind: ClassVar[str] = "participant.claimed"
    about: ClassVar[str] = "participant"
