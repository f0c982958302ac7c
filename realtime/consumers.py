"""The socket at /live/: lets browsers in, and hands what comes and goes to a Connection."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from channels.generic.websocket import AsyncWebsocketConsumer

from realtime.close_codes import CloseCode
from realtime.connection import Connection
from realtime.hub import hub_here


class LiveConsumer(AsyncWebsocketConsumer):
    """One socket, which follows any number of streams."""

    # No channel of its own: the hub listens for all of them, on one.
    channel_layer_alias = ""
    connection: Connection | None = None

    async def __call__(
        self,
        scope: Any,
        receive: Callable[[], Awaitable[Any]],
        send: Callable[[Any], Awaitable[Any]],
    ) -> None:
        """Serve one browser; however that ends, nothing of it is left behind."""
        try:
            await super().__call__(scope, receive, send)
        except asyncio.CancelledError:
            # This is how daphne stops.
            if self.connection:
                await self.connection.say_goodbye()
            raise
        finally:
            if self.connection:
                self.connection.end()

    async def connect(self) -> None:
        """Greet who is signed in; tell everybody else why not."""
        await self.accept()
        scope: dict[str, Any] = dict(self.scope)
        if not scope["user"].is_authenticated:
            await self.close(CloseCode.SESSION_ENDED.value)
            return
        self.connection = Connection(
            hub_here(),
            person=scope["user"],
            session_key=scope["session"].session_key,
            send=self.send,
            close=self.close,
        )
        await self.connection.greet()

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """Pass on what the browser says; bytes mean nothing here."""
        if self.connection:
            await self.connection.hear(text_data or "")
