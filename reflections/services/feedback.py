"""Telling those who gave input what became of it, or until when they will be told."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kernel.clock import now, today
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
)
from kernel.text import clean_optional_text
from kernel.versions import must_be_current
from partnerships.models.membership import Membership
from reflections.events.feedback import FeedbackDrafted, FeedbackPublished
from reflections.models.feedback import Feedback, FeedbackAnswer
from reflections.models.insight import Insight
from reflections.models.session import ReflectionSession
from reflections.policies import may_draft_feedback, may_publish_feedback
from reflections.queries.sessions import locked_session_of
from reflections.services.running import tell
from reflections.states import InsightState

LONGEST_TEXT = 2000


@dataclass(frozen=True)
class FeedbackWording:
    """What is told about an insight, or without one about the whole session; or when it will be."""

    insight_id: UUID | None = None
    answer: str = ""
    text: str = ""
    reason: str = ""
    promised_by: date | None = None


@transaction.atomic
def draft_feedback(
    member: Membership,
    session_id: UUID,
    *,
    feedback_id: UUID,
    wording: FeedbackWording,
    version: int = 0,
) -> Feedback:
    """Word an answer or change one that is not published yet (*version* is what was read before).

    Contributors read its date at once and its text when it is published. About one thing there is
    one answer in work at a time.
    """
    session = locked_session_of(member, session_id)
    if not may_draft_feedback(member, session):
        raise NotAllowedError(
            _("Only the facilitator or a programme manager can write to contributors.")
        )
    known = Feedback.objects.filter(pk=feedback_id).first()
    wording = _cleaned(session, wording, known)
    if known and _wording_of(known) == wording and known.session_id == session.pk:
        return known
    if known:
        _must_be_changeable(known, session, wording, version)
    else:
        _must_be_the_only_one(session, wording)
    feedback = known or Feedback(
        id=feedback_id, session=session, drafted_by=member, drafted_at=now(), version=0
    )
    for name, value in vars(wording).items():
        setattr(feedback, name, value)
    feedback.version += 1
    feedback.save()
    tell(FeedbackDrafted(feedback.pk), member, session)
    return feedback


@transaction.atomic
def publish_feedback(member: Membership, session_id: UUID, *, feedback_id: UUID) -> Feedback:
    """Let contributors read an answer; what was published stays as it is. Twice is once."""
    session = locked_session_of(member, session_id)
    if not may_publish_feedback(member, session):
        raise NotAllowedError(_("Only a programme manager can publish answers to contributors."))
    feedback = Feedback.objects.get(pk=feedback_id, session=session)
    if feedback.published_at:
        return feedback
    if not feedback.text:
        raise InvalidInputError(_("Write the answer first."), field="text")
    if not feedback.answer:
        raise InvalidInputError(_("Choose first what is done with the input."), field="answer")
    feedback.published_at = now()
    feedback.published_by = member
    feedback.save(update_fields=["published_at", "published_by"])
    tell(FeedbackPublished(feedback.pk), member, session)
    return feedback


def _cleaned(
    session: ReflectionSession, wording: FeedbackWording, known: Feedback | None
) -> FeedbackWording:
    if wording.answer and wording.answer not in FeedbackAnswer.values:
        raise InvalidInputError(_("Please choose one of the listed answers."), field="answer")
    _must_be_about_something_agreed(session, wording.insight_id)
    text = clean_optional_text(wording.text, field="text", most=LONGEST_TEXT)
    reason = clean_optional_text(wording.reason, field="reason", most=500)
    if wording.answer == FeedbackAnswer.NOT_DOING and not reason:
        raise InvalidInputError(
            _("Please say why. The people who gave input will read it."), field="reason"
        )
    day = wording.promised_by
    if not text and day is None:
        raise InvalidInputError(
            _("Write an answer, or choose the day by which you answer."), field="text"
        )
    if day and day < today() and (known is None or day != known.promised_by):
        raise InvalidInputError(
            _("Please choose a day that is still to come."), field="promised_by"
        )
    return FeedbackWording(wording.insight_id, wording.answer, text, reason, day)


def _must_be_about_something_agreed(session: ReflectionSession, insight_id: UUID | None) -> None:
    if insight_id is None:
        return
    insight = Insight.objects.get(pk=insight_id, session=session)
    if insight.state == InsightState.DRAFT:
        raise ConflictError(_("Agree on this insight first."))


def _wording_of(feedback: Feedback) -> FeedbackWording:
    return FeedbackWording(
        insight_id=feedback.insight_id,
        answer=feedback.answer,
        text=feedback.text,
        reason=feedback.reason,
        promised_by=feedback.promised_by,
    )


def _must_be_changeable(
    known: Feedback, session: ReflectionSession, wording: FeedbackWording, version: int
) -> None:
    if (known.session_id, known.insight_id) != (session.pk, wording.insight_id):
        raise IdConflictError(_("This answer was saved before about something else."))
    if known.published_at:
        raise ConflictError(_("This answer is published and stays as it is. Write a new one."))
    must_be_current(
        known,
        version,
        _("Somebody changed this answer first. Choose which text to keep."),
        text=wording.text,
    )


def _must_be_the_only_one(session: ReflectionSession, wording: FeedbackWording) -> None:
    in_work = Feedback.objects.filter(
        session=session, insight=wording.insight_id, published_at__isnull=True
    )
    if in_work.exists():
        raise ConflictError(_("Somebody began an answer about this already. Change that one."))
