"""What a member may do with an action, as sentences with a name; the table behind them is data."""

from actions.models.action import ActionItem
from actions.models.advisor_note import AdvisorNote, Confidentiality
from actions.models.asking import Escalation, Handover
from actions.models.bulk import BulkStep
from actions.models.life import DueChange
from actions.models.saved_view import SavedView
from actions.states import ACHIEVED, MOVES, OPEN, UNDER_WAY, ActionState, Claim
from partnerships.models.membership import Membership
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.policies import runs_together


def may_propose_action(member: Membership, session: ReflectionSession) -> bool:
    """Turning insights into actions is up to those who run the session."""
    return member.may("action.propose", own=runs_together(member.pk, session))


def may_import_actions(member: Membership) -> bool:
    """Bringing a list of actions in from elsewhere is up to the programme managers."""
    return member.may("action.import")


def may_use_minutes(member: Membership) -> bool:
    """Whoever leads meetings makes actions out of their minutes, for others to say yes to."""
    return member.may("action.from_minutes")


def may_answer(member: Membership, action: ActionItem) -> bool:
    """Only the owner can say yes or no."""
    return member.may("action.answer", own=action.owner_id == member.pk)


def may_offer_action(member: Membership, action: ActionItem) -> bool:
    """Asking somebody else is up to those who run the session that it came from."""
    return member.may("action.offer", own=brought_about(member, action))


def may_record_yes(member: Membership, action: ActionItem) -> bool:
    """Whoever runs the session hears a yes there, and a manager on the phone; nobody hears her own."""
    is_to_be_heard = action.owner_id != member.pk and action.owner.until is None
    by_right = member.may("action.record_yes", own=brought_about(member, action))
    return is_to_be_heard and by_right


def may_change_due(member: Membership, action: ActionItem) -> bool:
    """The owner asks for another date, or a manager or an advisor for her."""
    return member.may("action.change_due", own=action.owner_id == member.pk)


def may_take_back_date(member: Membership, action: ActionItem, change: DueChange) -> bool:
    """Whoever asked for a date can want it no more, as long as she may ask for dates at all."""
    return change.asked_by_id == member.pk and may_change_due(member, action)


def may_revise_action(member: Membership, action: ActionItem) -> bool:
    """How it reads is up to its owner and to those who run the session that it came from."""
    is_hers = action.owner_id == member.pk or brought_about(member, action)
    return member.may("action.revise", own=is_hers)


def bulk_steps_of(member: Membership) -> list[BulkStep]:
    """Return what she can do with several actions at once: what she may do with one that is hers."""
    return [step for step, needed in _FOR_MANY.items() if member.may(needed, own=True)]


_FOR_MANY = {
    BulkStep.CHANGE_DUE: "action.change_due",
    BulkStep.SET_LEVEL: "action.revise",
    BulkStep.OFFER: "action.offer",
    BulkStep.DROP: "action.drop",
}


def may_ask_owner(member: Membership, action: ActionItem) -> bool:
    """Managers and advisors ask whoever is to do it; nobody asks herself."""
    return member.may("action.ask_owner") and action.owner_id != member.pk


def may_write_note(member: Membership) -> bool:
    """Notes beside the reports are the trusted advisors'."""
    return member.may("advisor_note.write")


def may_read_note(member: Membership, note: AdvisorNote) -> bool:
    """What is for everybody, everybody reads; what is confided, its writer and perhaps the managers."""
    if note.confidentiality == Confidentiality.EVERYBODY:
        return True
    is_hers = note.by_id == member.pk
    if note.confidentiality == Confidentiality.MANAGERS:
        return member.may("advisor_note.confided", own=is_hers)
    return is_hers and may_write_note(member)


def may_show_action(member: Membership, action: ActionItem) -> bool:
    """Who sees it is up to those who run the session that it came from."""
    return member.may("action.show", own=brought_about(member, action))


def may_hand_over(member: Membership, action: ActionItem) -> bool:
    """The owner asks somebody to take it over, or those who run the session do."""
    is_hers = action.owner_id == member.pk or brought_about(member, action)
    return member.may("action.hand_over", own=is_hers)


def may_take_over(member: Membership, handover: Handover) -> bool:
    """Only whoever was asked can say whether she takes it over."""
    return member.may("action.take_over", own=handover.to_id == member.pk)


def may_escalate(member: Membership, action: ActionItem) -> bool:
    """Those who work on it see when only somebody above can help; an advisor may see it, too."""
    is_hers = works_on(member, action) or brought_about(member, action)
    return member.may("action.escalate", own=is_hers)


def may_answer_escalation(member: Membership, escalation: Escalation) -> bool:
    """Whoever was asked answers, or a manager writes down what a board or a meeting said."""
    return member.may("escalation.answer", own=escalation.to_id == member.pk)


def may_withdraw_escalation(member: Membership, escalation: Escalation) -> bool:
    """Whoever asked can do without an answer."""
    return member.may("escalation.withdraw", own=escalation.raised_by_id == member.pk)


def may_merge(member: Membership, action: ActionItem) -> bool:
    """Joining and parting actions is up to those who run the sessions that they came from."""
    return member.may("action.merge", own=brought_about(member, action))


