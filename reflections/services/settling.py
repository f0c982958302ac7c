"""How a learning question is answered for now, settled, or gone, and how it comes back."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import DomainEvent
from kernel.clock import now
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from kernel.text import clean_text
from partnerships.models.membership import Membership
from reflections.events.questions import (
    QuestionAnswered,
    QuestionDissolved,
    QuestionDoubted,
    QuestionMerged,
    QuestionReopened,
    QuestionResolved,
    QuestionReworded,
)
from reflections.learning_agenda import (
    STANDING,
    QuestionState,
    next_question_state,
    targets_of,
)
from reflections.models.insight import Insight
from reflections.models.question import LearningQuestion, ProvisionalAnswer, QuestionReason
from reflections.policies import may_answer_questions
from reflections.queries.questions import locked_question_of
from reflections.services.questions import (
    QuestionWording,
    put_on_agenda,
    question_to_keep,
    tell,
)
from reflections.states import Disposition


@transaction.atomic
def answer_question(
    member: Membership, question_id: UUID, *, answer_id: UUID, text: str
) -> ProvisionalAnswer:
    """Say what one thinks for now; earlier answers stay beside it.

    The same id with the same content gives the first answer.
    """
    if not may_answer_questions(member):
        raise NotAllowedError(_("You cannot do this."))
    text = clean_text(text, field="text", most=1000)
    question = locked_question_of(member, question_id)
    known = ProvisionalAnswer.objects.filter(pk=answer_id).first()
    if known:
        if (known.question_id, known.by_id, known.text) != (question.pk, member.pk, text):
            raise IdConflictError(_("This answer was saved before with another content."))
        return known
    question.state = next_question_state(question.state, "answer")
    question.save(update_fields=["state"])
    answer = ProvisionalAnswer.objects.create(
        id=answer_id, question=question, text=text, by=member, at=now()
    )
    tell(QuestionAnswered(question.pk), member, question)
    return answer


@transaction.atomic
def resolve_question(member: Membership, question_id: UUID) -> LearningQuestion:
    """Say that the answer holds; twice is once."""
    question = question_to_keep(member, question_id)
    if question.state == QuestionState.RESOLVED:
        return question
    question.state = next_question_state(question.state, "resolve")
    question.ended_at = now()
    question.save(update_fields=["state", "ended_at"])
    tell(QuestionResolved(question.pk), member, question)
    return question


@transaction.atomic
def doubt_answer(member: Membership, question_id: UUID, *, reason: str) -> LearningQuestion:
    """Say that the answer does not hold after all, and why; the same reason twice is once."""
    return _step(member, question_id, "doubt", reason, QuestionDoubted)


@transaction.atomic
def dissolve_question(member: Membership, question_id: UUID, *, reason: str) -> LearningQuestion:
    """Say that it is no longer a question, and why; the same reason twice is once."""
    return _step(member, question_id, "dissolve", reason, QuestionDissolved)


@transaction.atomic
def reopen_question(member: Membership, question_id: UUID, *, reason: str) -> LearningQuestion:
    """Ask a settled question again, and say why; the same reason twice is once."""
    return _step(member, question_id, "reopen", reason, QuestionReopened)


@transaction.atomic
def merge_question(member: Membership, question_id: UUID, *, into_id: UUID) -> LearningQuestion:
    """Make a question part of another one that stands; twice is once."""
    # The lower id first, so that two who merge both ways do not wait for each other.
    found = {pk: question_to_keep(member, pk) for pk in sorted({question_id, into_id})}
    question, into = found[question_id], found[into_id]
    if question.merged_into_id == into.pk:
        return question
    if question.pk == into.pk:
        raise InvalidInputError(_("Choose another question."), field="into_id")
    if into.state not in STANDING:
        raise ConflictError(_("Choose a question that is still open."))
    question.state = next_question_state(question.state, "merge")
    question.merged_into, question.ended_at = into, now()
    question.save(update_fields=["state", "merged_into", "ended_at"])
    tell(QuestionMerged(question.pk), member, question)
    return question


def follow_insight(member: Membership, insight: Insight) -> None:
    """Keep the agenda in step with the answer to an insight; call it after its own event.

    What an insight asks comes onto the agenda. When it gets another answer the question goes, unless
    somebody has answered it or talked about it meanwhile.
    """
    question = LearningQuestion.objects.filter(insight=insight).first()
    is_asked = insight.disposition == Disposition.ASK
    if question is None:
        if is_asked:
            _ask(member, insight)
        return
    question = locked_question_of(member, question.pk)
    if is_asked:
        _ask_again(member, question, insight.question)
    elif question.state == QuestionState.OPEN and not _is_touched(question):
        _take(member, question, "dissolve", _("The insight got another answer."), QuestionDissolved)


def _ask(member: Membership, insight: Insight) -> None:
    session = insight.session
    themes = tuple(session.themes.values_list("pk", flat=True))
    wording = QuestionWording(text=insight.question, theme_ids=themes)
    put_on_agenda(member, wording=wording, session=session, insight=insight)


def _ask_again(member: Membership, question: LearningQuestion, text: str) -> None:
    if question.state == QuestionState.DISSOLVED and not _is_touched(question):
        _take(member, question, "reopen", _("The insight asks it again."), QuestionReopened)
    if question.text != text and question.state == QuestionState.OPEN:
        question.text, question.version = text, question.version + 1
        question.save(update_fields=["text", "version"])
        tell(QuestionReworded(question.pk), member, question)


def _is_touched(question: LearningQuestion) -> bool:
    return question.answers.exists() or question.talks.exists()


def _step(
    member: Membership, question_id: UUID, step: str, reason: str, event: type[DomainEvent]
) -> LearningQuestion:
    question = question_to_keep(member, question_id)
    reason = clean_text(reason, field="reason", most=500)
    latest = question.reasons.last()
    said = (latest.step, latest.text, latest.by_id) if latest else None
    if said == (step, reason, member.pk) and question.state in targets_of(step):
        return question
    _take(member, question, step, reason, event)
    return question


def _take(
    member: Membership, question: LearningQuestion, step: str, reason: str, event: type[DomainEvent]
) -> None:
    question.state = next_question_state(question.state, step)
    question.ended_at = None if question.state in STANDING else now()
    question.save(update_fields=["state", "ended_at"])
    QuestionReason.objects.create(question=question, by=member, at=now(), step=step, text=reason)
    tell(event(question.pk), member, question)
