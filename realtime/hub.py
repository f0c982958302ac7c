"""One hub per process: it hears the doorbell and looks at the database for all open browsers."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeGuard, TypeVar
from uuid import UUID
from weakref import WeakKeyDictionary

from channels.layers import BaseChannelLayer, get_channel_layer
from django.db import close_old_connections

from eventlog.doorbell import GROUP
from eventlog.events import partnership_stream
from eventlog.queries import Position, heads_of
from realtime import limits
from realtime.feed import Feed
from realtime.people_watch import PeopleWatch
from realtime.readers import View
from realtime.writing_watch import Writers, WritingWatch
from reflections.queries.board import BoardView
from reflections.queries.writing import writing_in
from reminders.queries.inbox import InboxView

logger = logging.getLogger(__name__)
Result = TypeVar("Result")

THREADS = 4


class Browser(Protocol):
    """Whoever is connected."""

    def people_changed(self, people: Collection[UUID]) -> None:
        """Hear whose rights may have changed: perhaps one's own, or those on a board one follows."""

    def writing_changed(self, stream: str, writers: Writers) -> None:
        """Hear who is at which form on a board."""


class Hub:
    """The feeds, and two ways of hearing that a stream moved; it lives while a browser is open."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._browsers: set[Browser] = set()
        self._feeds: dict[tuple[str, View], Feed] = {}
        self._followers: dict[Feed, int] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._watch = PeopleWatch()
        self._writing = WritingWatch()
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="live")

    def enter(self, browser: Browser) -> None:
        """Let a browser in; for the first one, begin to listen."""
        self._browsers.add(browser)
        if not self._tasks:
            self._tasks = [asyncio.create_task(self._listen()), asyncio.create_task(self._look())]

    def leave(self, browser: Browser) -> None:
        """Let a browser out; with the last one the hub ends."""
        self._browsers.remove(browser)
        if self._browsers:
            return
        _HUBS.pop(asyncio.get_running_loop(), None)
        for task in self._tasks:
            task.cancel()
        self._threads.shutdown(wait=False)

    async def in_thread(self, read: Callable[[], Result], /) -> Result:
        """Run *read* in a thread of our own: a slow query elsewhere holds up nobody here."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, _with_fresh_connection, read)

    def follow(self, stream: str, view: View, start: Position) -> Feed:
        """Return the feed of *stream* for that audience, and keep it until `unfollow`."""
        feed = self._feeds.get((stream, view))
        if feed is None or feed.has_ended:
            feed = self._feeds[stream, view] = Feed(stream, view, start, self.in_thread)
        feed.ring(start)
        self._watch.begin(stream, start)
        self._followers[feed] = self._followers.get(feed, 0) + 1
        return feed

    def unfollow(self, feed: Feed) -> None:
        """Let the feed go; with its last follower it stops reading."""
        self._followers[feed] -= 1
        if self._followers[feed]:
            return
        del self._followers[feed]
        feed.stop()
        if self._feeds.get((feed.stream, feed.view)) is feed:
            del self._feeds[feed.stream, feed.view]

    def writing_on(self, stream: str) -> Writers:
        """Return who is at which form on a board, as of the last look."""
        return self._writing.known(stream)

    async def _listen(self) -> None:
        layer = get_channel_layer()
        if layer is None:
            return
        channel = await layer.new_channel()
        try:
            while True:
                await self._listen_for_a_while(layer, channel)
        finally:
            # A layer that is gone forgets us by itself.
            with contextlib.suppress(Exception):
                await layer.group_discard(GROUP, channel)

    async def _listen_for_a_while(self, layer: BaseChannelLayer, channel: str) -> None:
        try:
            async with asyncio.timeout(limits.REJOIN_SECONDS):
                await layer.group_add(GROUP, channel)
                while True:
                    self._heard(await layer.receive(channel))
        except TimeoutError:
            return
        except Exception:
            # Nothing is lost: the look at the heads goes on.
            logger.warning("the doorbell cannot be heard; trying again", exc_info=True)
            await asyncio.sleep(limits.LOOK_SECONDS)

    def _heard(self, message: dict[str, Any]) -> None:
        for feed in self._followers:
            if feed.stream == message["stream"]:
                feed.ring(Position(feed.head.epoch, message["head"]))

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(limits.LOOK_SECONDS)
            try:
                await self._look_once()
            except Exception:
                logger.exception("the heads of streams cannot be read; looking again")

    async def _look_once(self) -> None:
        streams = {feed.stream for feed in self._followers}
        tenants = {
            partnership_stream(feed.view.partnership_id)
            for feed in self._followers
            if not isinstance(feed.view, InboxView)
        }
        boards = {feed.view.session_id for feed in self._followers if shows_writing(feed.view)}

        def read() -> tuple[dict[str, Position], set[UUID], dict[UUID, Writers]]:
            heads = heads_of(streams | tenants)
            return heads, self._watch.touched(streams | tenants, heads), writing_in(boards)

        heads, people, writing = await self.in_thread(read)
        for feed in self._followers:
            if feed.stream in heads:
                feed.ring(heads[feed.stream])
        for browser in self._browsers if people else ():
            browser.people_changed(people)
        for stream, writers in self._writing.changes(boards, writing).items():
            for browser in self._browsers:
                browser.writing_changed(stream, writers)


def shows_writing(view: View) -> TypeGuard[BoardView]:
    """Say whether an audience sees who is at which form: those who run the session do."""
    return isinstance(view, BoardView) and view.runs


def hub_here() -> Hub:
    """Return the hub of this event loop, made now if nobody is connected yet."""
    loop = asyncio.get_running_loop()
    if loop not in _HUBS:
        _HUBS[loop] = Hub()
    return _HUBS[loop]


def _with_fresh_connection(read: Callable[[], Result]) -> Result:
    close_old_connections()
    try:
        return read()
    finally:
        close_old_connections()


_HUBS: WeakKeyDictionary[asyncio.AbstractEventLoop, Hub] = WeakKeyDictionary()
