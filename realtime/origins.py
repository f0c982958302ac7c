"""Sockets are opened by our own pages only: browsers send cookies along wherever they come from."""

from typing import Any

from channels.security.websocket import WebsocketDenier
from django.conf import settings

SCHEMES = {"ws": "http", "wss": "https"}


class SameOriginOnly:
    """Refuses every handshake whose Origin is not the address that it was sent to.

    Scheme, host and port must be the same, or the origin be one of CSRF_TRUSTED_ORIGINS (where the
    server stands behind a proxy that speaks TLS). No Origin, or `null`, is a refusal as well.
    """

    def __init__(self, application: Any) -> None:
        """Stand before *application*."""
        self.application = application

    async def __call__(self, scope: Any, receive: Any, send: Any) -> Any:
        """Let the handshake through, or answer 403."""
        allowed = (
            is_same_origin(scope) or _header(scope, b"origin") in settings.CSRF_TRUSTED_ORIGINS
        )
        application = self.application if allowed else WebsocketDenier()
        return await application(scope, receive, send)


def is_same_origin(scope: Any) -> bool:
    """Say whether the page that opens the socket came from the address that it opens."""
    scheme = "https" if _came_by_tls(scope) else SCHEMES.get(scope.get("scheme", "ws"), "")
    host = _header(scope, b"host")
    return bool(host) and _header(scope, b"origin") == f"{scheme}://{host}"


def _came_by_tls(scope: Any) -> bool:
    # What the proxy says, where there is one; else a page without TLS would pass for ours.
    if not settings.SECURE_PROXY_SSL_HEADER:
        return False
    name, value = settings.SECURE_PROXY_SSL_HEADER
    header = name.removeprefix("HTTP_").replace("_", "-").lower()
    return _header(scope, header.encode()) == value


def _header(scope: Any, name: bytes) -> str:
    values = [value for key, value in scope["headers"] if key.lower() == name]
    # Sent twice, it says nothing.
    return values[0].decode("latin-1").lower() if len(values) == 1 else ""
