"""Reading learning questions: everybody in a partnership reads what it wants to learn."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet

from partnerships.models.membership import Membership
from partnerships.queries import LogView
from reflections.learning_agenda import STANDING
from reflections.models.question import LearningQuestion
from reflections.models.session import ReflectionSession
from reflections.policies import may_keep_questions
from reflections.queries.board import board_view_on
from reflections.queries.sessions import sessions_of
from reflections.records.question import OpenQuestion, QuestionRecord, question_record


def questions_of(member: Membership) -> QuerySet[LearningQuestion]:
    """Return the questions of the member's partnership, the oldest number first."""
    found = LearningQuestion.objects.filter(partnership=member.partnership_id)
    return with_everything_shown(found)


def learning_agenda(member: Membership) -> list[QuestionRecord]:
    """Return all questions: first what persists, then what is open, last what is settled."""
    return sorted(map(question_record, questions_of(member)), key=_urgency)


def locked_question_of(member: Membership, question_id: UUID) -> LearningQuestion:
    """Return a question of the member's partnership, locked until the transaction ends."""
    found = LearningQuestion.objects.filter(partnership=member.partnership_id)
    return found.select_for_update().get(pk=question_id)


def open_questions_before(member: Membership, session_id: UUID) -> list[OpenQuestion]:
    """Return the questions on a session's themes that others asked, what persists first.

    Of all themes where the session names none. Raises DoesNotExist for a session of others,
    NotAllowedError before she joined.
    """
    session = sessions_of(member).get(pk=session_id)
    board_view_on(member, session)
    found = questions_of(member).filter(_around(session), state__in=STANDING)
    elsewhere = found.exclude(opened_in=session.pk).distinct()
    keeps = may_keep_questions(member)
    return [
        OpenQuestion(one, keeps and session.pk not in one.talked_about_in)
        for one in sorted(map(question_record, elsewhere), key=_urgency)
    ]


def question_records(view: LogView, ids: Collection[UUID] | None) -> dict[str, QuestionRecord]:
    """Return the questions of a partnership; all of them when *ids* is None."""
    found = LearningQuestion.objects.filter(partnership=view.partnership_id)
    if ids is not None:
        found = found.filter(pk__in=ids)
    return {str(one.pk): question_record(one) for one in with_everything_shown(found)}


def with_everything_shown(questions: QuerySet[LearningQuestion]) -> QuerySet[LearningQuestion]:
    """Load what a QuestionRecord shows, in a fixed number of queries."""
    return questions.select_related("partnership", "opened_in", "deep_dive").prefetch_related(
        "themes", "answers__by__person", "talks"
    )


def _around(session: ReflectionSession) -> Q:
    """Choose questions on the session's themes; one without a theme concerns every session."""
    themes = list(session.themes.all())
    return Q(themes__in=themes) | Q(themes=None) if themes else Q()


def _urgency(question: QuestionRecord) -> tuple[bool, bool, int]:
    return (question.state not in STANDING, not question.is_persistent, question.number)
