"""Asking learning questions, wording them, and saying in which sessions they came up."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import DomainEvent, partnership_stream
from eventlog.services import record
from kernel.choices import must_be_known
from kernel.clock import now
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from kernel.text import clean_optional_text, clean_text
from kernel.versions import must_be_current
from partnerships.models.membership import Membership
from partnerships.models.partnership import Theme
from partnerships.queries import locked_partnership_of, themes_of
from reflections.events.questions import (
    DeepDivePlanned,
    QuestionAsked,
    QuestionReworded,
    QuestionTalkedAbout,
)
from reflections.learning_agenda import STANDING, Order
from reflections.models.insight import Insight
from reflections.models.question import LearningQuestion, QuestionTalk
from reflections.models.session import ReflectionSession
from reflections.policies import may_keep_questions
from reflections.queries.questions import locked_question_of
from reflections.queries.sessions import sessions_of
from reflections.states import PREPARED_STATES, SessionState


@dataclass(frozen=True, kw_only=True)
class QuestionWording:
    """What is asked and why; of the partnership's themes, or none where it concerns all."""

    text: str
    order: str = ""
    barrier: str = ""
    ambition_link: str = ""
    risk_for: str = ""
    theme_ids: Collection[UUID] = ()


@transaction.atomic
def ask_question(
    member: Membership,
    *,
    question_id: UUID,
    wording: QuestionWording,
    session_id: UUID | None = None,
) -> LearningQuestion:
    """Put a question on the learning agenda, asked in a session or between two of them.

    The same id with the same content gives the first one; with another an IdConflictError, unless
    it was reworded since.
    """
    _must_be_allowed(member)
    wording = _cleaned(member, wording)
    session = sessions_of(member).get(pk=session_id) if session_id else None
    known = LearningQuestion.objects.filter(pk=question_id).first()
    if known:
        is_reworded = known.version > 1
        same = (known.opened_by_id, known.opened_in_id) == (member.pk, session_id)
        if not same or not (is_reworded or wording_of(known) == wording):
            raise IdConflictError(_("This question was saved before with another content."))
        return known
    return put_on_agenda(member, question_id=question_id, wording=wording, session=session)


@transaction.atomic
def reword_question(
    member: Membership, question_id: UUID, *, wording: QuestionWording, version: int
) -> LearningQuestion:
    """Say it anew, or say more (*version* is what was read before); the same again changes nothing."""
    question = question_to_keep(member, question_id)
    wording = _cleaned(member, wording)
    if wording_of(question) == wording:
        return question
    must_be_current(
        question,
        version,
        _("Somebody changed this question first. Choose which text to keep."),
        text=wording.text,
    )
    _put_in(question, wording)
    tell(QuestionReworded(question.pk), member, question)
    return question


@transaction.atomic
def talk_about_question(
    member: Membership, question_id: UUID, *, session_id: UUID
) -> LearningQuestion:
    """Say that a session talked about it; a session does so once."""
    question = question_to_keep(member, question_id)
    session = sessions_of(member).get(pk=session_id)
    if QuestionTalk.objects.filter(question=question, session=session).exists():
        return question
    if session.state in PREPARED_STATES or session.state == SessionState.CANCELLED:
        raise ConflictError(_("This session has not been held."))
    _must_stand(question)
    QuestionTalk.objects.create(question=question, session=session, by=member, at=now())
    tell(QuestionTalkedAbout(question.pk), member, question)
    return question


@transaction.atomic
def plan_deep_dive(
    member: Membership, question_id: UUID, *, session_id: UUID | None
) -> LearningQuestion:
    """Say which session to come is for this question; none: it is not planned any more."""
    question = question_to_keep(member, question_id)
    if question.deep_dive_id == session_id:
        return question
    _must_stand(question)
    question.deep_dive = sessions_of(member).get(pk=session_id) if session_id else None
    if question.deep_dive and question.deep_dive.state not in PREPARED_STATES:
        raise InvalidInputError(_("Choose a session that is still to come."), field="session_id")
    question.save(update_fields=["deep_dive"])
    tell(DeepDivePlanned(question.pk), member, question)
    return question


def put_on_agenda(
    member: Membership,
    *,
    question_id: UUID | None = None,
    wording: QuestionWording,
    session: ReflectionSession | None = None,
    insight: Insight | None = None,
) -> LearningQuestion:
    """Make the question under the next number; who may was looked at before."""
    partnership = locked_partnership_of(member)
    partnership.last_question_number += 1
    partnership.save(update_fields=["last_question_number"])
    question = LearningQuestion(
        id=question_id or uuid4(),
        partnership=partnership,
        number=partnership.last_question_number,
        opened_in=session,
        insight=insight,
        opened_by=member,
        opened_at=now(),
        version=0,
    )
    _put_in(question, wording)
    tell(QuestionAsked(question.pk), member, question)
    return question


def question_to_keep(member: Membership, question_id: UUID) -> LearningQuestion:
    """Return the question, locked, to somebody who keeps the agenda."""
    _must_be_allowed(member)
    return locked_question_of(member, question_id)


def tell(event: DomainEvent, member: Membership, question: LearningQuestion) -> None:
    """Record *event* for the partnership; call it last, like `record`."""
    record(event, by=member, on=[partnership_stream(question.partnership_id)])


def wording_of(question: LearningQuestion) -> QuestionWording:
    """Return what a question says now."""
    return QuestionWording(
        text=question.text,
        order=question.order,
        barrier=question.barrier,
        ambition_link=question.ambition_link,
        risk_for=question.risk_for,
        theme_ids=tuple(sorted(question.themes.values_list("pk", flat=True))),
    )


def _must_be_allowed(member: Membership) -> None:
    if not may_keep_questions(member):
        raise NotAllowedError(
            _("The learning agenda is kept by facilitators, advisors and programme managers.")
        )


def _must_stand(question: LearningQuestion) -> None:
    if question.state not in STANDING:
        raise ConflictError(_("This question is settled. Open it again first."))


def _cleaned(member: Membership, wording: QuestionWording) -> QuestionWording:
    must_be_known(wording.order, ["", *Order.values], field="order")
    themes = tuple(sorted(set(wording.theme_ids)))
    if themes_of(member).filter(pk__in=themes).count() != len(themes):
        raise InvalidInputError(_("Please choose one of the listed themes."), field="theme_ids")
    return replace(
        wording,
        text=clean_text(wording.text, field="text", most=500),
        barrier=clean_optional_text(wording.barrier, field="barrier", most=500),
        ambition_link=clean_optional_text(wording.ambition_link, field="ambition_link", most=500),
        risk_for=clean_optional_text(wording.risk_for, field="risk_for", most=500),
        theme_ids=themes,
    )


def _put_in(question: LearningQuestion, wording: QuestionWording) -> None:
    for name, value in vars(wording).items():
        if name != "theme_ids":
            setattr(question, name, value)
    question.version += 1
    question.save()
    question.themes.set(Theme.objects.filter(pk__in=wording.theme_ids))
