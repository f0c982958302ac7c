"""The shape in which a decision leaves the server."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from actions.models.decision import Decision
from actions.states import DecisionState


@dataclass(frozen=True)
class DecisionRecord:
    """One decision with its reasons and where it came from."""

    id: UUID
    number: int
    text: str
    rationale: str
    options: str
    dissent: str
    decided_by: str
    decider_ids: list[UUID]
    decider_names: list[str]
    decided_on: date | None
    review_on: date | None
    state: str
    replaces_id: UUID | None
    replaced_by_id: UUID | None
    session_id: UUID
    session_title: str
    insight_id: UUID | None
    note_ids: list[UUID]
    recorded_by_name: str
    recorded_at: datetime
    version: int


def decision_record(decision: Decision) -> DecisionRecord:
    """Show one decision; wants what `queries.decisions.with_everything_shown` loads."""
    deciders = sorted(decision.deciders.all(), key=lambda one: (one.person.name, one.pk))
    # As long as the later one is only proposed, the earlier one holds.
    is_replaced = decision.state == DecisionState.SUPERSEDED
    later = getattr(decision, "replaced_by", None) if is_replaced else None
    return DecisionRecord(
        id=decision.pk,
        number=decision.number,
        text=decision.text,
        rationale=decision.rationale,
        options=decision.options,
        dissent=decision.dissent,
        decided_by=decision.decided_by,
        decider_ids=[one.pk for one in deciders],
        decider_names=[one.person.name for one in deciders],
        decided_on=decision.decided_on,
        review_on=decision.review_on,
        state=decision.state,
        replaces_id=decision.replaces_id,
        replaced_by_id=later.pk if later else None,
        session_id=decision.session_id,
        session_title=decision.session.title,
        insight_id=decision.insight_id,
        note_ids=sorted(note.pk for note in decision.notes.all()),
        recorded_by_name=decision.recorded_by.person.name,
        recorded_at=decision.recorded_at,
        version=decision.version,
    )
