"""The action log in one piece, narrowed as somebody looked at it: to take elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from actions.queries.narrowing import LogFilter
from actions.queries.pages import log_page
from actions.records.action import ActionRecord
from kernel.clock import now
from partnerships.models.membership import Membership
from reflections.queries.insights import agreed_insights_of

AT_ONCE = 500


@dataclass(frozen=True)
class LogExport:
    """Actions in order of attention, and the insights that they came from in words."""

    exported_at: datetime
    partnership_name: str
    actions: list[ActionRecord]
    insights: dict[UUID, str]


def log_export_of(member: Membership, wanted: LogFilter) -> LogExport:
    """Return all actions that the filter lets through: what every member can read.

    Raises InvalidInputError for a filter that cannot be.
    """
    actions = list(_all_of(member, wanted))
    behind = {pk for action in actions for pk in action.insight_ids}
    insights = agreed_insights_of(member).filter(pk__in=behind)
    return LogExport(
        exported_at=now(),
        partnership_name=member.partnership.name,
        actions=actions,
        insights=dict(insights.values_list("pk", "statement")),
    )


def _all_of(member: Membership, wanted: LogFilter) -> Iterator[ActionRecord]:
    page = log_page(member, wanted, most=AT_ONCE)
    yield from page.actions
    while page.next:
        page = log_page(member, wanted, after=page.next, most=AT_ONCE)
        yield from page.actions
