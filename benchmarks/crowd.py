"""Many browsers at once that do nothing but listen, and a clock for when each of them heard."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 30.0  # seconds
QUIET = 0.04  # between two events, so that each goes out by itself


@dataclass(frozen=True)
class Visitor:
    """How one browser opens its socket, and what it says first."""

    url: str
    headers: dict[str, str]
    first: str = ""


@dataclass(frozen=True)
class Heard:
    """When one frame came to each of the crowd, in seconds after its cause, and how long it is."""

    delays: list[float]
    size: int


class Crowd:
    """Open sockets; a frame that *counts* is news, everything else is passed over."""

    def __init__(self, visitors: Sequence[Visitor], counts: Callable[[str], bool]) -> None:
        """Take note of who comes."""
        self._visitors = visitors
        self._counts = counts
        self._sockets: list[ClientConnection] = []
        self._listening: list[asyncio.Task[None]] = []
        self._times: list[float] = []
        self._size = 0
        self._all_heard = asyncio.Event()

    async def __aenter__(self) -> Self:
        """Open all sockets, a few at a time, and wait until everybody follows."""
        for start in range(0, len(self._visitors), 20):
            some = self._visitors[start : start + 20]
            self._sockets += await asyncio.gather(*(self._enter(visitor) for visitor in some))
        self._listening = [asyncio.create_task(self._listen(one)) for one in self._sockets]
        await asyncio.sleep(1.0)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close them."""
        for task in self._listening:
            task.cancel()
        await asyncio.gather(*(socket.close() for socket in self._sockets))

    async def hear(self, cause: Callable[[], Awaitable[float]]) -> Heard:
        """Let *cause* happen, which returns when it began, and wait until all have heard of it."""
        self._times.clear()
        self._all_heard.clear()
        caused = asyncio.ensure_future(cause())
        async with asyncio.timeout(PATIENCE):
            await self._all_heard.wait()
        began = await caused
        await asyncio.sleep(QUIET)
        if len(self._times) != len(self._sockets):
            raise RuntimeError("one cause, but more than one frame")
        return Heard([moment - began for moment in self._times], self._size)

    async def _enter(self, visitor: Visitor) -> ClientConnection:
        socket = await connect(
            visitor.url, additional_headers=visitor.headers, compression=None, max_size=None
        )
        if visitor.first:
            await socket.send(visitor.first)
            while not self._counts(str(await socket.recv())):
                pass
        return socket

    async def _listen(self, socket: ClientConnection) -> None:
        async for text in socket:
            moment = time.perf_counter()
            if self._counts(str(text)):
                self._times.append(moment)
                self._size = len(text)
                if len(self._times) == len(self._sockets):
                    self._all_heard.set()
