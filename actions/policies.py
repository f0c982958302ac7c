"""What a member may do with an action, as sentences with a name; the table behind them is data."""

from actions.models.action import ActionItem
from actions.states import MOVES, Claim
from partnerships.models.membership import Membership
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.policies import runs_together


def may_propose_action(member: Membership, session: ReflectionSession) -> bool:
    """Turning insights into actions is up to those who run the session."""
    return member.may("action.propose", own=runs_together(member.pk, session))


def may_answer(member: Membership, action: ActionItem) -> bool:
    """Only the owner can say yes or no."""
    return member.may("action.answer", own=action.owner_id == member.pk)


def may_offer_action(member: Membership, action: ActionItem) -> bool:
    """Asking somebody else is up to those who run the session that it came from."""
    return member.may("action.offer", own=runs_together(member.pk, action.session))


def may_check_in(member: Membership, action: ActionItem) -> bool:
    """The owner reports; a manager or a trusted advisor writes down what she heard."""
    return member.may("action.check_in", own=action.owner_id == member.pk)


def may_complete_action(member: Membership, action: ActionItem) -> bool:
    """The owner says that it is done, or a manager for her."""
    return member.may("action.complete", own=action.owner_id == member.pk)


def may_verify_action(member: Membership, action: ActionItem) -> bool:
    """Whoever did it cannot be the one who confirms it."""
    return member.may("action.verify") and action.owner_id != member.pk


def may_record_decision(member: Membership, session: ReflectionSession) -> bool:
    """Writing down what is to be decided and what was decided is up to those who run the session."""
    return member.may("decision.record", own=runs_together(member.pk, session))


def may_lead_read_back(participant: Participant) -> bool:
    """Who runs the session reads back, and goes on when it was meant so."""
    leads = runs_together(participant.membership_id, participant.session)
    return participant.may("read_back.lead", own=leads)


def may_dissent(participant: Participant) -> bool:
    """Everybody who joined may see it differently, and it stays."""
    return participant.may("read_back.dissent")


def possible_steps(member: Membership, action: ActionItem) -> set[str]:
    """Return what this member may do with the action as it is now, named as in the table of moves.

    A report is "check_in", whatever it claims; "offer" also stands for handing over.
    """
    allowed = {
        "accept": may_answer(member, action),
        "decline": may_answer(member, action),
        offer_step(action): may_offer_action(member, action),
        "complete": may_complete_action(member, action),
        "confirm": may_verify_action(member, action),
        "not_yet": may_verify_action(member, action),
        **dict.fromkeys(Claim.values, may_check_in(member, action)),
    }
    steps = {step for state, step in MOVES if state == action.state and allowed.get(step)}
    words = {"hand_over": "offer", **dict.fromkeys(Claim.values, "check_in")}
    return {words.get(step, step) for step in steps}


def offer_step(action: ActionItem) -> str:
    """Say what asking somebody else is: an offer, or handing over what a former member left."""
    return "offer" if action.owner.until is None else "hand_over"
