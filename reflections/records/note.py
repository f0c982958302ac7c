"""The shapes in which notes and groups leave the server."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reflections.models.note import Note, NoteGroup


@dataclass(frozen=True)
class NoteRecord:
    """A note; `author_name` is empty for input from outside, which has a `source_reference`."""

    id: UUID
    column_id: UUID
    text: str
    author_id: UUID | None
    author_name: str
    source_reference: str
    added_at: datetime
    version: int


@dataclass(frozen=True)
class GroupRecord:
    """Notes that belong together; a note is in one group at most."""

    id: UUID
    title: str
    note_ids: list[UUID]
    made_at: datetime


def note_record(note: Note) -> NoteRecord:
    """Show one note with its text; whether somebody may see it was decided by the query."""
    return NoteRecord(
        id=note.pk,
        column_id=note.column_id,
        text=note.text,
        author_id=note.author_id,
        author_name=note.author.display_name if note.author else "",
        source_reference=note.source_reference,
        added_at=note.added_at,
        version=note.version,
    )


def group_record(group: NoteGroup) -> GroupRecord:
    """Show one group; wants `notes` loaded."""
    return GroupRecord(
        id=group.pk,
        title=group.title,
        note_ids=sorted(note.pk for note in group.notes.all()),
        made_at=group.made_at,
    )
