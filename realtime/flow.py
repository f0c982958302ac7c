"""How fast a browser may speak, and how much may be on its way to one that does not answer."""

import asyncio
from time import monotonic

from realtime import limits


class Allowance:
    """So many messages a minute, saved up to a minute's worth."""

    def __init__(self) -> None:
        """Begin with a full minute."""
        self._left = float(limits.MESSAGES_PER_MINUTE)
        self._at = monotonic()

    def take(self) -> bool:
        """Use one message; say whether there was one left."""
        now = monotonic()
        earned = (now - self._at) * limits.MESSAGES_PER_MINUTE / 60
        self._left = min(self._left + earned, float(limits.MESSAGES_PER_MINUTE)) - 1
        self._at = now
        return self._left >= 0


class Window:
    """Counts what was sent until the browser says that it has it; a full one stops the sending.

    It remembers no messages. What was sent up to a mark and what was sent after it are counted
    apart; when the mark is confirmed, the first is forgotten and a new mark is set.
    """

    def __init__(self) -> None:
        """Begin with nothing on its way."""
        self._before = 0
        self._after = 0
        self._mark: dict[str, int] = {}
        self._latest: dict[str, int] = {}
        self._has_room = asyncio.Event()
        self._has_room.set()

    async def room(self) -> None:
        """Wait until something may be sent."""
        await self._has_room.wait()

    def sent(self, stream: str, sequence: int, size: int) -> None:
        """Count what goes out."""
        self._after += size
        self._latest[stream] = sequence
        self._decide()

    def confirmed(self, positions: dict[str, int]) -> None:
        """Take note of how far the browser says that it is."""
        if any(positions.get(stream, -1) < sequence for stream, sequence in self._mark.items()):
            return
        self._before, self._after = self._after, 0
        self._mark, self._latest = self._latest, {}
        if all(positions.get(stream, -1) >= last for stream, last in self._mark.items()):
            self._before, self._mark = 0, {}
        self._decide()

    def forget(self, stream: str) -> None:
        """Wait no longer for a stream that is not followed any more."""
        self._mark.pop(stream, None)
        self._latest.pop(stream, None)

    def _decide(self) -> None:
        if self._before + self._after > limits.WINDOW_BYTES:
            self._has_room.clear()
        else:
            self._has_room.set()
