"""What may happen to an action later: it is done, confirmed, or its date moves; and many at once."""

from collections.abc import Iterable
from itertools import cycle
from typing import Any
from uuid import UUID, uuid4

from actions.models.action import ActionItem
from actions.models.life import DueChange
from actions.services.dates import change_due
from actions.services.progress import complete_action, verify_action
from kernel.clock import now
from partnerships.models.membership import Membership
from tests import cast


def completed(owner: Membership, action: ActionItem) -> ActionItem:
    """Say that it is done."""
    return complete_action(owner, action.pk, outcome="All 40 homes were checked")


def confirmed(member: Membership, owner: Membership, looking: Membership) -> ActionItem:
    """Make an action that *looking* saw is done."""
    return verify_action(looking, cast.done(member, owner).pk)


def moved(
    member: Membership, action: ActionItem, days: int = 60, *, change_id: UUID | None = None
) -> DueChange:
    """Ask for a date in so many days."""
    return change_due(
        member,
        action.pk,
        change_id=change_id or uuid4(),
        due=cast.in_days(days),
        reason="The landlord answers late",
    )


def many(
    member: Membership, owner: Membership, count: int, lives: Iterable[dict[str, Any]] = ({},)
) -> list[ActionItem]:
    """Put so many actions into the log, whose lives go as *lives* say, over and over."""
    session, partnership = cast.collecting(member), member.partnership
    first = partnership.actions.count() + 1
    return ActionItem.objects.bulk_create(
        ActionItem(
            **{
                "id": uuid4(),
                "partnership": partnership,
                "session": session,
                "number": number,
                "title": f"Check home {number}",
                "done_test": "It is on the list",
                "owner": owner,
                "proposed_by": member,
                "original_due": cast.in_days(30),
                "due": cast.in_days(30),
                "offered_at": now(),
                **life,
            }
        )
        for number, life in zip(range(first, first + count), cycle(lives), strict=False)
    )


def made_late(action: ActionItem, days: int = 8) -> ActionItem:
    """Let it be due so many days ago, and its yes older than that."""
    action.due = cast.in_days(-days)
    action.offered_at = action.accepted_at = cast.in_hours(-24 * (days + 20))
    action.save(update_fields=["due", "offered_at", "accepted_at"])
    return action
