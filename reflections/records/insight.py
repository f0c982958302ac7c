"""The shape in which an insight leaves the server."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reflections.models.insight import Insight


@dataclass(frozen=True)
class InsightRecord:
    """What the session learned from some of its notes; drafts are shown to few."""

    id: UUID
    statement: str
    dissent: str
    level: str
    state: str
    note_ids: list[UUID]
    disposition: str
    disposition_reason: str
    drafted_at: datetime
    agreed_at: datetime | None
    version: int


def insight_record(insight: Insight) -> InsightRecord:
    """Show one insight; wants `notes` loaded."""
    return InsightRecord(
        id=insight.pk,
        statement=insight.statement,
        dissent=insight.dissent,
        level=insight.level,
        state=insight.state,
        note_ids=sorted(note.pk for note in insight.notes.all()),
        disposition=insight.disposition,
        disposition_reason=insight.disposition_reason,
        drafted_at=insight.drafted_at,
        agreed_at=insight.agreed_at,
        version=insight.version,
    )
