"""The shape in which a remark at the read-back leaves the server."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from actions.models.read_back import Remark


@dataclass(frozen=True)
class RemarkRecord:
    """What was said of an action or a decision when it was read back."""

    id: UUID
    action_id: UUID | None
    decision_id: UUID | None
    verdict: str
    text: str
    by_name: str
    at: datetime


def remark_record(remark: Remark) -> RemarkRecord:
    """Show one remark; wants `by__membership__person` loaded."""
    return RemarkRecord(
        id=remark.pk,
        action_id=remark.action_id,
        decision_id=remark.decision_id,
        verdict=remark.verdict,
        text=remark.text,
        by_name=remark.by.display_name,
        at=remark.at,
    )
