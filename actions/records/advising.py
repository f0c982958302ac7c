"""The shapes in which an advisor's notes and questions leave the server."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from actions.models.advisor_note import AdvisorNote


@dataclass(frozen=True)
class AdvisorNoteRecord:
    """A note of an advisor; `confidentiality` says who reads it."""

    id: UUID
    action_id: UUID
    by_id: UUID
    by_name: str
    at: datetime
    text: str
    confidentiality: str


@dataclass(frozen=True)
class AskRecord:
    """When the owner was last asked how it goes, by whom, and when she said something since."""

    by_name: str
    at: datetime
    answered_at: datetime | None


def advisor_note_record(note: AdvisorNote) -> AdvisorNoteRecord:
    """Show one note to somebody who may read it; wants `by__person` loaded."""
    return AdvisorNoteRecord(
        id=note.pk,
        action_id=note.action_id,
        by_id=note.by_id,
        by_name=note.by.person.name,
        at=note.at,
        text=note.text,
        confidentiality=note.confidentiality,
    )
