"""Reading insights: which of them a member may see."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet

from partnerships.models.membership import Membership
from reflections.models.insight import Insight
from reflections.queries.board import BoardView
from reflections.records.insight import InsightRecord, insight_record
from reflections.states import InsightState


def agreed_insights_of(member: Membership) -> QuerySet[Insight]:
    """Return the agreed insights of the member's partnership, newest first."""
    return (
        Insight.objects.filter(
            session__partnership=member.partnership_id, state=InsightState.AGREED
        )
        .select_related("session")
        .order_by("-agreed_at", "pk")
    )


def standing_insights_of(member: Membership) -> QuerySet[Insight]:
    """Return what was agreed in the member's partnership, also what was taken back, oldest first."""
    return (
        Insight.objects.filter(session__partnership=member.partnership_id)
        .exclude(state=InsightState.DRAFT)
        .order_by("agreed_at", "pk")
    )


def insight_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, InsightRecord]:
    """Return the insights that *view* may see; all of them when *ids* is None."""
    insights = Insight.objects.filter(session=view.session_id)
    if not view.reads_drafts:
        insights = insights.exclude(state=InsightState.DRAFT)
    if ids is not None:
        insights = insights.filter(pk__in=ids)
    insights = insights.select_related("disposed_by__person").prefetch_related("notes")
    return {str(insight.pk): insight_record(insight) for insight in insights}
