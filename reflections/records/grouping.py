"""The shape in which a step of grouping leaves the server."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reflections.models.grouping import GroupingStep


@dataclass(frozen=True)
class StepRecord:
    """One step of grouping that can be taken back, and how many notes it moved."""

    id: UUID
    kind: str
    notes: int
    made_at: datetime


def step_record(step: GroupingStep) -> StepRecord:
    """Show one step."""
    return StepRecord(id=step.pk, kind=step.kind, notes=len(step.moves), made_at=step.made_at)
