"""Saying what becomes of an insight: each answer with what it needs besides."""

from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import session_stream
from eventlog.services import record
from kernel.clock import now, today
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError, StaleVersionError
from kernel.text import clean_line, clean_optional_text, clean_text
from partnerships.models.membership import Membership
from reflections.events.insights import InsightDisposedOf
from reflections.models.insight import Insight
from reflections.policies import may_dispose_of_insight
from reflections.queries.sessions import locked_session_of
from reflections.services.settling import follow_insight
from reflections.states import NEEDS_A_REASON, Disposition, InsightState


@dataclass(frozen=True)
class Answer:
    """What becomes of an insight; what does not belong to the disposition is left out.

    To ask needs the question, to escalate to whom and until when, to park when to look again; to
    park and to say no need a reason.
    """

    disposition: str
    reason: str = ""
    question: str = ""
    escalated_to: str = ""
    answer_by: date | None = None
    revisit_on: date | None = None


@transaction.atomic
def dispose_of_insight(
    member: Membership, session_id: UUID, *, insight_id: UUID, answer: Answer, version: int
) -> Insight:
    """Say what becomes of an agreed insight; *version* is the one that was read before.

    Contributors read the answer, with its reason. Who answers after somebody else did gets both
    answers in a StaleVersionError. The same answer again changes nothing.
    """
    session = locked_session_of(member, session_id)
    if not may_dispose_of_insight(member, session):
        raise NotAllowedError(
            _("Only the facilitator or a programme manager can say what becomes of an insight.")
        )
    insight = Insight.objects.get(pk=insight_id, session=session)
    if insight.state != InsightState.AGREED:
        raise ConflictError(_("Agree on this insight first."))
    answer = _cleaned(answer, answer_of(insight))
    if answer == answer_of(insight):
        return insight
    if insight.version != version:
        raise _somebody_was_first(insight, answer, version)
    _put_on(insight, answer)
    insight.disposed_by = member
    insight.disposed_at = now()
    insight.version += 1
    insight.save()
    record(InsightDisposedOf(insight.pk), by=member, on=[session_stream(session.pk)])
    follow_insight(member, insight)
    return insight


def answer_of(insight: Insight) -> Answer:
    """Return the answer that an insight has; an empty disposition: none yet."""
    return Answer(
        disposition=insight.disposition,
        reason=insight.disposition_reason,
        question=insight.question,
        escalated_to=insight.escalated_to,
        answer_by=insight.answer_by,
        revisit_on=insight.revisit_on,
    )


def take_answer_off(insight: Insight) -> None:
    """Leave *insight* without an answer; saving it is up to the caller."""
    _put_on(insight, Answer(disposition=""))
    insight.disposed_by = None
    insight.disposed_at = None


def _put_on(insight: Insight, answer: Answer) -> None:
    insight.disposition = answer.disposition
    insight.disposition_reason = answer.reason
    insight.question = answer.question
    insight.escalated_to = answer.escalated_to
    insight.answer_by = answer.answer_by
    insight.revisit_on = answer.revisit_on


def _cleaned(answer: Answer, before: Answer) -> Answer:
    if answer.disposition not in Disposition.values:
        raise InvalidInputError(_("Please choose one of the listed answers."), field="disposition")
    reason = clean_optional_text(answer.reason, field="reason", most=500)
    if answer.disposition in NEEDS_A_REASON and not reason:
        raise InvalidInputError(
            _("Please say why. The people who gave input will read it."), field="reason"
        )
    match answer.disposition:
        case Disposition.ASK:
            question = clean_text(answer.question, field="question", most=500)
            return Answer(answer.disposition, reason, question=question)
        case Disposition.ESCALATE:
            return Answer(
                answer.disposition,
                reason,
                escalated_to=clean_line(answer.escalated_to, field="escalated_to", most=200),
                answer_by=_day_to_come(answer.answer_by, before.answer_by, field="answer_by"),
            )
        case Disposition.PARK:
            day = _day_to_come(answer.revisit_on, before.revisit_on, field="revisit_on")
            return Answer(answer.disposition, reason, revisit_on=day)
    return Answer(answer.disposition, reason)


def _day_to_come(day: date | None, before: date | None, *, field: str) -> date:
    if day is None:
        raise InvalidInputError(_("Please choose a day."), field=field)
    if day < today() and day != before:
        raise InvalidInputError(_("Please choose a day that is still to come."), field=field)
    return day


def _somebody_was_first(insight: Insight, answer: Answer, version: int) -> StaleVersionError:
    return StaleVersionError(
        _("Somebody answered this first. Look at that answer, then choose which one to keep."),
        current={**asdict(answer_of(insight)), "version": insight.version},
        yours={**asdict(answer), "version": version},
    )
