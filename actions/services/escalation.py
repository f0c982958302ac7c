"""Asking above what only somebody there can give, with a day by which an answer is needed."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from actions.events.asking import Escalated, EscalationAnswered, EscalationWithdrawn
from actions.models.action import ActionItem
from actions.models.asking import Escalation
from actions.policies import may_answer_escalation, may_escalate, may_withdraw_escalation
from actions.queries.log import locked_action_of
from actions.services.dates import FARTHEST
from actions.services.telling import tell
from actions.states import OPEN, ActionState
from kernel.clock import now, today
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from kernel.text import clean_optional_line, clean_text
from partnerships.models.membership import Membership
from partnerships.queries import members_of


@dataclass(frozen=True)
class Question:
    """What is asked of whom: a member, or a board or meeting by its name."""

    ask: str
    answer_by: date
    to_id: UUID | None = None
    forum: str = ""


@transaction.atomic
def escalate(
    member: Membership, action_id: UUID, *, escalation_id: UUID, question: Question
) -> Escalation:
    """Ask a person or a forum above what the action needs. One question at a time waits.

    May be sent any number of times with the same id; with another content it is an IdConflictError.
    """
    question = _cleaned(question)
    action = locked_action_of(member, action_id)
    if not may_escalate(member, action):
        raise NotAllowedError(
            _("Only those who work on it, an advisor or a programme manager can ask above.")
        )
    known = Escalation.objects.filter(pk=escalation_id).first()
    if known:
        kept = {name: getattr(known, name) for name in vars(question)}
        if (known.action_id, known.raised_by_id, kept) != (action.pk, member.pk, vars(question)):
            raise IdConflictError(_("This was asked before with another content."))
        return known
    _must_be_askable(member, action, question)
    made = Escalation.objects.create(
        id=escalation_id, action=action, raised_by=member, raised_at=now(), **vars(question)
    )
    tell(Escalated(action.pk), member, action)
    return made


@transaction.atomic
def answer_escalation(
    member: Membership, action_id: UUID, *, escalation_id: UUID, answer: str
) -> Escalation:
    """Write down what somebody above answered; the same answer twice is once."""
    answer = clean_text(answer, field="answer", most=1000)
    action = locked_action_of(member, action_id)
    escalation = action.escalations.get(pk=escalation_id)
    if not may_answer_escalation(member, escalation):
        raise NotAllowedError(_("Only whoever was asked or a programme manager can answer."))
    if (escalation.answer, escalation.answered_by_id) == (answer, member.pk):
        return escalation
    _must_wait(escalation)
    escalation.answer, escalation.answered_by, escalation.ended_at = answer, member, now()
    escalation.save(update_fields=["answer", "answered_by", "ended_at"])
    tell(EscalationAnswered(action.pk), member, action)
    return escalation


@transaction.atomic
def withdraw_escalation(member: Membership, action_id: UUID, *, escalation_id: UUID) -> Escalation:
    """Say that no answer is needed any more; twice is once."""
    action = locked_action_of(member, action_id)
    escalation = action.escalations.get(pk=escalation_id)
    if not may_withdraw_escalation(member, escalation):
        raise NotAllowedError(_("Only whoever asked or a programme manager can take it back."))
    if escalation.ended_at and not escalation.answer:
        return escalation
    _must_wait(escalation)
    escalation.ended_at = now()
    escalation.save(update_fields=["ended_at"])
    tell(EscalationWithdrawn(action.pk), member, action)
    return escalation


def _cleaned(question: Question) -> Question:
    forum = clean_optional_line(question.forum, field="forum", most=200)
    if bool(forum) == bool(question.to_id):
        raise InvalidInputError(
            _("Please choose one member, or write the name of a board or a meeting."), field="forum"
        )
    return replace(question, forum=forum, ask=clean_text(question.ask, field="ask", most=500))


def _must_be_askable(member: Membership, action: ActionItem, question: Question) -> None:
    if action.state not in OPEN:
        raise ConflictError(
            _("This action is now: %(state)s. There is nothing to ask for it.")
            % {"state": ActionState(action.state).label}
        )
    if action.escalations.filter(ended_at=None).exists():
        raise ConflictError(_("A question waits for an answer already. That comes first."))
    if question.to_id and not members_of(member).filter(pk=question.to_id).exists():
        raise InvalidInputError(_("Please choose one member of this partnership."), field="to_id")
    if question.answer_by < today():
        raise InvalidInputError(_("Please choose a day that is still to come."), field="answer_by")
    if question.answer_by - today() > FARTHEST:
        raise InvalidInputError(_("Please choose a day closer to today."), field="answer_by")


def _must_wait(escalation: Escalation) -> None:
    if escalation.ended_at:
        raise ConflictError(
            _("This was answered or taken back already. Reload the page to see it.")
        )
