"""Reading the action log: which actions a member may see, in which order they ask for attention."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import Person
from actions.models.action import ActionItem
from actions.models.check_in import CheckIn
from actions.records import ActionRecord, action_record
from actions.states import OPEN, ActionState, Flag
from partnerships.models.membership import Membership
from partnerships.permissions import Role
from partnerships.queries import LogView, memberships_of
from reflections.queries import BoardView


@dataclass(frozen=True)
class FollowedAction:
    """An action with the membership through which somebody sees it."""

    action: ActionRecord
    member: Membership


def actions_of(member: Membership) -> QuerySet[ActionItem]:
    """Return the actions of the member's partnership."""
    return with_everything_shown(ActionItem.objects.filter(partnership=member.partnership_id))


def with_everything_shown(actions: QuerySet[ActionItem]) -> QuerySet[ActionItem]:
    """Load what an ActionRecord shows, in a fixed number of queries."""
    return actions.select_related(
        "partnership", "session", "owner__person", "owner__organisation"
    ).prefetch_related("translations__notes", "check_ins__by__person")


def check_ins_of(member: Membership, action_id: UUID) -> QuerySet[CheckIn]:
    """Return the reports on one action, oldest first."""
    return CheckIn.objects.filter(
        action=action_id, action__partnership=member.partnership_id
    ).select_related("by__person")


def actions_from_note(member: Membership, note_id: UUID) -> QuerySet[ActionItem]:
    """Return what became of a note."""
    return actions_of(member).filter(translations__notes=note_id).distinct()


def action_records(view: LogView, ids: Collection[UUID] | None) -> dict[str, ActionRecord]:
    """Return the actions of a partnership; all of them when *ids* is None."""
    return _records(ActionItem.objects.filter(partnership=view.partnership_id), ids)


def action_records_on_board(
    view: BoardView, ids: Collection[UUID] | None
) -> dict[str, ActionRecord]:
    """Return the actions that came from a session; all of them when *ids* is None."""
    return _records(ActionItem.objects.filter(session=view.session_id), ids)


def own_actions(person: Person) -> list[FollowedAction]:
    """Return what the person owns in all her partnerships, in order of attention."""
    return _followed(
        (member, actions_of(member).filter(owner=member)) for member in memberships_of(person)
    )


def actions_to_follow_up(person: Person) -> list[FollowedAction]:
    """Return the open and the unconfirmed actions of all partnerships that she advises."""
    shown = [*OPEN, ActionState.DONE]
    return _followed(
        (member, actions_of(member).filter(state__in=shown))
        for member in memberships_of(person)
        if Role.TRUSTED_ADVISOR in member.roles
    )


def in_order_of_attention(actions: Iterable[ActionRecord]) -> list[ActionRecord]:
    """Return first what is late, stuck or without owner, then what is due, last what is done."""
    return sorted(actions, key=_attention)


def _followed(
    found: Iterable[tuple[Membership, QuerySet[ActionItem]]],
) -> list[FollowedAction]:
    followed = [
        FollowedAction(action=action_record(action), member=member)
        for member, actions in found
        for action in actions
    ]
    return sorted(followed, key=lambda one: _attention(one.action))


def _attention(action: ActionRecord) -> tuple[bool, int, str, int]:
    weights = {Flag.OVERDUE: 4, Flag.ORPHANED: 3, Flag.STALE: 2, Flag.DUE_SOON: 1}
    weight = sum(weights[Flag(flag)] for flag in action.flags)
    weight += 3 if action.state == ActionState.BLOCKED else 0
    return (action.state not in OPEN, -weight, action.due.isoformat(), action.number)


def _records(
    actions: QuerySet[ActionItem], ids: Collection[UUID] | None
) -> dict[str, ActionRecord]:
    if ids is not None:
        actions = actions.filter(pk__in=ids)
    return {str(action.pk): action_record(action) for action in with_everything_shown(actions)}
