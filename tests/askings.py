"""Asking others for an action, and joining and parting actions."""

from uuid import UUID, uuid4

from actions.models.action import ActionItem
from actions.models.asking import Escalation, Evidence, Handover
from actions.services.escalation import Question, answer_escalation, escalate
from actions.services.evidence import add_evidence
from actions.services.handover import ask_to_take_over
from actions.services.merging import merge_actions, split_action
from partnerships.models.membership import Membership
from tests import cast


def handed(
    member: Membership, action: ActionItem, to: Membership, handover_id: UUID | None = None
) -> Handover:
    """Ask somebody to take it over."""
    return ask_to_take_over(
        member,
        action.pk,
        handover_id=handover_id or uuid4(),
        to_id=to.pk,
        reason="I change jobs in May",
    )


def raised(
    member: Membership,
    action: ActionItem,
    to: Membership | None = None,
    *,
    escalation_id: UUID | None = None,
) -> Escalation:
    """Ask somebody above, or the board."""
    question = Question(
        ask="Who pays for the rails?",
        answer_by=cast.in_days(14),
        to_id=to.pk if to else None,
        forum="" if to else "Board of the fund",
    )
    return escalate(member, action.pk, escalation_id=escalation_id or uuid4(), question=question)


def answered(member: Membership, escalation: Escalation) -> Escalation:
    """Write down what was answered."""
    return answer_escalation(
        member, escalation.action_id, escalation_id=escalation.pk, answer="The fund pays half"
    )


def shown(member: Membership, action: ActionItem, evidence_id: UUID | None = None) -> Evidence:
    """Show how far it is."""
    return add_evidence(
        member,
        action.pk,
        evidence_id=evidence_id or uuid4(),
        text="Twelve homes are on the list",
        link="https://example.org/list",
    )


def joined(member: Membership, action: ActionItem, taken: ActionItem) -> ActionItem:
    """Make the second one part of the first."""
    return merge_actions(member, action.pk, taken_id=taken.pk, reason="Both are the same homes")


def parted(
    member: Membership, action: ActionItem, owner: Membership, part_id: UUID | None = None
) -> ActionItem:
    """Make a part of it an action of its own."""
    wording = cast.wording_for(owner, "Check the 12 homes in the north")
    return split_action(member, action.pk, part_id=part_id or uuid4(), wording=wording)
