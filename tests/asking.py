"""Learning questions of the tests, made through the services."""

from typing import Any
from uuid import UUID, uuid4

from partnerships.models.membership import Membership
from reflections.models.insight import Insight
from reflections.models.question import LearningQuestion, ProvisionalAnswer
from reflections.models.session import ReflectionSession
from reflections.services.dispositions import Answer
from reflections.services.questions import QuestionWording, ask_question
from reflections.services.settling import answer_question
from tests import cast, endings

TEXT = "How could a neighbour tell us before the ambulance does?"


def asked(
    member: Membership, text: str = TEXT, *, question_id: UUID | None = None, **others: Any
) -> LearningQuestion:
    """Put a question on the agenda."""
    session_id = others.pop("session_id", None)
    wording = QuestionWording(text=text, **others)
    return ask_question(
        member, question_id=question_id or uuid4(), wording=wording, session_id=session_id
    )


def answered(member: Membership, question: LearningQuestion) -> ProvisionalAnswer:
    """Say what one thinks for now."""
    return answer_question(
        member, question.pk, answer_id=uuid4(), text="By ringing the practice nurse"
    )


def asked_by_insight(member: Membership, session: ReflectionSession) -> Insight:
    """Agree an insight and ask further."""
    insight = cast.agreed(member, session, "We hear of falls too late")
    return endings.answered(member, session, insight, Answer("ask", question=TEXT))
