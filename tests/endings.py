"""How sessions of the tests end: answers, decisions, promises; made through the services."""

from uuid import uuid4

from actions.models.decision import Decision
from actions.services.closing import close_session
from actions.services.decisions import DecisionWording, record_decision
from actions.services.origin import Origin
from kernel.clock import today
from partnerships.models.membership import Membership
from reflections.models.feedback import Feedback
from reflections.models.insight import Insight
from reflections.models.session import ReflectionSession
from reflections.services.dispositions import Answer, dispose_of_insight
from reflections.services.feedback import FeedbackWording, draft_feedback
from tests import cast


def answered(
    member: Membership,
    session: ReflectionSession,
    insight: Insight,
    answer: Answer | None = None,
) -> Insight:
    """Say what becomes of an insight: a question, unless there is another answer."""
    answer = answer or Answer("ask", question="When do people fall?")
    insight.refresh_from_db()
    return dispose_of_insight(
        member, session.pk, insight_id=insight.pk, answer=answer, version=insight.version
    )


def promised(
    member: Membership, session: ReflectionSession, insight: Insight | None = None
) -> Feedback:
    """Promise those who gave input an answer within three weeks."""
    wording = FeedbackWording(
        insight_id=insight.pk if insight else None, promised_by=cast.in_days(21)
    )
    return draft_feedback(member, session.pk, feedback_id=uuid4(), wording=wording)


def closed(member: Membership, session: ReflectionSession) -> ReflectionSession:
    """Promise an answer and finish the session."""
    promised(member, session)
    return close_session(member, session.pk)


def taken(decider: Membership, text: str = "Every home gets a visit") -> DecisionWording:
    """Say what was decided today, why and by whom."""
    return DecisionWording(
        text=text,
        rationale="A visit costs less than a broken hip",
        decider_ids=[decider.pk],
        decided_on=today(),
    )


def decision(
    member: Membership,
    session: ReflectionSession | None = None,
    wording: DecisionWording | None = None,
) -> Decision:
    """Put something up for a decision that comes from an agreed insight."""
    session = session or cast.collecting(member)
    return record_decision(
        member,
        session.pk,
        decision_id=uuid4(),
        wording=wording or DecisionWording(text="Do we visit every home?"),
        origin=Origin(insight_id=cast.agreed(member, session).pk),
    )
