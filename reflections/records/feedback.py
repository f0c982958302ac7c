"""The shape in which feedback leaves the server."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from reflections.models.feedback import Feedback
from reflections.models.reaction import Verdict


@dataclass(frozen=True)
class FeedbackRecord:
    """What contributors are told; before it is published most readers get its date alone."""

    id: UUID
    session_id: UUID
    insight_id: UUID | None
    answer: str
    text: str
    reason: str
    promised_by: date | None
    published_at: datetime | None
    version: int
    # What contributors said of it, for those who answer them; their sentences name nobody.
    helpful: int
    not_answered: int
    remarks: list[str]


def feedback_record(feedback: Feedback, *, with_reactions: bool = False) -> FeedbackRecord:
    """Show all of an answer; with reactions it wants those loaded."""
    said = list(feedback.reactions.all()) if with_reactions else []
    return FeedbackRecord(
        id=feedback.pk,
        session_id=feedback.session_id,
        insight_id=feedback.insight_id,
        answer=feedback.answer,
        text=feedback.text,
        reason=feedback.reason,
        promised_by=feedback.promised_by,
        published_at=feedback.published_at,
        version=feedback.version,
        helpful=sum(one.verdict == Verdict.HELPFUL for one in said),
        not_answered=sum(one.verdict == Verdict.NOT_ANSWERED for one in said),
        remarks=[one.sentence for one in said if one.sentence],
    )


def promise_record(feedback: Feedback) -> FeedbackRecord:
    """Show an answer that is not published yet as a promise: the day, and nothing else."""
    return FeedbackRecord(
        id=feedback.pk,
        session_id=feedback.session_id,
        insight_id=feedback.insight_id,
        answer="",
        text="",
        reason="",
        promised_by=feedback.promised_by,
        published_at=None,
        version=feedback.version,
        helpful=0,
        not_answered=0,
        remarks=[],
    )
