"""The socket at /live/: lets browsers in, and hands what comes and goes to a Connection."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from channels.generic.websocket import AsyncWebsocketConsumer
from django.conf import settings

from realtime.close_codes import CloseCode
from realtime.connection import Connection
from realtime.hub import hub_here
from reflections.visitors import visitor_with


def language_of(scope: dict[str, Any]) -> str:
    """Return the language that somebody without an account chose on the pages, if she did."""
    chosen: str = scope["cookies"].get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in dict(settings.LANGUAGES) else ""


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
        """Greet who is signed in or a guest; tell everybody else why not."""
        await self.accept()
        scope: dict[str, Any] = dict(self.scope)
        visitor = visitor_with(scope["user"], scope["session"], language=language_of(scope))
        if not visitor:
            await self.close(CloseCode.SESSION_ENDED.value)
            return
        self.connection = Connection(
            hub_here(),
            visitor=visitor,
            session_key=scope["session"].session_key,
            send=self.send,
            close=self.close,
        )
        await self.connection.greet()

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """Pass on what the browser says; bytes mean nothing here."""
        if self.connection:
            await self.connection.hear(text_data or "")
