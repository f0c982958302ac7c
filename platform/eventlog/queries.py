"""Reading the event log."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from eventlog.models import Event, Stream

# Further behind than this, a fresh snapshot is cheaper than the changes.
MOST_CHANGES = 1000


@dataclass(frozen=True)
class Position:
    """Where a stream is: numbers of different epochs cannot be compared."""

    epoch: UUID
    sequence: int


@dataclass(frozen=True)
class Happening:
    """One event as a reader sees it: which record to look at again."""

    sequence: int
    kind: str
    about: str
    record_id: UUID | None


def position_of(stream: str) -> Position:
    """Return where *stream* is now; a stream that nothing happened on yet starts here."""
    row, _ = Stream.objects.get_or_create(name=stream)
    return Position(epoch=row.epoch, sequence=row.head)


def heads_of(streams: Collection[str]) -> dict[str, Position]:
    """Return where each of *streams* is, in one query; streams without events are left out."""
    rows = Stream.objects.filter(name__in=streams)
    return {row.name: Position(epoch=row.epoch, sequence=row.head) for row in rows}


def happenings_since(stream: str, sequence: int) -> list[Happening]:
    """Return what happened on *stream* after *sequence*, in order, one more than MOST_CHANGES at most."""
    rows = Event.objects.filter(stream=stream, sequence__gt=sequence).order_by("sequence")
    return [
        Happening(sequence=row.sequence, kind=row.kind, about=row.about, record_id=row.record_id)
        for row in rows[: MOST_CHANGES + 1]
    ]


@dataclass(frozen=True)
class Entry:
    """One line of a record's history."""

    kind: str
    at: datetime
    actor_id: UUID | None


def history_of(record_id: UUID, *, stream: str) -> list[Entry]:
    """Return what happened to one record on *stream*, oldest first."""
    rows = Event.objects.filter(stream=stream, record_id=record_id).order_by("sequence")
    return [Entry(kind=row.kind, at=row.at, actor_id=row.actor_id) for row in rows]
