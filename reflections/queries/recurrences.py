"""Reading which insights come back: what people found, and what wording proposes to them."""

from collections.abc import Collection, Iterator, Mapping
from uuid import UUID

from django.db.models import QuerySet

from partnerships.models.membership import Membership
from partnerships.queries import LogView
from reflections.models.insight import Insight
from reflections.models.recurrence import Recurrence
from reflections.policies import may_compare_insights
from reflections.queries.insights import agreed_insights_of
from reflections.records.recurrence import (
    ProposedRecurrence,
    RecurrenceRecord,
    SaidInsight,
    recurrence_record,
    said_insight,
)
from reflections.similarity.suggestions import similar_pairs

# More at a time is work that nobody does.
MOST_PROPOSED = 3


def recurrences_of(member: Membership) -> list[RecurrenceRecord]:
    """Return what was found in the member's partnership, the latest first."""
    return list(map(recurrence_record, _recurrences_in(member.partnership_id)))


def proposed_recurrences(member: Membership) -> list[ProposedRecurrence]:
    """Return insights that may say an earlier one again, the most alike first.

    Only those of sessions that she runs, each with one earlier insight; not what somebody refused,
    nor an insight of which it is known.
    """
    found = agreed_insights_of(member).prefetch_related("session__co_facilitators")
    insights = {one.pk: one for one in found.order_by("agreed_at", "pk")}
    if not any(may_compare_insights(member, one.session) for one in insights.values()):
        return []
    nearest: dict[UUID, ProposedRecurrence] = {}
    for proposed in _alike(member, insights):
        nearest.setdefault(proposed.insight.id, proposed)
    return list(nearest.values())[:MOST_PROPOSED]


def recurrence_records(view: LogView, ids: Collection[UUID] | None) -> dict[str, RecurrenceRecord]:
    """Return what was found in a partnership; all of it when *ids* is None."""
    found = _recurrences_in(view.partnership_id)
    if ids is not None:
        found = found.filter(pk__in=ids)
    return {str(one.pk): recurrence_record(one) for one in found}


def said_before(session_id: UUID) -> dict[UUID, SaidInsight]:
    """Return by insight of a session the earlier one that it says again."""
    found = Recurrence.objects.filter(insight__session=session_id, is_confirmed=True)
    return {
        one.insight_id: said_insight(one.earlier)
        for one in found.select_related("earlier__session")
    }


def _recurrences_in(partnership_id: UUID) -> QuerySet[Recurrence]:
    found = Recurrence.objects.filter(insight__session__partnership=partnership_id)
    return found.select_related("insight__session", "earlier__session")


def _alike(member: Membership, insights: Mapping[UUID, Insight]) -> Iterator[ProposedRecurrence]:
    """Return what is alike and nobody spoke of, the most alike first; *insights* the oldest first."""
    judged = Recurrence.objects.filter(insight__in=insights)
    known = set(judged.values_list("insight", "earlier"))
    settled = set(judged.filter(is_confirmed=True).values_list("insight", flat=True))
    texts = {pk: f"{one.statement} {one.plain_statement}" for pk, one in insights.items()}
    for before, after, near in similar_pairs(texts, language=member.partnership.language):
        earlier, later = insights[before], insights[after]
        is_open = after not in settled and (after, before) not in known
        apart = earlier.session_id != later.session_id
        if is_open and apart and may_compare_insights(member, later.session):
            percent = round(100 * near)
            yield ProposedRecurrence(said_insight(later), said_insight(earlier), percent)
