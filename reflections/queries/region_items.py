"""Reading what themes sent up: from a theme its own, in a region-wide session the digest of all."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from partnerships.queries import LogView
from reflections.models.region_item import RegionItem
from reflections.models.session import ReflectionSession, Scope
from reflections.queries.board import BoardView
from reflections.records.region_item import RegionItemRecord, region_item_record
from reflections.states import OPEN_STATES, InsightState

Records = dict[str, RegionItemRecord]


def items_on(session: ReflectionSession) -> QuerySet[RegionItem]:
    """Return what belongs on a session.

    On one about a theme: what it sent up. On a region-wide one, its digest: what it replied to, and
    until it is finished whatever nobody has replied to yet.
    """
    items = _standing(session.partnership_id)
    if not session.is_region_wide:
        return items.filter(session=session)
    replied = Q(replied_in=session)
    return items.filter(replied if session.closed_at else replied | Q(replied_at=None))


def items_without_reply(session: ReflectionSession) -> QuerySet[RegionItem]:
    """Return what a region-wide session still owes the themes."""
    if not session.is_region_wide:
        return RegionItem.objects.none()
    return items_on(session).filter(replied_at=None)


def items_for(session: ReflectionSession) -> list[RegionItemRecord]:
    """Return what belongs on a session, theme by theme."""
    return by_theme(map(region_item_record, items_on(session)))


def by_theme(items: Iterable[RegionItemRecord]) -> list[RegionItemRecord]:
    """Return items theme by theme, and in the order in which they were sent up."""
    return sorted(items, key=lambda one: (one.themes, one.session_title, one.sent_at))


def open_region_sessions(partnership_id: UUID) -> QuerySet[ReflectionSession]:
    """Return the region-wide sessions that go on now, and so show a digest that can change."""
    return ReflectionSession.objects.filter(
        partnership=partnership_id, scope=Scope.REGION_WIDE, state__in=OPEN_STATES
    )


def region_item_records(view: BoardView, ids: Collection[UUID] | None) -> Records:
    """Return the items on a board; all of them when *ids* is None."""
    return _records(items_on(ReflectionSession.objects.get(pk=view.session_id)), ids)


def region_items_in_log(view: LogView, ids: Collection[UUID] | None) -> Records:
    """Return all items of a partnership; all of them when *ids* is None."""
    return _records(_standing(view.partnership_id), ids)


def _standing(partnership_id: UUID) -> QuerySet[RegionItem]:
    return (
        RegionItem.objects.filter(
            session__partnership=partnership_id,
            taken_back_at=None,
            insight__state=InsightState.AGREED,
        )
        .select_related("insight", "session")
        .prefetch_related("session__themes")
    )


def _records(items: QuerySet[RegionItem], ids: Collection[UUID] | None) -> Records:
    if ids is not None:
        items = items.filter(pk__in=ids)
    return {str(item.pk): region_item_record(item) for item in items}
