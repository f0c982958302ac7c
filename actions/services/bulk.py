"""Taking one step with many actions: each as if it stood alone, each with an answer of its own."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID, uuid5

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.utils.translation import gettext as _

from actions.models.action import ActionItem
from actions.models.bulk import BulkEdit, BulkResult, BulkStep
from actions.queries.bulk import edit_of
from actions.queries.log import actions_of, locked_action_of
from actions.services.commitment import offer_action
from actions.services.dates import change_due, take_back_date
from actions.services.ending import drop_action, reopen_action
from actions.services.revision import set_level
from kernel.clock import now
from kernel.errors import ConflictError, DomainError, IdConflictError, InvalidInputError
from partnerships.models.membership import Membership

MOST_AT_ONCE = 200
Way = Callable[[Membership, ActionItem, BulkEdit], object]
WayBack = Callable[[Membership, ActionItem, BulkResult], object]


@dataclass(frozen=True)
class BulkChange:
    """What to do with many actions; each step needs some of it."""

    step: str
    due: date | None = None
    reason: str = ""
    level: str = ""
    owner_id: UUID | None = None

    def as_said(self) -> dict[str, str]:
        """Return what was asked, as it is kept."""
        said = {name: value for name, value in vars(self).items() if value and name != "step"}
        return {name: str(value) for name, value in said.items()}


@dataclass(frozen=True)
class _Step:
    """How it goes, what is to be remembered before, and how one comes back."""

    forth: Way
    before: Callable[[ActionItem], str]
    back: WayBack


def _change_id(edit: BulkEdit, action: ActionItem) -> UUID:
    # The same for a repeat, so that it is known as one.
    return uuid5(edit.pk, str(action.pk))


def _level_back(member: Membership, action: ActionItem, result: BulkResult) -> None:
    if action.level != result.edit.said["level"]:
        raise ConflictError(_("Somebody changed the level meanwhile. It stays as it is now."))
    set_level(member, action.pk, level=result.before)


def _ask_the_former_one(member: Membership, action: ActionItem, result: BulkResult) -> None:
    if str(action.owner_id) != result.edit.said["owner_id"]:
        raise ConflictError(_("Somebody else was asked meanwhile. That stays."))
    offer_action(member, action.pk, owner_id=UUID(result.before))


_STEPS = {
    BulkStep.CHANGE_DUE: _Step(
        lambda member, action, edit: change_due(
            member,
            action.pk,
            change_id=_change_id(edit, action),
            due=date.fromisoformat(edit.said["due"]),
            reason=edit.said["reason"],
        ),
        lambda action: action.due.isoformat(),
        lambda member, action, result: take_back_date(
            member, action.pk, change_id=_change_id(result.edit, action)
        ),
    ),
    BulkStep.SET_LEVEL: _Step(
        lambda member, action, edit: set_level(member, action.pk, level=edit.said["level"]),
        lambda action: action.level,
        _level_back,
    ),
    BulkStep.OFFER: _Step(
        lambda member, action, edit: offer_action(
            member, action.pk, owner_id=UUID(edit.said["owner_id"])
        ),
        lambda action: str(action.owner_id),
        _ask_the_former_one,
    ),
    BulkStep.DROP: _Step(
        lambda member, action, edit: drop_action(member, action.pk, reason=edit.said["reason"]),
        lambda action: action.state,
        lambda member, action, _result: reopen_action(
            member, action.pk, reason=_("This was dropped by mistake.")
        ),
    ),
}
_NEEDED = {
    BulkStep.CHANGE_DUE: ("due", "reason"),
    BulkStep.SET_LEVEL: ("level",),
    BulkStep.OFFER: ("owner_id",),
    BulkStep.DROP: ("reason",),
}


def edit_many(
    member: Membership, *, edit_id: UUID, action_ids: Collection[UUID], change: BulkChange
) -> BulkEdit:
    """Take the step with each action, through the use case that takes it singly.

    Not one transaction: each action has its own, and its own answer, so that one refusal does not
    hold up the others. Sent again with the same id, it goes on where it stopped; with another content
    it is an IdConflictError. Raises DoesNotExist when one of them is not the member's to see.
    """
    _must_be_complete(change)
    wanted = list(actions_of(member).filter(pk__in=action_ids).values_list("pk", flat=True))
    if not wanted or len(wanted) > MOST_AT_ONCE:
        raise InvalidInputError(
            _("Please choose one action at least, and at most %(most)d.") % {"most": MOST_AT_ONCE},
            field="action_ids",
        )
    if len(wanted) != len(set(action_ids)):
        raise ObjectDoesNotExist
    edit = _begun(member, edit_id, change)
    forth = _STEPS[BulkStep(change.step)].forth
    for action_id in sorted(wanted):
        _take(member, edit, action_id, lambda action: forth(member, action, edit))
    return edit


def undo_many(member: Membership, edit_id: UUID, *, undo_id: UUID) -> BulkEdit:
    """Take a step with many actions back where there is a way back, each with an answer of its own.

    Only whoever took the step can; asking twice is once.
    """
    edit = edit_of(member, edit_id)
    if edit.undoes_id:
        raise ConflictError(_("This was taken back already. Do it anew if you want it after all."))
    undo = _undo_begun(member, edit, undo_id)
    back = _STEPS[BulkStep(edit.step)].back
    for result in edit.results.filter(refusal="").select_related("edit"):
        _take(member, undo, result.action_id, partial(_back, member, back, result))
    return undo


def _back(member: Membership, back: WayBack, result: BulkResult, action: ActionItem) -> None:
    back(member, action, result)


def _begun(member: Membership, edit_id: UUID, change: BulkChange) -> BulkEdit:
    edit, _is_new = BulkEdit.objects.get_or_create(
        pk=edit_id,
        defaults={
            "partnership_id": member.partnership_id,
            "by": member,
            "at": now(),
            "step": change.step,
            "said": change.as_said(),
        },
    )
    if (edit.by_id, edit.step, edit.said) != (member.pk, change.step, change.as_said()):
        raise IdConflictError(_("This was done before with another content."))
    return edit


def _undo_begun(member: Membership, edit: BulkEdit, undo_id: UUID) -> BulkEdit:
    undo, _is_new = BulkEdit.objects.get_or_create(
        undoes=edit,
        defaults={
            "id": undo_id,
            "partnership_id": member.partnership_id,
            "by": member,
            "at": now(),
            "step": edit.step,
        },
    )
    return undo


def _take(
    member: Membership, edit: BulkEdit, action_id: UUID, act: Callable[[ActionItem], object]
) -> None:
    before = refusal = ""
    with transaction.atomic():
        # One at a time, should the same edit be sent twice at the same moment.
        BulkEdit.objects.select_for_update().get(pk=edit.pk)
        if edit.results.filter(action=action_id).exists():
            return
        try:
            with transaction.atomic():
                action = locked_action_of(member, action_id)
                before = _STEPS[BulkStep(edit.step)].before(action)
                act(action)
        except DomainError as error:
            refusal = error.message
        BulkResult.objects.create(edit=edit, action_id=action_id, before=before, refusal=refusal)


def _must_be_complete(change: BulkChange) -> None:
    if change.step not in BulkStep.values:
        raise InvalidInputError(_("Please choose one of the listed values."), field="step")
    for name in _NEEDED[BulkStep(change.step)]:
        if not getattr(change, name):
            raise InvalidInputError(_("Please fill this in."), field=name)
