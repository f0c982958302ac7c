"""What a member may do with an action, as sentences with a name; the table behind them is data."""

from actions.models.action import ActionItem
from partnerships.models.membership import Membership
from reflections.models.session import ReflectionSession


def may_propose_action(member: Membership, session: ReflectionSession) -> bool:
    """Turning insights into actions is up to those who run the session."""
    return member.may("action.propose", own=session.facilitator_id == member.pk)


def may_answer(member: Membership, action: ActionItem) -> bool:
    """Only the owner can say yes or no."""
    return member.may("action.answer", own=action.owner_id == member.pk)


def may_offer_action(member: Membership, action: ActionItem) -> bool:
    """Asking somebody else is up to those who run the session that it came from."""
    return member.may("action.offer", own=action.session.facilitator_id == member.pk)


def may_check_in(member: Membership, action: ActionItem) -> bool:
    """The owner reports; a manager or a trusted advisor writes down what she heard."""
    return member.may("action.check_in", own=action.owner_id == member.pk)


def may_complete_action(member: Membership, action: ActionItem) -> bool:
    """The owner says that it is done, or a manager for her."""
    return member.may("action.complete", own=action.owner_id == member.pk)


def may_verify_action(member: Membership, action: ActionItem) -> bool:
    """Whoever did it cannot be the one who confirms it."""
    return member.may("action.verify") and action.owner_id != member.pk
