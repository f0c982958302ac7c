"""Where what one learned from an effect goes: into a coming session, onto the learning agenda."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from actions.models.action import ActionItem
from eventlog.events import session_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import ConflictError, InvalidInputError
from kernel.text import clean_optional_text
from partnerships.models.membership import Membership
from reflections.events.insights import InsightDrafted
from reflections.models.insight import Insight
from reflections.models.question import LearningQuestion
from reflections.models.session import ReflectionSession
from reflections.queries.sessions import locked_session_of
from reflections.services.insights import LONGEST_STATEMENT
from reflections.services.questions import QuestionWording, put_on_agenda
from reflections.states import OPEN_STATES, PREPARED_STATES, InsightState


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """What one learned, and where it goes: into a session, or as a question onto the agenda."""

    text: str
    session_id: UUID | None = None
    question: str = ""

    def cleaned(self) -> "Lesson":
        """Return it with clean texts; InvalidInputError for a lesson that is to go and says nothing."""
        text = clean_optional_text(self.text, field="lesson", most=1000)
        question = clean_optional_text(self.question, field="question", most=500)
        if self.session_id and not text:
            raise InvalidInputError(_("Please say what you learn from it."), field="lesson")
        if self.session_id and len(text) > LONGEST_STATEMENT:
            raise InvalidInputError(
                _("A lesson for a session is an insight. Say it in 500 characters at most."),
                field="lesson",
            )
        return Lesson(text=text, session_id=self.session_id, question=question)


def bring_to_session(member: Membership, lesson: Lesson) -> Insight | None:
    """Draft the lesson as an insight of a coming session: those who run it take it from there."""
    if lesson.session_id is None:
        return None
    session = locked_session_of(member, lesson.session_id)
    if session.state not in {*PREPARED_STATES, *OPEN_STATES}:
        raise ConflictError(_("Choose a session that is still to come or open."))
    insight = Insight.objects.create(
        id=uuid4(),
        session=session,
        statement=lesson.text,
        state=InsightState.DRAFT,
        drafted_by=member,
        drafted_at=now(),
    )
    record(InsightDrafted(insight.pk), by=member, on=[session_stream(session.pk)])
    return insight


def put_question(member: Membership, lesson: Lesson, action: ActionItem) -> LearningQuestion | None:
    """Put the question that the lesson leaves onto the agenda, on the themes of the action."""
    if not lesson.question:
        return None
    wording = QuestionWording(text=lesson.question, theme_ids=_themes_of(action.session))
    return put_on_agenda(member, wording=wording)


def _themes_of(session: ReflectionSession | None) -> tuple[UUID, ...]:
    return tuple(session.themes.values_list("pk", flat=True)) if session else ()
