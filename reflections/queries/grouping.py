"""Reading the steps of grouping."""

from collections.abc import Collection
from uuid import UUID

from reflections.models.grouping import GroupingStep
from reflections.queries.board import BoardView
from reflections.records.grouping import StepRecord, step_record

MOST_STEPS = 20


def step_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, StepRecord]:
    """Return the last steps that were not taken back; whatever *ids* says, it is always all."""
    steps = GroupingStep.objects.filter(session=view.session_id, undone_at__isnull=True)
    return {str(step.pk): step_record(step) for step in steps.order_by("-made_at")[:MOST_STEPS]}
