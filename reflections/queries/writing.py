"""Reading who is at which form; what nobody said for half a minute is not there any more."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from kernel.clock import now
from reflections.models.writing import Writing
from reflections.records.writing import WritingRecord, writing_record


def writing_in(session_ids: Collection[UUID]) -> dict[UUID, list[WritingRecord]]:
    """Return who is at which form in each of these sessions, in one query."""
    rows = Writing.objects.filter(session__in=session_ids, until__gte=now())
    found = defaultdict(list)
    for row in rows.select_related("member__person").order_by("pk"):
        found[row.session_id].append(writing_record(row))
    return dict(found)
