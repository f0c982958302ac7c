"""Open sockets, through the whole application as the server runs it."""

import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import msgspec
import pytest
from asgiref.sync import sync_to_async
from channels.layers import channel_layers
from channels.testing import WebsocketCommunicator
from django.conf import settings
from django.db import connections
from django.test import Client

from accounts.models import Person
from config.asgi import application
from realtime.news import snapshot
from reflections.models.participant import Participant
from reflections.visitors import Visitor
from tests import api

PATIENCE = 10  # seconds, on a busy machine


class OpenSocket:
    """One socket with what a test says and hears on it."""

    def __init__(self, cookie: str) -> None:
        headers = [(b"host", b"testserver"), (b"origin", b"http://testserver")]
        headers.append((b"cookie", f"{settings.SESSION_COOKIE_NAME}={cookie}".encode()))
        self.line = WebsocketCommunicator(application, "/live/", headers)
        self.cookie = cookie

    async def open(self) -> dict[str, Any]:
        """Connect, and return the greeting."""
        connected, _ = await self.line.connect(PATIENCE)
        assert connected
        return await self.hear()

    async def say(self, kind: str, **rest: Any) -> None:
        """Send a message."""
        await self.line.send_to(msgspec.json.encode({"type": kind, **rest}).decode())

    async def hear_text(self) -> str:
        """Return the next frame as it came, signs of life left out."""
        while True:
            text: str = await self.line.receive_from(PATIENCE)
            if not text.startswith('{"type":"heads"'):
                return text

    async def hear(self) -> dict[str, Any]:
        """Return the next message, signs of life left out."""
        message: dict[str, Any] = msgspec.json.decode(await self.hear_text())
        return message

    async def closed(self) -> int:
        """Return the code that the server closes the socket with."""
        while True:
            output = await self.line.receive_output(PATIENCE)
            if output["type"] == "websocket.close":
                code = output["code"]
                assert type(code) is int  # daphne sends no other
                return code

    async def silent(self, seconds: float = 0.3) -> bool:
        """Say whether nothing at all comes for a while."""
        return await self.line.receive_nothing(seconds)

    async def follow(self, who: Person | Visitor, stream: str) -> dict[str, Any]:
        """Follow *stream* from a fresh snapshot on, and return the answer."""
        visitor = Visitor(person=who) if isinstance(who, Person) else who
        first = await sync_to_async(snapshot)(visitor, stream)
        await self.say("follow", stream=stream, epoch=first.epoch, since=first.sequence)
        return await self.hear()


@pytest.fixture
async def open_socket(transactional_db) -> AsyncIterator[Callable[..., Awaitable[OpenSocket]]]:
    """Return a function that opens the socket of a signed-in person."""
    sockets: list[OpenSocket] = []
    # A layer keeps locks of the event loop it was used in, and each test has a loop of its own.
    channel_layers.backends.clear()

    async def opened(who: Person | Participant | None) -> OpenSocket:
        client = Client()
        if who:
            await sync_to_async(_come_in)(client, who)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value if who else ""
        sockets.append(OpenSocket(cookie))
        if who:
            await sockets[-1].open()
        return sockets[-1]

    yield opened
    for socket in sockets:
        if not socket.line.future.done():
            await socket.line.disconnect(timeout=PATIENCE)
    await _leave_no_connection_open()


def _come_in(client: Client, who: Person | Participant) -> None:
    if isinstance(who, Person):
        client.force_login(who)
    else:
        api.be_guest(client, who)


async def _leave_no_connection_open() -> None:
    # PostgreSQL does not drop a database that some thread is still connected to.
    await sync_to_async(connections.close_all)()
    for thread in threading.enumerate():
        if thread.name.startswith("live"):
            thread.join(PATIENCE)
