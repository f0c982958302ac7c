"""Reading decisions: everybody in a partnership reads what it decided."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet

from actions.models.decision import Decision
from actions.records.decision import DecisionRecord, decision_record
from actions.states import DecisionState
from kernel.clock import today
from partnerships.models.membership import Membership
from partnerships.queries import LogView
from reflections.queries.board import BoardView


def decisions_of(member: Membership) -> QuerySet[Decision]:
    """Return the decisions of the member's partnership, the newest number first."""
    found = Decision.objects.filter(partnership=member.partnership_id)
    return with_everything_shown(found).order_by("-number")


def due_decisions_of(member: Membership) -> QuerySet[Decision]:
    """Return the decisions that hold and whose day to look again has come, the longest waiting first."""
    due = decisions_of(member).filter(state=DecisionState.DECIDED, review_on__lte=today())
    return due.order_by("review_on", "number")


def is_due_again(decision: Decision) -> bool:
    """Say whether a decision that holds should be looked at again by now."""
    day = decision.review_on
    return decision.state == DecisionState.DECIDED and day is not None and day <= today()


def replaceable_by(decision: Decision) -> QuerySet[Decision]:
    """Return what a decision can take the place of: what holds, and no other one is to replace."""
    free = Q(replaced_by__isnull=True) | Q(replaced_by=decision.pk)
    found = Decision.objects.filter(
        free, partnership=decision.partnership_id, state=DecisionState.DECIDED
    )
    return found.exclude(pk=decision.pk).order_by("-number")


def locked_decision_of(member: Membership, decision_id: UUID) -> Decision:
    """Return a decision of the member's partnership, locked until the transaction ends."""
    found = Decision.objects.filter(partnership=member.partnership_id)
    return found.select_for_update().get(pk=decision_id)


def with_everything_shown(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    """Load what a DecisionRecord shows, in a fixed number of queries."""
    return decisions.select_related(
        "session", "recorded_by__person", "replaced_by"
    ).prefetch_related("deciders__person", "notes")


def decision_records(view: LogView, ids: Collection[UUID] | None) -> dict[str, DecisionRecord]:
    """Return the decisions of a partnership; all of them when *ids* is None."""
    return _records(Decision.objects.filter(partnership=view.partnership_id), ids)


def decision_records_on_board(
    view: BoardView, ids: Collection[UUID] | None
) -> dict[str, DecisionRecord]:
    """Return the decisions that came from a session; all of them when *ids* is None."""
    return _records(Decision.objects.filter(session=view.session_id), ids)


def _records(
    decisions: QuerySet[Decision], ids: Collection[UUID] | None
) -> dict[str, DecisionRecord]:
    if ids is not None:
        decisions = decisions.filter(pk__in=ids)
    return {str(one.pk): decision_record(one) for one in with_everything_shown(decisions)}
