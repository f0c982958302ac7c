"""Saying yes, saying no, and asking somebody else."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from actions.events.actions import ActionAccepted, ActionDeclined, ActionOffered, YesRecorded
from actions.models.action import ActionItem, Offer
from actions.models.life import StepReason
from actions.policies import may_answer, may_offer_action, may_record_yes, offer_step
from actions.queries.log import locked_action_of
from actions.services.dates import review_day_for
from actions.services.telling import tell
from actions.states import ActionState, next_state
from kernel.clock import now
from kernel.errors import InvalidInputError, NotAllowedError
from kernel.text import clean_line
from partnerships.models.membership import Membership
from partnerships.queries import members_of


@transaction.atomic
def accept_action(member: Membership, action_id: UUID) -> ActionItem:
    """Say yes to an action that one was asked for; saying yes twice is once."""
    action = _own(member, action_id)
    if action.state == ActionState.ACCEPTED:
        return action
    _say_yes(action, heard_by=None)
    tell(ActionAccepted(action.pk), member, action)
    return action


@transaction.atomic
def record_yes(member: Membership, action_id: UUID) -> ActionItem:
    """Write down that the owner said yes aloud, for somebody who does not use the product herself.

    The history says who heard it. Twice is once.
    """
    action = locked_action_of(member, action_id)
    if not may_record_yes(member, action):
        raise NotAllowedError(_("Only the facilitator or a programme manager can do this."))
    if action.state == ActionState.ACCEPTED:
        return action
    _say_yes(action, heard_by=member)
    tell(YesRecorded(action.pk), member, action)
    return action


@transaction.atomic
def decline_action(member: Membership, action_id: UUID, *, reason: str) -> ActionItem:
    """Say no, and why; those who run the session then ask somebody else. Twice is once."""
    action = _own(member, action_id)
    reason = clean_line(reason, field="reason", most=500)
    if (action.state, action.decline_reason) == (ActionState.DECLINED, reason):
        return action
    action.state = next_state(action.state, "decline")
    action.decline_reason = reason
    action.save(update_fields=["state", "decline_reason"])
    StepReason.objects.create(action=action, by=member, at=now(), step="decline", text=reason)
    tell(ActionDeclined(action.pk), member, action)
    return action


@transaction.atomic
def offer_action(member: Membership, action_id: UUID, *, owner_id: UUID) -> ActionItem:
    """Ask somebody else to own an action that nobody said yes to, or whose owner left.

    Asking the one who is being asked already changes nothing.
    """
    action = locked_action_of(member, action_id)
    if not may_offer_action(member, action):
        raise NotAllowedError(_("Only the facilitator or a programme manager can do this."))
    return _ask(member, action, owner_id, offer_step(action))


@transaction.atomic
def pass_on(member: Membership, action_id: UUID, *, owner_id: UUID) -> ActionItem:
    """Ask somebody else for an open action whose owner is about to leave; she is its owner no more."""
    action = locked_action_of(member, action_id)
    if not may_offer_action(member, action):
        raise NotAllowedError(_("Only the facilitator or a programme manager can do this."))
    return _ask(member, action, owner_id, "hand_over")


def _ask(member: Membership, action: ActionItem, owner_id: UUID, step: str) -> ActionItem:
    owner = members_of(member).filter(pk=owner_id).first()
    if owner is None:
        raise InvalidInputError(
            _("Please choose who does it: one member of this partnership."), field="owner_id"
        )
    if (action.state, action.owner_id) == (ActionState.PROPOSED, owner.pk):
        return action
    action.state = next_state(action.state, step)
    action.handovers.filter(ended_at=None).update(ended_at=now())
    action.owner = owner
    action.offered_at = now()
    action.accepted_at, action.yes_heard_by = None, None
    action.decline_reason = ""
    action.save(
        update_fields=[
            *("state", "owner", "offered_at", "accepted_at", "yes_heard_by", "decline_reason")
        ]
    )
    Offer.objects.create(action=action, owner=owner, at=action.offered_at)
    tell(ActionOffered(action.pk), member, action)
    return action


def _say_yes(action: ActionItem, *, heard_by: Membership | None) -> None:
    action.state = next_state(action.state, "accept")
    action.accepted_at, action.yes_heard_by = now(), heard_by
    action.review_on = review_day_for(action)
    action.save(update_fields=["state", "accepted_at", "yes_heard_by", "review_on"])


def _own(member: Membership, action_id: UUID) -> ActionItem:
    action = locked_action_of(member, action_id)
    if not may_answer(member, action):
        raise NotAllowedError(_("Only the person who was asked can answer."))
    return action
