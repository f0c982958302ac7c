"""What follows from insights, as pages show it: answers, decisions, what contributors are told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from actions.records.decision import DecisionRecord
from actions.states import DecisionState
from frontend.action_words import Tag
from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership
from reflections.models.feedback import FeedbackAnswer
from reflections.records.feedback import FeedbackRecord
from reflections.states import Disposition

DECISION_TONES: dict[str, str] = {
    DecisionState.PROPOSED: "info",
    DecisionState.DECIDED: "good",
    DecisionState.SUPERSEDED: "",
}


class Answered(Protocol):
    """An insight, as the database or as a record has it."""

    @property
    def disposition(self) -> str:
        """Return what becomes of it."""

    @property
    def disposition_reason(self) -> str:
        """Return why."""

    @property
    def question(self) -> str:
        """Return what is asked."""

    @property
    def escalated_to(self) -> str:
        """Return who is asked to answer."""

    @property
    def answer_by(self) -> date | None:
        """Return until when."""

    @property
    def revisit_on(self) -> date | None:
        """Return when it is looked at again."""


@dataclass(frozen=True)
class AnswerWords:
    """What becomes of an insight, with what belongs to it as sentences."""

    answer: str
    reason: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class DecisionLine:
    """One decision in a list."""

    decision: DecisionRecord
    url: str
    state: Tag
    decided_by: str


@dataclass(frozen=True)
class Told:
    """What contributors read about something: an answer, or the day by which there is one."""

    feedback: FeedbackRecord
    answer: str
    promise: str


def answer_words(insight: Answered) -> AnswerWords | None:
    """Say what becomes of an insight; None while nobody said so."""
    if not insight.disposition:
        return None
    lines = []
    if insight.question:
        lines.append(_("Question: %(text)s") % {"text": insight.question})
    if insight.answer_by:
        values = {"who": insight.escalated_to, "day": _written(insight.answer_by)}
        lines.append(_("%(who)s is asked to answer by %(day)s.") % values)
    if insight.revisit_on:
        lines.append(_("Looked at again on %(day)s.") % {"day": _written(insight.revisit_on)})
    label = disposition_label(insight.disposition)
    return AnswerWords(label, insight.disposition_reason, tuple(lines))


def disposition_label(code: str) -> str:
    """Say what becomes of an insight; nothing while nobody said so."""
    return capfirst(str(Disposition(code).label)) if code else ""


def feedback_label(code: str) -> str:
    """Say what is done with the input; nothing while nobody said so."""
    return capfirst(str(FeedbackAnswer(code).label)) if code else ""


def decision_line(decision: DecisionRecord, partnership: Partnership) -> DecisionLine:
    """Show one decision to whoever may open its page."""
    return DecisionLine(
        decision=decision,
        url=reverse("decision", args=[partnership.slug, decision.id]),
        state=Tag(
            capfirst(str(DecisionState(decision.state).label)), DECISION_TONES[decision.state]
        ),
        decided_by=", ".join(filter(None, [decision.decided_by, *decision.decider_names])),
    )


def decision_lines(decisions: Iterable[DecisionRecord], member: Membership) -> list[DecisionLine]:
    """Show decisions to a member of their partnership."""
    return [decision_line(decision, member.partnership) for decision in decisions]


def told(feedback: FeedbackRecord) -> Told:
    """Show what contributors read."""
    promise = ""
    if feedback.promised_by and not feedback.published_at:
        promise = _("You get an answer by %(date)s.") % {"date": _written(feedback.promised_by)}
    return Told(feedback=feedback, answer=feedback_label(feedback.answer), promise=promise)


def _written(day: date) -> str:
    return date_format(day, "j F Y")
