"""Whose membership changed: so that rights are looked at when they change, not only now and then."""

from collections.abc import Collection, Mapping
from uuid import UUID

from eventlog.queries import Position, happenings_since


class MembershipWatch:
    """Remembers how far it has read the partnerships that open browsers look at."""

    def __init__(self) -> None:
        """Begin with none."""
        self._seen: dict[str, Position] = {}

    def touched(self, partnerships: Collection[str], heads: Mapping[str, Position]) -> set[UUID]:
        """Return the members to whom something happened since the last time."""
        touched: set[UUID] = set()
        for stream in partnerships:
            seen, head = self._seen.get(stream), heads.get(stream)
            if seen and head and seen != head:
                touched |= _members_since(stream, seen.sequence)
        self._seen = {stream: heads[stream] for stream in partnerships if stream in heads}
        return touched


def _members_since(stream: str, sequence: int) -> set[UUID]:
    happenings = happenings_since(stream, sequence)
    return {one.record_id for one in happenings if one.about == "member" and one.record_id}
