"""What can happen to notes, groups and imports."""

from typing import ClassVar

from eventlog.events import DomainEvent


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


class NotesSealed(DomainEvent):
    """So many notes without a name were written, or taken back, that the count took a step."""

    kind: ClassVar[str] = "envelope.stepped"
    about: ClassVar[str] = "envelope"


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