def works_on(member: Membership, action: ActionItem) -> bool:
    """Say whether she owns it or helps the owner."""
    return action.owner_id == member.pk or member.pk in {one.pk for one in action.helpers.all()}


def may_keep_views(member: Membership) -> bool:
    """Everybody keeps the views of the log that she needs again."""
    return member.may("saved_view.keep")


def may_share_views(member: Membership) -> bool:
    """What everybody finds on the log is up to the programme managers."""
    return member.may("saved_view.share")


def may_remove_view(member: Membership, view: SavedView) -> bool:
    """One's own views are one's own; those of everybody are the programme managers'."""
    return may_share_views(member) if view.is_shared else view.by_id == member.pk


def may_agree_on_dates(member: Membership) -> bool:
    """Whether a date may move once more is up to the programme managers."""
    return member.may("action.agree_due")


def may_drop_action(member: Membership, action: ActionItem) -> bool:
    """Giving an action up is for those who run the session that it came from."""
    return member.may("action.drop", own=brought_about(member, action))


def may_review_effect(member: Membership, action: ActionItem) -> bool:
    """Whoever did it is not the one who says what came of it."""
    return member.may("action.review") and not works_on(member, action)


def may_share_example(member: Membership) -> bool:
    """What leaves the partnership is decided by its programme managers."""
    return member.may("example.share")


def may_waive_review(member: Membership) -> bool:
    """Finishing an action without looking at its effect is up to the programme managers."""
    return member.may("action.waive_review")


def may_reopen_action(member: Membership) -> bool:
    """Managers and advisors see whether something goes on after all."""
    return member.may("action.reopen")


def may_check_in(member: Membership, action: ActionItem) -> bool:
    """Owner and helpers report; a manager or a trusted advisor writes down what she heard."""
    return member.may("action.check_in", own=works_on(member, action))


def may_complete_action(member: Membership, action: ActionItem) -> bool:
    """The owner says that it is done, or a manager for her."""
    return member.may("action.complete", own=action.owner_id == member.pk)


def may_verify_action(member: Membership, action: ActionItem) -> bool:
    """Whoever did it cannot be the one who confirms it."""
    return member.may("action.verify") and not works_on(member, action)


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
        "drop": may_drop_action(member, action),
        "review": may_review_effect(member, action),
        "waive_review": may_waive_review(member),
        "reopen": may_reopen_action(member),
        **dict.fromkeys(Claim.values, may_check_in(member, action)),
    }
    steps = {step for state, step in MOVES if state == action.state and allowed.get(step)}
    words = {"hand_over": "offer", **dict.fromkeys(Claim.values, "check_in")}
    named = {words.get(step, step) for step in steps}
    return named | _steps_beside(member, action) | _steps_with_others(member, action)


def advising_steps(member: Membership, action: ActionItem) -> set[str]:
    """Return what somebody who follows up can do beside the steps of the action itself."""
    is_there = action.state in UNDER_WAY and action.owner.until is None
    beside = {
        "ask_owner": is_there and may_ask_owner(member, action),
        "write_note": may_write_note(member),
    }
    return {name for name, holds in beside.items() if holds}


def _steps_beside(member: Membership, action: ActionItem) -> set[str]:
    """Return the steps that lead to no other state: a yes for somebody else, and another date."""
    if action.state not in OPEN:
        return set()
    # From all of them, which lists have loaded.
    asked = next((one for one in action.due_changes.all() if one.answered_at is None), None)
    beside = {
        "record_yes": action.state == ActionState.PROPOSED and may_record_yes(member, action),
        "change_due": asked is None and may_change_due(member, action),
        "answer_date": asked is not None and may_agree_on_dates(member),
        "take_back": asked is not None and may_take_back_date(member, action, asked),
        "revise": may_revise_action(member, action),
        "people": may_revise_action(member, action),
        "split": may_merge(member, action),
        "merge": may_merge(member, action),
    }
    return {name for name, holds in beside.items() if holds}


def _steps_with_others(member: Membership, action: ActionItem) -> set[str]:
    """Return the steps for which others are asked, or by which they see something."""
    is_open, is_under_way = action.state in OPEN, action.state in UNDER_WAY
    handover = next((one for one in action.handovers.all() if one.ended_at is None), None)
    question = next((one for one in action.escalations.all() if one.ended_at is None), None)
    beside = {
        "hand_over": is_under_way and may_hand_over(member, action),
        "take_over": is_under_way and handover is not None and may_take_over(member, handover),
        "escalate": is_open and question is None and may_escalate(member, action),
        "answer_above": question is not None and may_answer_escalation(member, question),
        "withdraw_above": question is not None and may_withdraw_escalation(member, question),
        "evidence": action.state in UNDER_WAY | ACHIEVED and may_check_in(member, action),
        "show": may_show_action(member, action) and action.state != ActionState.MERGED,
    }
    return {name for name, holds in beside.items() if holds}


def brought_about(member: Membership, action: ActionItem) -> bool:
    """Say whether the member runs the session that it came from, or brought it in from elsewhere."""
    if action.session is None:
        return action.proposed_by_id == member.pk
    return runs_together(member.pk, action.session)


def offer_step(action: ActionItem) -> str:
    """Say what asking somebody else is: an offer, or handing over what a former member left."""
    return "offer" if action.owner.until is None else "hand_over"
