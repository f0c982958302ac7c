"""The shape in which an insight leaves the server."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from reflections.models.insight import Insight


@dataclass(frozen=True)
class InsightRecord:
    """What the session learned from some of its notes, with its answer; drafts are shown to few."""

    id: UUID
    statement: str
    plain_statement: str
    dissent: str
    level: str
    is_beyond_a_theme: bool
    loop: str
    components: list[str]
    state: str
    note_ids: list[UUID]
    disposition: str
    disposition_reason: str
    question: str
    escalated_to: str
    answer_by: date | None
    revisit_on: date | None
    disposed_by_name: str
    disposed_at: datetime | None
    drafted_at: datetime
    agreed_at: datetime | None
    agreed_how: str
    withdrawn_reason: str
    version: int


def insight_record(insight: Insight) -> InsightRecord:
    """Show one insight; wants `notes` and `disposed_by__person` loaded."""
    return InsightRecord(
        id=insight.pk,
        statement=insight.statement,
        plain_statement=insight.plain_statement,
        dissent=insight.dissent,
        level=insight.level,
        is_beyond_a_theme=insight.is_beyond_a_theme,
        loop=insight.loop,
        components=list(insight.components),
        state=insight.state,
        note_ids=sorted(note.pk for note in insight.notes.all()),
        disposition=insight.disposition,
        disposition_reason=insight.disposition_reason,
        question=insight.question,
        escalated_to=insight.escalated_to,
        answer_by=insight.answer_by,
        revisit_on=insight.revisit_on,
        disposed_by_name=insight.disposed_by.person.name if insight.disposed_by else "",
        disposed_at=insight.disposed_at,
        drafted_at=insight.drafted_at,
        agreed_at=insight.agreed_at,
        agreed_how=insight.agreed_how,
        withdrawn_reason=insight.withdrawn_reason,
        version=insight.version,
    )
