"""The shapes in which moved dates and looks at the effect leave the server."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from actions.models.life import DueChange, EffectReview


@dataclass(frozen=True)
class DueChangeRecord:
    """Another date: asked for, agreed or refused; `refusal` says why not."""

    id: UUID
    before: date
    after: date
    reason: str
    asked_by_name: str
    is_agreed: bool
    refusal: str


@dataclass(frozen=True)
class ReviewRecord:
    """What somebody saw who looked at the effect of an action."""

    id: UUID
    by_name: str
    at: datetime
    effect: str
    evidence: str
    lesson: str


def due_change_record(change: DueChange) -> DueChangeRecord:
    """Show one moved date; wants `asked_by__person` loaded."""
    return DueChangeRecord(
        id=change.pk,
        before=change.before,
        after=change.after,
        reason=change.reason,
        asked_by_name=change.asked_by.person.name,
        is_agreed=change.is_agreed,
        refusal=change.refusal,
    )


def review_record(review: EffectReview) -> ReviewRecord:
    """Show one look at the effect; wants `by__person` loaded."""
    return ReviewRecord(
        id=review.pk,
        by_name=review.by.person.name,
        at=review.at,
        effect=review.effect,
        evidence=review.evidence,
        lesson=review.lesson,
    )
