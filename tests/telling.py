"""What contributors are told, made through the services."""

from datetime import date
from uuid import uuid4

from partnerships.models.membership import Membership
from reflections.models.feedback import Feedback
from reflections.models.insight import Insight
from reflections.models.session import ReflectionSession
from reflections.services.feedback import FeedbackWording, draft_feedback, publish_feedback

TEXT = "We checked forty homes and took nineteen rugs away."


def published(
    manager: Membership,
    session: ReflectionSession,
    insight: Insight | None = None,
    *,
    text: str = TEXT,
) -> Feedback:
    """Publish an answer about an insight, or about the whole session."""
    wording = FeedbackWording(insight.pk if insight else None, answer="done", text=text)
    draft = draft_feedback(manager, session.pk, feedback_id=uuid4(), wording=wording)
    return publish_feedback(manager, session.pk, feedback_id=draft.pk)


def promised(
    member: Membership, session: ReflectionSession, day: date, insight: Insight | None = None
) -> Feedback:
    """Promise an answer by a day, of which there is only a draft."""
    wording = FeedbackWording(insight.pk if insight else None, text="Only a draft", promised_by=day)
    return draft_feedback(member, session.pk, feedback_id=uuid4(), wording=wording)
