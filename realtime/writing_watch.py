"""Who is at which form on the boards that open browsers look at: told when it changes."""

from collections.abc import Collection, Mapping
from uuid import UUID

from eventlog.events import session_stream
from reflections.records.writing import WritingRecord

Writers = list[WritingRecord]


class WritingWatch:
    """Remembers who was at which form at the last look."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._known: dict[str, Writers] = {}

    def known(self, stream: str) -> Writers:
        """Return who was at a form of that board when it was looked at last."""
        return self._known.get(stream, [])

    def changes(
        self, sessions: Collection[UUID], found: Mapping[UUID, Writers]
    ) -> dict[str, Writers]:
        """Take in what was *found* on these boards; return those where it is not as it was."""
        now = {session_stream(pk): found.get(pk, []) for pk in sessions}
        changed = {
            stream: writers for stream, writers in now.items() if writers != self.known(stream)
        }
        self._known = {stream: writers for stream, writers in now.items() if writers}
        return changed
