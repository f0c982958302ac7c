"""What can happen in a reflection session."""

from typing import ClassVar

from eventlog.events import DomainEvent


class SessionPlanned(DomainEvent):
    """A session was planned."""

    kind: ClassVar[str] = "session.planned"
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


class SessionClosed(DomainEvent):
    """The session was finished; everything stays readable."""

    kind: ClassVar[str] = "session.closed"
    about: ClassVar[str] = "session"


class ParticipantJoined(DomainEvent):
    """Somebody joined the session."""

    kind: ClassVar[str] = "participant.joined"
    about: ClassVar[str] = "participant"


class NoteAdded(DomainEvent):
    """Somebody added a note."""

    kind: ClassVar[str] = "note.added"
    about: ClassVar[str] = "note"


class NoteRevised(DomainEvent):
    """The author changed her note before the reveal."""

    kind: ClassVar[str] = "note.revised"
    about: ClassVar[str] = "note"


class NoteWithdrawn(DomainEvent):
    """The author took her note back before the reveal."""

    kind: ClassVar[str] = "note.withdrawn"
    about: ClassVar[str] = "note"


class NotesRevealed(DomainEvent):
    """All notes of the session became readable for all present."""

    kind: ClassVar[str] = "note.revealed"
    about: ClassVar[str] = "note"


class NotesGrouped(DomainEvent):
    """A group was made, or other notes are in it than before."""

    kind: ClassVar[str] = "group.changed"
    about: ClassVar[str] = "group"


class GroupRenamed(DomainEvent):
    """A group got another title."""

    kind: ClassVar[str] = "group.renamed"
    about: ClassVar[str] = "group"


class ImportProgressed(DomainEvent):
    """An import of notes began, went on or ended."""

    kind: ClassVar[str] = "import.progressed"
    about: ClassVar[str] = "import"


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
