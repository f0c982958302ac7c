"""Moving the date by which an action is ready: with a reason, and from the second time with a yes."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from actions.events.actions import DueChangeAsked, DueChanged, DueChangeRefused, DueTakenBack
from actions.models.action import ActionItem
from actions.models.life import DueChange
from actions.policies import may_agree_on_dates, may_change_due, may_take_back_date
from actions.queries.log import locked_action_of
from actions.services.telling import tell
from actions.states import AGREED_FROM, OPEN, ActionState
from kernel.clock import now, today
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from kernel.text import clean_text
from partnerships.models.membership import Membership

FARTHEST = timedelta(days=20 * 365)


@transaction.atomic
def change_due(
    member: Membership, action_id: UUID, *, change_id: UUID, due: date, reason: str
) -> DueChange:
    """Ask for another date. The first time the owner decides, later a programme manager agrees.

    The day that was first agreed stays known for good. May be sent any number of times with the
    same id; with another content it is an IdConflictError. Raises ConflictError while another date
    waits for an answer, or where the action is not open any more.
    """
    reason = clean_text(reason, field="reason", most=500)
    action = locked_action_of(member, action_id)
    if not may_change_due(member, action):
        raise NotAllowedError(
            _("Only the owner, an advisor or a programme manager can ask for another date.")
        )
    known = DueChange.objects.filter(pk=change_id).first()
    if known:
        said = (known.action_id, known.asked_by_id, known.after, known.reason)
        if said != (action.pk, member.pk, due, reason):
            raise IdConflictError(_("This date was asked for before with another content."))
        return known
    _must_be_a_new_day(action, due)
    change = DueChange.objects.create(
        id=change_id,
        action=action,
        before=action.due,
        after=due,
        reason=reason,
        asked_by=member,
        asked_at=now(),
    )
    if _needs_a_yes(member, action):
        tell(DueChangeAsked(action.pk), member, action)
        return change
    return _agreed(member, action, change)


@transaction.atomic
def agree_on_date(member: Membership, action_id: UUID, *, change_id: UUID) -> DueChange:
    """Say yes to the date that somebody asked for; yes twice is once."""
    action, change = _asked(member, action_id, change_id)
    if change.is_agreed:
        return change
    _must_wait(change)
    _must_be_open(action)
    return _agreed(member, action, change)


@transaction.atomic
def refuse_date(member: Membership, action_id: UUID, *, change_id: UUID, reason: str) -> DueChange:
    """Say no to the date that somebody asked for, and why; the same no twice is once."""
    reason = clean_text(reason, field="reason", most=500)
    action, change = _asked(member, action_id, change_id)
    if change.refusal == reason:
        return change
    _must_wait(change)
    _answer(member, change, refusal=reason)
    tell(DueChangeRefused(action.pk), member, action)
    return change


@transaction.atomic
def take_back_date(member: Membership, action_id: UUID, *, change_id: UUID) -> DueChange:
    """Want the date that one asked for no more: where it holds already, the one before holds again.

    Only whoever asked for it, and only as long as nobody moved the date since; twice is once.
    """
    action = locked_action_of(member, action_id)
    change = action.due_changes.get(pk=change_id)
    if not may_take_back_date(member, action, change):
        raise NotAllowedError(_("Only whoever asked for this date can take it back."))
    if change.taken_back_at:
        return change
    _must_be_open(action)
    if action.due_changes.latest("asked_at") != change or change.refusal:
        raise ConflictError(_("The date was answered or moved since. It stays as it is now."))
    if change.is_agreed:
        _move(action, change.before)
    change.answered_by, change.is_agreed = member, False
    change.answered_at = change.taken_back_at = now()
    change.save(update_fields=["answered_by", "answered_at", "is_agreed", "taken_back_at"])
    tell(DueTakenBack(action.pk), member, action)
    return change


def review_day_for(action: ActionItem) -> date:
    """Return when one can know what came of it, as long after its date as the partnership agreed."""
    return action.due + timedelta(days=action.partnership.effect_review_days)


def must_be_a_day_to_come(due: date) -> None:
    """Raise InvalidInputError for a day that is over, or so far away that it is a slip of the pen."""
    if due < today():
        raise InvalidInputError(_("Please choose a day that is still to come."), field="due")
    if due - today() > FARTHEST:
        raise InvalidInputError(_("Please choose a day closer to today."), field="due")


def _must_be_a_new_day(action: ActionItem, due: date) -> None:
    _must_be_open(action)
    if action.due_changes.filter(answered_at=None).exists():
        raise ConflictError(_("Another date waits for an answer already. That comes first."))
    must_be_a_day_to_come(due)
    if due == action.due:
        raise InvalidInputError(_("It is due on that day already."), field="due")


def _must_be_open(action: ActionItem) -> None:
    if action.state not in OPEN:
        raise ConflictError(
            _("This action is now: %(state)s. Its date does not matter any more.")
            % {"state": ActionState(action.state).label}
        )


def _needs_a_yes(member: Membership, action: ActionItem) -> bool:
    if may_agree_on_dates(member):
        return False
    times = action.due_changes.filter(is_agreed=True).count() + 1
    return times >= AGREED_FROM or action.owner_id != member.pk


def _asked(member: Membership, action_id: UUID, change_id: UUID) -> tuple[ActionItem, DueChange]:
    action = locked_action_of(member, action_id)
    if not may_agree_on_dates(member):
        raise NotAllowedError(_("Only a programme manager can answer this."))
    return action, action.due_changes.get(pk=change_id)


def _must_wait(change: DueChange) -> None:
    if change.answered_at:
        raise ConflictError(_("Somebody answered this already. Reload the page to see what."))


def _agreed(member: Membership, action: ActionItem, change: DueChange) -> DueChange:
    _answer(member, change, is_agreed=True)
    _move(action, change.after)
    tell(DueChanged(action.pk), member, action)
    return change


def _move(action: ActionItem, due: date) -> None:
    action.due = due
    action.review_on = review_day_for(action)
    action.save(update_fields=["due", "review_on"])


def _answer(
    member: Membership, change: DueChange, *, is_agreed: bool = False, refusal: str = ""
) -> None:
    change.answered_by, change.answered_at = member, now()
    change.is_agreed, change.refusal = is_agreed, refusal
    change.save(update_fields=["answered_by", "answered_at", "is_agreed", "refusal"])
