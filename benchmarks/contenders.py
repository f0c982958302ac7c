"""The two that are timed: the product as it is served, and a bare broadcast of the same frame."""

import asyncio
import http.client
import json
import time
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import uuid4

from django.conf import settings
from websockets.asyncio.client import connect

from benchmarks.bare_server import PUBLISHER
from benchmarks.crowd import Crowd, Heard, Visitor
from benchmarks.world import World
from kernel.clock import today

NOTE = "note"
ACTION = "action"
CSRF = "x" * 32
WARM_UP = 5
Cause = Callable[[], Awaitable[float]]


class Product:
    """The app, over HTTP and the socket, with real sign-in cookies."""

    def __init__(self, url: str, world: World) -> None:
        """Talk to the app at *url*."""
        self._world = world
        self._url = url
        self._http = http.client.HTTPConnection(urlsplit(url).netloc)
        self.answer_times: list[float] = []

    async def round(self, kind: str, listeners: int, events: int) -> list[Heard]:
        """Fill the room, and write *events* things of that kind one after the other."""
        cause = self._note if kind == NOTE else self._action
        follow = json.dumps({"type": "follow", "stream": self._world.stream})
        visitors = [
            Visitor(
                self._url.replace("http", "ws", 1) + "/live/",
                {"Origin": self._url, "Cookie": cookie},
                follow,
            )
            for cookie in self._world.audience[:listeners]
        ]
        async with Crowd(visitors, lambda text: text.startswith('{"type":"news"')) as crowd:
            return await _timed(crowd, cause, events)

    async def _note(self) -> float:
        body = {
            "kind": "add",
            "id": str(uuid4()),
            "column_id": self._world.column_id,
            "text": "There is no bus after six. " * 4,
        }
        return await asyncio.to_thread(self._send, "POST", "notes/", body)

    async def _action(self) -> float:
        body = {
            "title": "Ask the bus company for a bus at half past seven, on weekdays",
            "owner_id": self._world.owner_id,
            "due": (today() + timedelta(days=30)).isoformat(),
            "done_test": "The new timetable shows it, and three people have taken it",
            "note_ids": [self._world.note_id],
        }
        return await asyncio.to_thread(self._send, "PUT", f"actions/{uuid4()}/", body)

    def _send(self, method: str, path: str, body: Mapping[str, object]) -> float:
        cookies = f"{self._world.leader}; {settings.CSRF_COOKIE_NAME}={CSRF}"
        headers = {"Cookie": cookies, "X-CSRFToken": CSRF, "Content-Type": "application/json"}
        content = json.dumps(body)
        began = time.perf_counter()
        self._http.request(method, self._world.address + path, content, headers)
        answer = self._http.getresponse()
        said = answer.read()
        self.answer_times.append(time.perf_counter() - began)
        if answer.status not in {http.client.OK, http.client.NO_CONTENT}:
            raise RuntimeError(f"{answer.status}: {said!r}")
        return began


class Bare:
    """The bare broadcast."""

    def __init__(self, url: str) -> None:
        """Talk to the server at *url*."""
        self._url = url

    async def round(self, size: int, listeners: int, events: int) -> list[Heard]:
        """Send a frame of *size* characters to so many listeners, *events* times."""
        visitors = [Visitor(self._url, {}) for _ in range(listeners)]
        async with (
            connect(self._url + PUBLISHER, compression=None) as publisher,
            Crowd(visitors, lambda text: True) as crowd,
        ):
            await publisher.send("x" * size)

            async def go() -> float:
                began = time.perf_counter()
                await publisher.send("")
                return began

            return await _timed(crowd, go, events)


async def _timed(crowd: Crowd, cause: Cause, events: int) -> list[Heard]:
    for _ in range(WARM_UP):
        await crowd.hear(cause)
    return [await crowd.hear(cause) for _ in range(events)]
