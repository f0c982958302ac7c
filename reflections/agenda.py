"""The agenda of a session: its phases, with the hours of the clock at which they are meant to begin."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from reflections.models.session import Mode, ReflectionSession, SessionPhase


@dataclass(frozen=True)
class AgendaLine:
    """One part; a round that is spread over days has no hours."""

    starts_at: datetime | None
    title: str
    prompt: str
    minutes: int


def agenda_of(session: ReflectionSession, phases: Iterable[SessionPhase]) -> list[AgendaLine]:
    """Return the parts of a session in order."""
    lines = []
    start = session.starts_at
    for phase in phases:
        at = None if session.mode == Mode.SPREAD else start
        lines.append(AgendaLine(at, phase.title, phase.prompt, phase.minutes))
        start += timedelta(minutes=phase.minutes)
    return lines


def minutes_too_many(session: ReflectionSession, lines: Iterable[AgendaLine]) -> int:
    """Return by how many minutes the agenda is longer than the session; 0 if it fits."""
    room = (session.ends_at - session.starts_at) // timedelta(minutes=1)
    return max(0, sum(line.minutes for line in lines) - room)
