"""Reading the action log: which actions a member may see, in which order they ask for attention."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from accounts.models import Person
from actions.models.action import ActionItem
from actions.models.check_in import CheckIn
from actions.queries.sight import HIDDEN, visible_to
from actions.records.action import ActionRecord, action_record, as_guests_see
from actions.states import OPEN, weight_of
from partnerships.models.membership import Membership
from partnerships.queries import LogView, memberships_of
from reflections.queries.board import BoardView

# What an ActionRecord shows of an action and of those around it: 76 columns of 255, and to name all
# of those costs more than to find the actions of a session.
SHOWN = (
    *(field.name for field in ActionItem._meta.concrete_fields),
    *("partnership__language", "partnership__check_in_days", "partnership__accept_days"),
    *("session__title", "session__language"),
    *("imported__number", "imported__source__kind", "imported__source__name"),
    *("owner__until", "owner__mandate_level", "owner__person__name", "owner__organisation__name"),
    *("sponsor__mandate_level", "sponsor__person__name", "yes_heard_by__person__name"),
    *("merged_into__number", "merged_into__title", "merged_into__visibility"),
    *("split_from__number", "split_from__title", "split_from__visibility"),
    "example__taken_back_at",
)


@dataclass(frozen=True)
class FollowedAction:
    """An action with the membership through which somebody sees it."""

    action: ActionRecord
    member: Membership


def actions_of(member: Membership) -> QuerySet[ActionItem]:
    """Return the actions of the member's partnership that she may see."""
    return with_everything_shown(visible_to(member))


def locked_action_of(member: Membership, action_id: UUID) -> ActionItem:
    """Return an action that the member may see, locked until the transaction ends.

    Locked without what hangs on it: after a wait, PostgreSQL would hold the changed action against
    the owner that it had before, and find none.
    """
    return visible_to(member).select_for_update().get(pk=action_id)


def with_everything_shown(actions: QuerySet[ActionItem]) -> QuerySet[ActionItem]:
    """Load what an ActionRecord shows, in a fixed number of queries."""
    return actions.select_related(
        *("partnership", "session", "imported__source", "yes_heard_by__person"),
        *("owner__person", "owner__organisation", "sponsor__person"),
        *("merged_into", "split_from", "example"),
    ).prefetch_related(
        "translations__notes",
        "check_ins__by__person",
        "session__co_facilitators",
        "due_changes__asked_by__person",
        "reviews__by__person",
        "reviews__insight",
        "question_actions",
        "reasons",
        "asks",
        "helpers__person",
        "handovers__to__person",
        "escalations__to__person",
        "evidence__by__person",
        "took_in",
        "parts",
        "session__themes",
    )


def open_actions_owned_by(member: Membership) -> int:
    """Count the actions that still ask something of this member."""
    return ActionItem.objects.filter(owner=member, state__in=OPEN).count()


def check_ins_of(member: Membership, action_id: UUID) -> QuerySet[CheckIn]:
    """Return the reports on one action, oldest first."""
    return CheckIn.objects.filter(
        action=action_id, action__partnership=member.partnership_id
    ).select_related("by__person")


def actions_from_note(member: Membership, note_id: UUID) -> QuerySet[ActionItem]:
    """Return what became of a note."""
    return actions_of(member).filter(translations__notes=note_id).distinct()


def action_records(view: LogView, ids: Collection[UUID] | None) -> dict[str, ActionRecord]:
    """Return the actions of a partnership that all its members see; all of them when *ids* is None."""
    return _records(ActionItem.objects.filter(~HIDDEN, partnership=view.partnership_id), ids)


def action_records_on_board(
    view: BoardView, ids: Collection[UUID] | None
) -> dict[str, ActionRecord]:
    """Return the actions that came from a session; all of them when *ids* is None."""
    shown = Q() if view.reads_hidden_actions else ~HIDDEN
    found = _records(ActionItem.objects.filter(shown, session=view.session_id), ids)
    return {pk: as_guests_see(action) for pk, action in found.items()} if view.is_guest else found


def own_actions(person: Person) -> list[FollowedAction]:
    """Return what the person owns in all her partnerships, in order of attention."""
    members = list(memberships_of(person))
    return _followed(members, ActionItem.objects.filter(owner__in=members))


def in_order_of_attention(actions: Iterable[ActionRecord]) -> list[ActionRecord]:
    """Return first what is late, stuck or without owner, then what is due, last what is done."""
    return sorted(actions, key=_attention)


def _followed(members: Iterable[Membership], actions: QuerySet[ActionItem]) -> list[FollowedAction]:
    through = {member.partnership_id: member for member in members}
    followed = [
        FollowedAction(action=action_record(action), member=through[action.partnership_id])
        for action in with_everything_shown(actions)
    ]
    return sorted(followed, key=lambda one: _attention(one.action))


def _attention(action: ActionRecord) -> tuple[bool, int, str, int]:
    weight = weight_of(action.state, action.flags)
    return (action.state not in OPEN, -weight, action.due.isoformat(), action.number)


def _records(
    actions: QuerySet[ActionItem], ids: Collection[UUID] | None
) -> dict[str, ActionRecord]:
    if ids is not None:
        actions = actions.filter(pk__in=ids)
    shown = with_everything_shown(actions).only(*SHOWN)
    return {str(action.pk): action_record(action) for action in shown}
