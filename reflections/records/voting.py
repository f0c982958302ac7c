"""The shapes in which ballots and counted votes leave the server."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from reflections.models.voting import Dot


@dataclass(frozen=True)
class TallyRecord:
    """What a topic got, once voting is over; `id` is that of the group or of the note in none.

    `room` was entered for people without a device, and is not in `dots`.
    """

    id: UUID
    dots: int
    room: int


@dataclass(frozen=True)
class RoomVotesRecord:
    """What was entered for a topic, for people in the room."""

    topic_id: UUID
    dots: int


@dataclass(frozen=True)
class DotRecord:
    """A dot that lies on a topic."""

    id: UUID
    topic_id: UUID


@dataclass(frozen=True)
class BallotRecord:
    """One's own ballot: where its dots lie, and how many are left.

    Is it elsewhere? Then she began to vote in another browser, and goes on there.
    """

    left: int
    dots: list[DotRecord]
    is_elsewhere: bool


def ballot_record(
    dots: Collection[Dot],
    where: Mapping[UUID | None, UUID],
    *,
    budget: int,
    is_elsewhere: bool = False,
) -> BallotRecord:
    """Show a ballot; *where* tells which topic each note or group belongs to now."""
    placed = [
        DotRecord(id=dot.pk, topic_id=where[dot.target_id])
        for dot in sorted(dots, key=lambda dot: dot.slot)
        if dot.target_id in where
    ]
    return BallotRecord(
        left=0 if is_elsewhere else budget - len(placed), dots=placed, is_elsewhere=is_elsewhere
    )
