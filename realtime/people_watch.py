"""Whose rights may have changed: so that they are looked at when they change, not only now and then."""

from collections.abc import Collection, Mapping
from uuid import UUID

from eventlog.events import KINDS
from eventlog.queries import Position, happenings_since

PEOPLE = {"member", "participant"}


class PeopleWatch:
    """Remembers how far it has read the streams that open browsers look at."""

    def __init__(self) -> None:
        """Begin with none."""
        self._seen: dict[str, Position] = {}

    def begin(self, stream: str, position: Position) -> None:
        """Begin to watch *stream* from where somebody was let in, if it is not watched already."""
        self._seen.setdefault(stream, position)

    def touched(self, streams: Collection[str], heads: Mapping[str, Position]) -> set[UUID]:
        """Return the members, participants and sessions to whom something happened since the last time.

        Of sessions only what changes what people may see or do there.
        """
        touched: set[UUID] = set()
        for stream in streams:
            seen, head = self._seen.get(stream), heads.get(stream)
            if seen and head and seen != head:
                touched |= _people_since(stream, seen.sequence)
        self._seen = {stream: heads[stream] for stream in streams if stream in heads}
        return touched


def _people_since(stream: str, sequence: int) -> set[UUID]:
    happenings = happenings_since(stream, sequence)
    return {
        one.record_id
        for one in happenings
        if one.record_id and (one.about in PEOPLE or KINDS[one.kind].changes_rights)
    }
