"""The shape in which an import leaves the server."""

from dataclasses import dataclass
from uuid import UUID

from reflections.models.note import NoteImport


@dataclass(frozen=True)
class ImportRecord:
    """How far an import is and what became of its rows."""

    id: UUID
    file_name: str
    state: str
    rows_total: int
    rows_done: int
    added: int
    known: int
    skipped: int


def import_record(note_import: NoteImport) -> ImportRecord:
    """Show how far an import is."""
    return ImportRecord(
        id=note_import.pk,
        file_name=note_import.file_name,
        state=note_import.state,
        rows_total=note_import.rows_total,
        rows_done=note_import.rows_done,
        added=note_import.added,
        known=note_import.known,
        skipped=len(note_import.problems),
    )
