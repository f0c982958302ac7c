"""The shapes in which time, the presented topic, readiness and tables leave the server."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reflections.models.breakouts import BreakoutTable
from reflections.models.facilitating import Presentation, SessionTimer


@dataclass(frozen=True)
class TimerRecord:
    """The time that the session gives itself."""

    id: UUID
    started_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class PresentationRecord:
    """The topic that every screen shows; `id` is that of the session."""

    id: UUID
    about: str
    topic_id: UUID
    since: datetime


@dataclass(frozen=True)
class ReadinessRecord:
    """How many are ready with the present phase; `id` is that of the session."""

    id: UUID
    phase_id: UUID
    ready: int
    people: int


@dataclass(frozen=True)
class TableRecord:
    """One table, and who sits at it while it is open."""

    id: UUID
    title: str
    is_open: bool
    participant_ids: list[UUID]


@dataclass(frozen=True)
class BreakoutRecord:
    """All tables that the session split up into so far; `id` is that of the session."""

    id: UUID
    tables: list[TableRecord]


def timer_record(timer: SessionTimer) -> TimerRecord:
    """Show the timer."""
    return TimerRecord(id=timer.pk, started_at=timer.started_at, ends_at=timer.ends_at)


def presentation_record(presentation: Presentation) -> PresentationRecord:
    """Show what is presented."""
    return PresentationRecord(
        id=presentation.session_id,
        about=presentation.about,
        topic_id=presentation.topic_id,
        since=presentation.since,
    )


def table_record(table: BreakoutTable) -> TableRecord:
    """Show one table; wants `seats` loaded."""
    is_open = table.closed_at is None
    seats = table.seats.all() if is_open else []
    return TableRecord(
        id=table.pk,
        title=table.title,
        is_open=is_open,
        participant_ids=sorted(seat.participant_id for seat in seats),
    )
