"""Ending a membership: first somebody else is asked for each open action, or it is dropped."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actions.queries.leaving import open_actions_left_by
from actions.services.commitment import pass_on
from actions.services.ending import drop_action
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError
from partnerships.models.membership import Membership
from partnerships.queries import members_of
from partnerships.services.membership import end_membership, must_not_be_the_last_manager


@dataclass(frozen=True)
class Farewell:
    """What becomes of one open action: somebody else is asked, or it is dropped with a reason."""

    action_id: UUID
    owner_id: UUID | None = None
    reason: str = ""


def part_with(
    member: Membership, member_id: UUID, *, choices: Sequence[Farewell] = ()
) -> Membership:
    """End a membership once nothing open is left with it; what she did stays under her name.

    Each choice is a step of its own, in the history of its action; choices that were carried out
    before are passed over, so that all of it may be sent again. Raises ConflictError, with the
    choices carried out, while an open action is left.
    """
    if not member.may("member.manage"):
        raise NotAllowedError(_("Only a programme manager can change who is a member."))
    must_not_be_the_last_manager(members_of(member).get(pk=member_id))
    left = {action.pk for action in open_actions_left_by(member, member_id)}
    for choice in choices:
        if choice.action_id in left:
            _carry_out(member, member_id, choice)
    with transaction.atomic():
        count = len(open_actions_left_by(member, member_id).select_for_update())
        if count:
            raise ConflictError(
                ngettext(
                    "%(count)d open action is left. Ask somebody else for it, or drop it.",
                    "%(count)d open actions are left. Ask somebody else for them, or drop them.",
                    count,
                )
                % {"count": count}
            )
        return end_membership(member, member_id)


def _carry_out(member: Membership, member_id: UUID, choice: Farewell) -> None:
    if choice.owner_id == member_id:
        raise InvalidInputError(_("Please choose somebody who stays."), field="owner_id")
    if choice.owner_id:
        pass_on(member, choice.action_id, owner_id=choice.owner_id)
    else:
        drop_action(member, choice.action_id, reason=choice.reason)
