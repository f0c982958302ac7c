"""The shapes in which notes and groups leave the server."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reflections.models.note import Note, NoteGroup


@dataclass(frozen=True)
class NoteRecord:
    """A note; `author_name` is empty without a name, and for input from outside with its reference.

    `attribution` says whether there is a name, and if not, `writer_group` may say where the writer
    comes from. With `on_behalf` the author typed what somebody else said.

    One with a `withheld_reason` was taken off the board: its words and its writer are left out but
    for those who run the session.
    """

    id: UUID
    column_id: UUID
    text: str
    author_id: UUID | None
    author_name: str
    attribution: str
    writer_group: str
    on_behalf: str
    for_people: int
    source_reference: str
    table_id: UUID | None
    withheld_reason: str
    withheld_remark: str
    added_at: datetime
    version: int


@dataclass(frozen=True)
class QuotedNote:
    """A note away from its board, with where it stands there; withheld as in NoteRecord.

    Here `attribution` is the line of the session's sources; how it is signed, `shown` says.
    """

    id: UUID
    shown: NoteRecord
    text: str
    author_name: str
    source_reference: str
    withheld_reason: str
    added_at: datetime
    column_title: str
    in_group: bool
    group_title: str
    session_id: UUID
    session_title: str
    session_state: str
    language: str
    attribution: str


@dataclass(frozen=True)
class GroupRecord:
    """Notes that belong together; a note is in one group at most."""

    id: UUID
    title: str
    note_ids: list[UUID]
    made_at: datetime


def note_record(note: Note, *, reads_withheld: bool = False) -> NoteRecord:
    """Show one note; whether somebody may see it at all was decided by the query."""
    is_open = reads_withheld or not note.withheld_at
    return NoteRecord(
        id=note.pk,
        column_id=note.column_id,
        text=note.text if is_open else "",
        author_id=note.author_id if is_open else None,
        author_name=_author_name(note) if is_open else "",
        attribution=note.attribution,
        writer_group=note.writer_group if is_open else "",
        on_behalf=note.on_behalf if is_open else "",
        for_people=note.for_people if is_open else 1,
        source_reference=note.source_reference if is_open else "",
        table_id=note.table_id,
        withheld_reason=note.withheld_reason,
        withheld_remark=note.withheld_remark if reads_withheld else "",
        added_at=note.added_at,
        version=note.version,
    )


def quoted_note(note: Note, *, reads_withheld: bool) -> QuotedNote:
    """Quote one note; wants session, column, group and author loaded."""
    shown = note_record(note, reads_withheld=reads_withheld)
    return QuotedNote(
        id=shown.id,
        shown=shown,
        text=shown.text,
        author_name=shown.author_name,
        source_reference=shown.source_reference,
        withheld_reason=shown.withheld_reason,
        added_at=shown.added_at,
        column_title=note.column.title,
        in_group=note.group is not None,
        group_title=note.group.title if note.group else "",
        session_id=note.session_id,
        session_title=note.session.title,
        session_state=str(note.session.get_state_display()),
        language=note.session.language,
        attribution=note.session.attribution,
    )


def group_record(group: NoteGroup) -> GroupRecord:
    """Show one group; wants `notes` loaded."""
    return GroupRecord(
        id=group.pk,
        title=group.title,
        note_ids=sorted(note.pk for note in group.notes.all()),
        made_at=group.made_at,
    )


def _author_name(note: Note) -> str:
    return note.author.display_name if note.author else ""
