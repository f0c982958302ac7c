"""The shape in which a learning question leaves the server."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localtime

from kernel.clock import today
from reflections.learning_agenda import persists
from reflections.models.question import LearningQuestion, ProvisionalAnswer


@dataclass(frozen=True)
class AnswerRecord:
    """What somebody thinks for now."""

    id: UUID
    text: str
    by_name: str
    at: datetime


@dataclass(frozen=True)
class QuestionRecord:
    """One learning question, what is thought of it for now, and how long it has been there.

    `is_persistent`: it has come back so often, or stayed for so long, that it deserves a session of
    its own; `deep_dive_id` is that session, once it is planned.
    """

    id: UUID
    number: int
    text: str
    language: str
    order: str
    barrier: str
    ambition_link: str
    risk_for: str
    theme_ids: list[UUID]
    state: str
    is_persistent: bool
    opened_at: datetime
    opened_in_id: UUID | None
    opened_in_title: str
    insight_id: UUID | None
    answers: list[AnswerRecord]
    talked_about_in: list[UUID]
    last_talked_about: datetime | None
    merged_into_id: UUID | None
    deep_dive_id: UUID | None
    deep_dive_title: str
    version: int


@dataclass(frozen=True)
class OpenQuestion:
    """A question that a session looks at first, and whether the reader can say they talked of it."""

    question: QuestionRecord
    may_note_talk: bool


def answer_record(answer: ProvisionalAnswer) -> AnswerRecord:
    """Show one answer; wants `by__person` loaded."""
    return AnswerRecord(answer.pk, answer.text, answer.by.person.name, answer.at)


def question_record(question: LearningQuestion) -> QuestionRecord:
    """Show one question; wants what `queries.questions.with_everything_shown` loads."""
    talks, session = list(question.talks.all()), question.opened_in
    return QuestionRecord(
        id=question.pk,
        number=question.number,
        text=question.text,
        language=(session or question.partnership).language,
        order=question.order,
        barrier=question.barrier,
        ambition_link=question.ambition_link,
        risk_for=question.risk_for,
        theme_ids=sorted(theme.pk for theme in question.themes.all()),
        state=question.state,
        is_persistent=persists(
            question.state, localtime(question.opened_at).date(), len(talks), today()
        ),
        opened_at=question.opened_at,
        opened_in_id=question.opened_in_id,
        opened_in_title=session.title if session else "",
        insight_id=question.insight_id,
        answers=[answer_record(answer) for answer in question.answers.all()],
        talked_about_in=[talk.session_id for talk in talks],
        last_talked_about=talks[-1].at if talks else None,
        merged_into_id=question.merged_into_id,
        deep_dive_id=question.deep_dive_id,
        deep_dive_title=question.deep_dive.title if question.deep_dive else "",
        version=question.version,
    )
