"""One open browser: which streams it follows, how far it is on each, and when it is let go."""

import asyncio
import contextlib
import itertools
import logging
import secrets
from collections.abc import Awaitable, Callable, Collection, Coroutine
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import translation
from django.utils.translation import gettext as _

from kernel.clock import now
from realtime import limits
from realtime.admission import admit, standings_of
from realtime.close_codes import CloseCode
from realtime.feed import Feed, Frame
from realtime.flow import Allowance, Window
from realtime.hub import Hub, shows_writing
from realtime.protocol import (
    Bye,
    Follow,
    Heads,
    Here,
    NotUnderstoodError,
    Outgoing,
    Refused,
    Reset,
    Unfollow,
    Welcome,
    Writing,
    encode,
    parse,
)
from realtime.standing import Standing
from realtime.writing_watch import Writers
from reflections.visitors import Visitor

logger = logging.getLogger(__name__)


@dataclass
class Following:
    """One stream that the browser follows: as whom, and the task that sends what comes."""

    standing: Standing
    feed: Feed
    task: asyncio.Task[None]


class Connection:
    """Says what the protocol says; keeps a position for each stream and never a queue."""

    def __init__(
        self,
        hub: Hub,
        *,
        visitor: Visitor,
        session_key: str,
        send: Callable[[str], Awaitable[None]],
        close: Callable[[int], Awaitable[None]],
    ) -> None:
        """Join the *hub*; *send* and *close* are those of the socket."""
        self._hub = hub
        self._visitor = visitor
        self._session_key = session_key
        self._send = send
        self._close = close
        self._following: dict[str, Following] = {}
        self._allowance = Allowance()
        self._window = Window()
        self._heard = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_over = False
        hub.enter(self)

    async def greet(self) -> None:
        """Say hello, and begin to give signs of life and to expect them."""
        await self._say(Welcome(heartbeat_seconds=limits.HEARTBEAT_SECONDS, now=now()))
        for life in (self._beat(), self._wait_for_silence()):
            self._begin(life)

    async def hear(self, text: str) -> None:
        """Take a message of the browser."""
        if self._is_over:
            return
        if len(text.encode(errors="replace")) > limits.LONGEST_MESSAGE_BYTES:
            await self._let_go(CloseCode.TOO_BIG)
        elif not self._allowance.take():
            await self._let_go(CloseCode.TOO_FAST)
        else:
            try:
                message = parse(text)
            except NotUnderstoodError:
                await self._let_go(CloseCode.NOT_UNDERSTOOD)
            else:
                await self._act_on(message)

    async def say_goodbye(self) -> None:
        """Tell the browser that the server restarts; all come back spread over some time."""
        wait = secrets.randbelow(int(limits.RETURN_SECONDS * 1000))
        await self._say(Bye(reason="restarting", retry_after_ms=wait))
        await self._let_go(CloseCode.RESTARTING)

    def end(self) -> None:
        """Stop everything that runs for this browser."""
        self._stop_sending()
        self._hub.leave(self)

    def people_changed(self, people: Collection[UUID]) -> None:
        """Look at the rights at once when it is about this person or what she follows."""
        if any(one.standing.depends_on(people) for one in self._following.values()):
            self._begin(self._look_at_rights())

    def writing_changed(self, stream: str, writers: Writers) -> None:
        """Say who is at which form, to those who run the session."""
        following = self._following.get(stream)
        if following and shows_writing(following.standing.view):
            told = self._say(Writing(stream=stream, writers=writers))
            self._begin(told)

    def _begin(self, life: Coroutine[Any, Any, None]) -> None:
        """Do it beside everything else, until it is done or the connection ends."""
        task = asyncio.create_task(life)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _act_on(self, message: Follow | Unfollow | Here) -> None:
        match message:
            case Here(positions=positions):
                self._heard.set()
                self._window.confirmed(positions)
            case Unfollow(stream=stream):
                self._unfollow(stream)
            case Follow():
                await self._follow(message)

    async def _follow(self, message: Follow) -> None:
        stream = message.stream
        self._unfollow(stream)
        if len(self._following) >= limits.MOST_STREAMS:
            await self._say(_too_many(self._visitor, stream))
            return
        admission = await self._hub.in_thread(lambda: admit(self._visitor, message))
        if self._is_over:
            return
        if isinstance(admission, Refused):
            await self._say(admission)
            return
        first = admission.first
        await self._deliver(stream, first)
        if not first.is_end:
            feed = self._hub.follow(stream, admission.standing.view, first.until)
            task = asyncio.create_task(self._keep_sending(feed, first))
            self._following[stream] = Following(admission.standing, feed, task)
            if writers := self._hub.writing_on(stream):
                self.writing_changed(stream, writers)

    def _unfollow(self, stream: str) -> None:
        self._window.forget(stream)
        if following := self._following.pop(stream, None):
            following.task.cancel()
            self._hub.unfollow(following.feed)

    async def _keep_sending(self, feed: Feed, latest: Frame) -> None:
        while not latest.is_end:
            await self._window.room()
            try:
                latest = await feed.next(latest.until)
            except Exception:
                logger.exception("%s cannot be read; trying again", feed.stream)
                await asyncio.sleep(limits.LOOK_SECONDS)
            else:
                await self._deliver(feed.stream, latest)
        self._unfollow(feed.stream)

    async def _deliver(self, stream: str, frame: Frame) -> None:
        self._window.sent(stream, frame.until.sequence, len(frame.text))
        await self._put_on_the_line(frame.text)

    async def _beat(self) -> None:
        # Browsers that came together do not all ask for their rights at the same moment.
        for beat in itertools.count(secrets.randbelow(limits.BEATS_PER_LOOK_AT_RIGHTS)):
            await asyncio.sleep(limits.HEARTBEAT_SECONDS)
            if beat % limits.BEATS_PER_LOOK_AT_RIGHTS == 0:
                await self._look_at_rights()
            heads = {stream: one.feed.head for stream, one in self._following.items()}
            await self._say(Heads(positions=heads, now=now()))

    async def _look_at_rights(self) -> None:
        before = dict(self._following)
        try:
            standings = await self._hub.in_thread(
                lambda: standings_of(self._visitor, self._session_key, list(before))
            )
        except Exception:
            logger.exception("rights cannot be read; looking again later")
            return
        if standings is None:
            await self._let_go(CloseCode.SESSION_ENDED)
            return
        for stream, standing in standings.items():
            following = before[stream]
            if standing == following.standing or self._following.get(stream) is not following:
                continue
            self._unfollow(stream)
            if isinstance(standing, Refused):
                await self._say(standing)
            else:
                await self._say(Reset(stream=stream, reason="rights_changed"))

    async def _wait_for_silence(self) -> None:
        with contextlib.suppress(TimeoutError):
            while True:
                self._heard.clear()
                async with asyncio.timeout(limits.SILENCE_SECONDS):
                    await self._heard.wait()
        await self._let_go(CloseCode.SILENT)

    async def _let_go(self, code: CloseCode) -> None:
        if not self._is_over:
            self._stop_sending()
            await self._close(code.value)

    def _stop_sending(self) -> None:
        self._is_over = True
        for stream in list(self._following):
            self._unfollow(stream)
        for task in list(self._tasks):
            if task is not asyncio.current_task():
                task.cancel()

    async def _say(self, message: Outgoing) -> None:
        await self._put_on_the_line(encode(message))

    async def _put_on_the_line(self, text: str) -> None:
        if self._is_over:
            return
        # Some servers say so when the browser is gone; that it is comes in the usual way as well.
        with contextlib.suppress(OSError):
            await self._send(text)


def _too_many(visitor: Visitor, stream: str) -> Refused:
    with translation.override(visitor.speaks):
        sentence = _("This is open in too many places at once. Close some and reload the page.")
    return Refused(stream=stream, code="too_many", detail=sentence)
