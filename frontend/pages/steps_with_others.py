"""The steps by which others are asked, join in or see an action, and actions are joined and parted."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from actions.models.action import ActionItem
from actions.models.asking import Escalation
from actions.queries.log import actions_of
from actions.services.escalation import (
    Question,
    answer_escalation,
    escalate,
    withdraw_escalation,
)
from actions.services.evidence import add_evidence
from actions.services.handover import ask_to_take_over, refuse_to_take_over, take_over
from actions.services.merging import merge_actions, split_action
from actions.services.people import set_people, show_to
from actions.services.translation import ActionWording
from frontend.forms.actions import PressForm
from frontend.forms.asking import (
    AnswerAboveForm,
    EscalationForm,
    EvidenceForm,
    HandOverForm,
    MergeForm,
    PeopleForm,
    ShowForm,
    SplitForm,
    TakeOverForm,
)
from kernel.errors import InvalidInputError
from partnerships.models.membership import Membership
from partnerships.queries import members_of

Act = Callable[[Membership, ActionItem, dict[str, Any]], object]
Make = Callable[[Membership, ActionItem, Any, str], forms.Form]


def _answer_handover(
    member: Membership, action: ActionItem, *, answer: str, reason: str
) -> ActionItem:
    if answer == "yes":
        return take_over(member, action.pk)
    return refuse_to_take_over(member, action.pk, reason=reason)


def _merge(member: Membership, action: ActionItem, *, number: int, reason: str) -> ActionItem:
    taken = actions_of(member).filter(number=number).first()
    if taken is None:
        raise InvalidInputError(_("There is no action with this number."), field="number")
    return merge_actions(member, action.pk, taken_id=taken.pk, reason=reason)


def _split(member: Membership, action: ActionItem, *, part_id: UUID, **said: Any) -> ActionItem:
    wording = ActionWording(level=action.level, **said)
    return split_action(member, action.pk, part_id=part_id, wording=wording)


def _waiting(action: ActionItem) -> Escalation | None:
    return action.escalations.filter(ended_at=None).first()


def _withdraw(member: Membership, action: ActionItem) -> None:
    waiting = _waiting(action)
    if waiting:
        withdraw_escalation(member, action.pk, escalation_id=waiting.pk)


ACTS: dict[str, Act] = {
    "take_over": lambda member, action, said: _answer_handover(member, action, **said),
    "answer_above": lambda member, action, said: answer_escalation(member, action.pk, **said),
    "hand_over": lambda member, action, said: ask_to_take_over(member, action.pk, **said),
    "escalate": lambda member, action, said: escalate(
        member,
        action.pk,
        escalation_id=said.pop("escalation_id"),
        question=Question(**said),
    ),
    "withdraw_above": lambda member, action, _said: _withdraw(member, action),
    "evidence": lambda member, action, said: add_evidence(member, action.pk, **said),
    "people": lambda member, action, said: set_people(member, action.pk, **said),
    "show": lambda member, action, said: show_to(member, action.pk, **said),
    "split": lambda member, action, said: _split(member, action, **said),
    "merge": lambda member, action, said: _merge(member, action, **said),
}


def _others(member: Membership, action: ActionItem) -> list[Membership]:
    return list(members_of(member).exclude(pk=action.owner_id))


FORMS: dict[str, Make] = {
    "take_over": lambda _member, _action, data, prefix: TakeOverForm(data, prefix=prefix),
    "answer_above": lambda _member, action, data, prefix: AnswerAboveForm(
        data,
        prefix=prefix,
        initial={"escalation_id": (waiting := _waiting(action)) and waiting.pk},
    ),
    "hand_over": lambda member, action, data, prefix: HandOverForm(
        data, prefix=prefix, members=_others(member, action)
    ),
    "escalate": lambda member, _action, data, prefix: EscalationForm(
        data, prefix=prefix, members=members_of(member)
    ),
    "withdraw_above": lambda _member, _action, data, prefix: PressForm(data, prefix=prefix),
    "evidence": lambda _member, _action, data, prefix: EvidenceForm(data, prefix=prefix),
    "people": lambda member, action, data, prefix: PeopleForm(
        data,
        prefix=prefix,
        members=members_of(member),
        owner_id=action.owner_id,
        initial={
            "helper_ids": [str(one.pk) for one in action.helpers.all()],
            "sponsor_id": action.sponsor_id,
        },
    ),
    "show": lambda _member, action, data, prefix: ShowForm(
        data,
        prefix=prefix,
        initial={"visibility": action.visibility, "plain_words": action.plain_words},
    ),
    "split": lambda member, action, data, prefix: SplitForm(
        data, prefix=prefix, members=members_of(member), initial={"due": action.due}
    ),
    "merge": lambda _member, _action, data, prefix: MergeForm(data, prefix=prefix),
}


def thanks() -> dict[str, str]:
    """Say what was done."""
    return {
        "take_over": _("Your answer is saved."),
        "answer_above": _("The answer is saved."),
        "hand_over": _("Asked. Until there is a yes, the action stays whose it is."),
        "escalate": _("Asked. The action shows by when an answer is needed."),
        "withdraw_above": _("No answer is needed any more."),
        "evidence": _("Saved. Everybody who sees the action sees this, too."),
        "people": _("Saved. The page shows who works on it."),
        "show": _("Saved. The page shows who sees it."),
        "split": _("The part is an action of its own now, and waits for a yes."),
        "merge": _("Both are one action now. The other one points to it."),
    }
