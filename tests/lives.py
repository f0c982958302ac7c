"""What may happen to an action later: it is done, confirmed, or its date moves."""

from uuid import UUID, uuid4

from actions.models.action import ActionItem
from actions.models.life import DueChange
from actions.services.dates import change_due
from actions.services.progress import complete_action, verify_action
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
