"""Handing an action over: somebody else is asked, and it is hers once she says yes."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from actions.events.asking import HandoverAsked, HandoverRefused, TakenOver
from actions.models.action import ActionItem, Offer
from actions.models.asking import Handover
from actions.policies import may_hand_over, may_take_over
from actions.queries.log import locked_action_of
from actions.services.telling import tell
from actions.states import UNDER_WAY, ActionState
from kernel.clock import now
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from kernel.text import clean_text
from partnerships.models.membership import Membership
from partnerships.queries import members_of


@transaction.atomic
def ask_to_take_over(
    member: Membership, action_id: UUID, *, handover_id: UUID, to_id: UUID, reason: str
) -> Handover:
    """Ask another member to take over an action that is under way; until her yes it stays whose it is.

    Asking somebody else ends an earlier question. May be sent any number of times with the same id;
    with another content it is an IdConflictError.
    """
    reason = clean_text(reason, field="reason", most=500)
    action = locked_action_of(member, action_id)
    if not may_hand_over(member, action):
        raise NotAllowedError(
            _("Only the owner, the facilitator or a programme manager can ask somebody else.")
        )
    known = Handover.objects.filter(pk=handover_id).first()
    if known:
        said = (known.action_id, known.asked_by_id, known.to_id, known.reason)
        if said != (action.pk, member.pk, to_id, reason):
            raise IdConflictError(_("This was asked before with another content."))
        return known
    _must_be_under_way(action)
    if not members_of(member).filter(pk=to_id).exclude(pk=action.owner_id).exists():
        raise InvalidInputError(
            _("Please choose another member of this partnership."), field="to_id"
        )
    action.handovers.filter(ended_at=None).update(ended_at=now())
    made = Handover.objects.create(
        id=handover_id,
        action=action,
        before_id=action.owner_id,
        to_id=to_id,
        reason=reason,
        asked_by=member,
        asked_at=now(),
    )
    tell(HandoverAsked(action.pk), member, action)
    return made


@transaction.atomic
def take_over(member: Membership, action_id: UUID) -> ActionItem:
    """Say yes to taking over an action: it goes on where it is, and is hers. Twice is once."""
    action = locked_action_of(member, action_id)
    handover = _asked_of(member, action)
    if handover.is_accepted and action.owner_id == member.pk:
        return action
    _must_wait(handover)
    _must_be_under_way(action)
    handover.ended_at, handover.is_accepted = now(), True
    handover.save(update_fields=["ended_at", "is_accepted"])
    action.owner = member
    action.offered_at, action.accepted_at, action.yes_heard_by = handover.asked_at, now(), None
    action.save(update_fields=["owner", "offered_at", "accepted_at", "yes_heard_by"])
    action.helpers.remove(member)
    Offer.objects.create(action=action, owner=member, at=handover.asked_at)
    tell(TakenOver(action.pk), member, action)
    return action


@transaction.atomic
def refuse_to_take_over(member: Membership, action_id: UUID, *, reason: str) -> ActionItem:
    """Say no to taking over an action, and why: it stays whose it is. The same no twice is once."""
    reason = clean_text(reason, field="reason", most=500)
    action = locked_action_of(member, action_id)
    handover = _asked_of(member, action)
    if handover.refusal == reason:
        return action
    _must_wait(handover)
    handover.ended_at, handover.refusal = now(), reason
    handover.save(update_fields=["ended_at", "refusal"])
    tell(HandoverRefused(action.pk), member, action)
    return action


def _asked_of(member: Membership, action: ActionItem) -> Handover:
    handover = action.handovers.last()
    if handover is None or not may_take_over(member, handover):
        raise NotAllowedError(_("Only the person who was asked can answer."))
    return handover


def _must_wait(handover: Handover) -> None:
    if handover.ended_at:
        raise ConflictError(_("This was answered already. Reload the page to see how."))


def _must_be_under_way(action: ActionItem) -> None:
    if action.state not in UNDER_WAY:
        raise ConflictError(
            _("This action is now: %(state)s. There is nothing to take over.")
            % {"state": ActionState(action.state).label}
        )
