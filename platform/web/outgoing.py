"""Sending something to an address that somebody typed: never inwards, never onwards, never for long."""

import hashlib
import hmac
import ipaddress
import socket
import ssl
from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from http.client import HTTPException, HTTPSConnection
from threading import Timer
from urllib.parse import urlsplit

CONNECT_SECONDS = 5
MOST_SECONDS = 15
# Tunnels through which an address of the outside leads to one of the inside.
TUNNELS = [ipaddress.ip_network(net) for net in ("64:ff9b::/96", "2002::/16", "2001::/32")]

Judge = Callable[[str], bool]


class NotSentError(Exception):
    """Nothing arrived, and why; the reason is for those who set it up."""


def is_public(address: str) -> bool:
    """Say whether an address is one of the open internet, in whatever shape it is written."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return is_public(str(ip.ipv4_mapped))
        if any(ip in net for net in TUNNELS):
            return False
    return ip.is_global and not ip.is_multicast


def post(
    url: str,
    body: bytes,
    headers: Mapping[str, str],
    *,
    may_reach: Judge = is_public,
    trust: ssl.SSLContext | None = None,
) -> int:
    """Post to an https address and return the status; redirects are answers like others.

    The address is looked up once, judged, and connected to as it was judged: a name that means
    something else a moment later changes nothing. Raises NotSentError.
    """
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        raise NotSentError("The address does not begin with https://.")
    connection = _Connection(parts.hostname, parts.port or 443, may_reach, trust)
    target = parts.path or "/"
    with closing(connection):
        try:
            connection.connect()
            with connection.for_a_while():
                connection.request(
                    "POST",
                    f"{target}?{parts.query}" if parts.query else target,
                    body,
                    dict(headers),
                )
                return connection.getresponse().status
        except (OSError, HTTPException, ValueError) as error:
            raise NotSentError(_reason(error)) from error


def signed(body: bytes, *, secret: str, at: int) -> str:
    """Return what proves that *body* comes from whoever knows the secret, and when it was sent."""
    proof = hmac.new(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={proof}"


class _Connection(HTTPSConnection):
    """Connects to an address that was judged, and to no other one of that name."""

    def __init__(
        self, host: str, port: int, may_reach: Judge, trust: ssl.SSLContext | None
    ) -> None:
        self._trust = trust or ssl.create_default_context()
        super().__init__(host, port, timeout=CONNECT_SECONDS, context=self._trust)
        self._may_reach = may_reach

    def connect(self) -> None:
        """Look the name up, judge all that it means, and connect to the first that answers."""
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        addresses = [str(entry[4][0]) for entry in found]
        if not addresses or not all(map(self._may_reach, addresses)):
            raise NotSentError("The address leads to a place that is not on the open internet.")
        self.sock = self._trust.wrap_socket(self._reached(addresses), server_hostname=self.host)

    def _reached(self, addresses: list[str]) -> socket.socket:
        *others, last = dict.fromkeys(addresses)
        for address in others:
            with suppress(OSError):
                return socket.create_connection((address, self.port), CONNECT_SECONDS)
        return socket.create_connection((last, self.port), CONNECT_SECONDS)

    def for_a_while(self) -> "_Deadline":
        """Return a deadline for all that follows: a slow other side holds nobody up."""
        return _Deadline(self.sock)


class _Deadline:
    """Shuts a connection when its time is over."""

    def __init__(self, sock: socket.socket) -> None:
        self._timer = Timer(MOST_SECONDS, self._shut, [sock])

    def __enter__(self) -> None:
        self._timer.daemon = True
        self._timer.start()

    def __exit__(self, *_error: object) -> None:
        self._timer.cancel()

    @staticmethod
    def _shut(sock: socket.socket) -> None:
        with suppress(OSError):  # it may have come to its end this very moment
            sock.shutdown(socket.SHUT_RDWR)


def _reason(error: Exception) -> str:
    if isinstance(error, socket.gaierror):
        return "The name of the address is not known."
    if isinstance(error, TimeoutError):
        return "Nothing was answered in time."
    if isinstance(error, ssl.SSLError):
        return "The certificate of the address cannot be trusted."
    return "The address cannot be reached."
