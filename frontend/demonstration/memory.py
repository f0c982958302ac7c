"""What one has to remember while a story is told: who and what its keys stand for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from frontend.demonstration.calendar import Calendar
from partnerships.models.membership import Membership


@dataclass(frozen=True)
class Move:
    """Something that happens at a moment."""

    at: datetime
    act: Callable[[], object]


@dataclass
class Memory:
    """The people and things of one story, by their keys."""

    calendar: Calendar
    members: dict[str, Membership] = field(default_factory=dict)
    themes: dict[str, UUID] = field(default_factory=dict)
    notes: dict[str, UUID] = field(default_factory=dict)
    series: dict[str, UUID] = field(default_factory=dict)
    insights: dict[str, UUID] = field(default_factory=dict)
    # By their titles.
    sessions: dict[str, UUID] = field(default_factory=dict)
    actions: dict[str, UUID] = field(default_factory=dict)
    # What was sent up to the region, by the key of its insight.
    items: dict[str, UUID] = field(default_factory=dict)

    @property
    def manager(self) -> Membership:
        """Return who started the partnership."""
        return next(iter(self.members.values()))

    def day(self, number: int | None) -> date | None:
        """Return the day with that number, if there is one."""
        return None if number is None else self.calendar.day(number)

    def note_ids(self, keys: list[str]) -> list[UUID]:
        """Return the notes with these keys."""
        return [self.notes[key] for key in keys]
