"""One stream as one audience sees it: read once, encoded once, the same text for all of them."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from eventlog.queries import Position
from realtime import limits
from realtime.news import changes
from realtime.protocol import News, Reset, encode
from realtime.readers import View

logger = logging.getLogger(__name__)
Result = TypeVar("Result")


class InThread(Protocol):
    """Runs what reads the database, away from the event loop."""

    async def __call__(self, read: Callable[[], Result], /) -> Result:
        """Return what *read* returns."""


@dataclass(frozen=True)
class Frame:
    """One encoded message that brings whoever is at or past *since* up to *until*."""

    since: Position
    until: Position
    text: str
    is_end: bool = False

    def suits(self, position: Position) -> bool:
        """Say whether a browser at *position* misses nothing by it and gains something.

        A frame tells how records are now, not how they came to be: a browser that knows part of it
        already is brought up to date as well.
        """
        same = self.since.epoch == position.epoch
        return same and self.since.sequence <= position.sequence < self.until.sequence


def frame_of(message: News | Reset, since: Position) -> Frame:
    """Encode what was read since that position."""
    if isinstance(message, Reset):
        return Frame(since, since, encode(message), is_end=True)
    return Frame(since, Position(message.epoch, message.sequence), encode(message))


class Feed:
    """Holds the latest frame; each browser that follows asks for the next one when it has time."""

    def __init__(self, stream: str, view: View, start: Position, in_thread: InThread) -> None:
        """Begin at *start*, and look at once whether something happened since."""
        self.stream = stream
        self.view = view
        self.head = start
        self._in_thread = in_thread
        self._latest = Frame(start, start, "")
        self._moved = asyncio.Event()
        self._reading: asyncio.Task[None] | None = None
        self._read_on()

    @property
    def has_ended(self) -> bool:
        """Say whether nothing more will come: whoever follows starts anew from a snapshot."""
        return self._latest.is_end

    def ring(self, head: Position) -> None:
        """Hear where the stream is, and read on if that is news."""
        if head.epoch != self.head.epoch or head.sequence > self.head.sequence:
            self.head = head
        if self._is_behind():
            self._read_on()

    async def next(self, after: Position) -> Frame:
        """Return the next frame for a browser that is at *after*, as soon as there is one.

        Who was too slow for the latest frame gets one of her own, with all that she missed.
        """
        while not self._has_something(after):
            await self._moved.wait()
        if self.has_ended or self._latest.suits(after):
            return self._latest
        return await self._read(after)

    def stop(self) -> None:
        """Read no more: nobody follows."""
        if self._reading:
            self._reading.cancel()

    def _is_behind(self) -> bool:
        return self._latest.until != self.head and not self.has_ended

    def _has_something(self, after: Position) -> bool:
        until = self._latest.until
        return self.has_ended or until.epoch != after.epoch or until.sequence > after.sequence

    def _read_on(self) -> None:
        if self._reading is None:
            self._reading = asyncio.get_running_loop().create_task(self._keep_reading())

    async def _keep_reading(self) -> None:
        # The first change goes out at once; those that follow quickly go out together.
        behind = True
        while behind:
            pause = limits.PAUSE_SECONDS
            try:
                await self._read_once()
            except Exception:
                logger.exception("%s cannot be read; trying again", self.stream)
                pause = limits.LOOK_SECONDS
            await asyncio.sleep(pause)
            behind = self._is_behind()
        self._reading = None

    async def _read_once(self) -> None:
        heard = self.head
        frame = await self._read(self._latest.until)
        if frame.is_end or frame.until != self._latest.until:
            self._latest = frame
            self._moved.set()
            self._moved = asyncio.Event()
        if self.head == heard:
            # What was read counts, whatever the doorbell said.
            self.head = self._latest.until

    async def _read(self, since: Position) -> Frame:
        return await self._in_thread(
            lambda: frame_of(changes(self.view, self.stream, since), since)
        )
