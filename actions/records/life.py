"""The shapes in which moved dates and looks at the effect leave the server."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from actions.models.action import ActionItem
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
    """What somebody saw who looked at the effect of an action, and where its lesson went.

    `insight_id` is what it became in the session `session_id`, `question_id` the learning question
    that it left.
    """

    id: UUID
    by_name: str
    at: datetime
    effect: str
    evidence: str
    lesson: str
    next_step: str
    insight_id: UUID | None
    session_id: UUID | None
    question_id: UUID | None


@dataclass(frozen=True)
class ActionLife:
    """What happened to an action beside its reports.

    `yes_heard_by` names who heard the owner's yes where she did not say it here herself, `asked_due`
    is the date that waits for a yes, `end_reason` says why it was dropped, or finished without a look
    at its effect. `is_shared`: other partnerships of the site read what was done and what came of it.
    `asked_at` is when the owner was last asked how it goes.
    """

    yes_heard_by: str
    due_change_count: int
    asked_due: DueChangeRecord | None
    review_on: date | None
    last_review: ReviewRecord | None
    end_reason: str
    is_shared: bool
    asked_at: datetime | None


# What is told to those who do not follow actions up.
UNTOLD = ActionLife("", 0, None, None, None, "", is_shared=False, asked_at=None)


def life_of(action: ActionItem) -> ActionLife:
    """Show it; wants all loaded that `queries.log.with_everything_shown` loads."""
    changes, reviews = list(action.due_changes.all()), list(action.reviews.all())
    asks = [ask for ask in action.asks.all() if ask.owner_id == action.owner_id]
    asked = next((change for change in changes if change.answered_at is None), None)
    return ActionLife(
        yes_heard_by=action.yes_heard_by.person.name if action.yes_heard_by else "",
        due_change_count=sum(change.is_agreed for change in changes),
        asked_due=due_change_record(asked) if asked else None,
        review_on=action.review_on,
        last_review=review_record(reviews[-1]) if reviews else None,
        end_reason=end_reason_of(action),
        is_shared=_is_shared(action),
        asked_at=max((ask.at for ask in asks), default=None),
    )


def _is_shared(action: ActionItem) -> bool:
    example = getattr(action, "example", None)
    return example is not None and example.taken_back_at is None


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
    """Show one look at the effect; wants `by__person` and `insight` loaded."""
    return ReviewRecord(
        id=review.pk,
        by_name=review.by.person.name,
        at=review.at,
        effect=review.effect,
        evidence=review.evidence,
        lesson=review.lesson,
        next_step=review.next_step,
        insight_id=review.insight_id,
        session_id=review.insight.session_id if review.insight else None,
        question_id=review.question_id,
    )


def end_reason_of(action: ActionItem) -> str:
    """Return why it was dropped, or finished without a look; wants `reasons` loaded."""
    last = next(reversed(action.reasons.all()), None) if action.ended_at else None
    return last.text if last and last.step in {"drop", "waive_review"} else ""
