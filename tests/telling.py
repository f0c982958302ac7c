"""What contributors are told, made as the services make it."""

from datetime import date
from uuid import uuid4

from kernel.clock import now
from partnerships.models.membership import Membership
from reflections.models.feedback import Feedback
from reflections.models.insight import Insight
from reflections.models.session import ReflectionSession

TEXT = "We checked forty homes and took nineteen rugs away."


def published(
    member: Membership,
    session: ReflectionSession,
    insight: Insight | None = None,
    *,
    text: str = TEXT,
) -> Feedback:
    """Publish an answer about an insight, or about the whole session."""
    return Feedback.objects.create(
        id=uuid4(),
        session=session,
        insight=insight,
        answer="done",
        text=text,
        drafted_by=member,
        drafted_at=now(),
        published_by=member,
        published_at=now(),
    )


def promised(
    member: Membership, session: ReflectionSession, day: date, insight: Insight | None = None
) -> Feedback:
    """Promise an answer by a day."""
    return Feedback.objects.create(
        id=uuid4(),
        session=session,
        insight=insight,
        text="Only a draft",
        promised_by=day,
        drafted_by=member,
        drafted_at=now(),
    )
