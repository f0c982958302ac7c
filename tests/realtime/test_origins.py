"""Which pages may open a socket: ours, and no others."""

import pytest
from channels.testing import WebsocketCommunicator

from config.asgi import application
from realtime.origins import is_same_origin

TRUSTED = "https://doorwerk.example.org"

ANSWERS = [
    # Host, Origin headers, may it?
    ("doorwerk.test:8000", ["http://doorwerk.test:8000"], True),
    ("doorwerk.test", ["http://doorwerk.test"], True),
    ("Doorwerk.Test:8000", ["http://doorwerk.test:8000"], True),
    ("[::1]:8000", ["http://[::1]:8000"], True),
    ("10.0.0.7:9000", [TRUSTED], True),
    ("doorwerk.test:8000", [], False),
    ("doorwerk.test:8000", [""], False),
    ("doorwerk.test:8000", ["null"], False),
    ("doorwerk.test:8000", ["https://doorwerk.test:8000"], False),
    ("doorwerk.test:8000", ["http://doorwerk.test:8001"], False),
    ("doorwerk.test:8000", ["http://doorwerk.test"], False),
    ("doorwerk.test:8000", ["doorwerk.test:8000"], False),
    ("doorwerk.test:8000", ["http://evil.example"], False),
    ("doorwerk.test:8000", ["http://doorwerk.test:8000.evil.example"], False),
    ("doorwerk.test:8000", ["http://evil.example/doorwerk.test:8000"], False),
    ("doorwerk.test:8000", ["http://doorwerk.test:8000", "http://evil.example"], False),
    ("doorwerk.test:8000", ["http://sub.doorwerk.test:8000"], False),
    ("10.0.0.7:9000", ["http://doorwerk.example.org"], False),
    ("10.0.0.7:9000", [TRUSTED + ".evil.example"], False),
    ("", ["http://"], False),
]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("host", "origins", "may"), ANSWERS)
async def test_only_our_own_pages_may_open_a_socket(settings, host: str, origins: list[str], may):
    settings.CSRF_TRUSTED_ORIGINS = [TRUSTED]
    headers = [(b"host", host.encode()), *((b"origin", origin.encode()) for origin in origins)]
    line = WebsocketCommunicator(application, "/live/", headers)

    connected, _ = await line.connect(10)
    await line.disconnect(timeout=10)

    assert connected == may


@pytest.mark.parametrize(
    ("origin", "may"), [("https://here.test", True), ("http://here.test", False)]
)
def test_behind_a_proxy_that_speaks_tls_pages_without_it_are_not_ours(settings, origin, may):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    sent = {b"host": b"here.test", b"x-forwarded-proto": b"https", b"origin": origin.encode()}

    assert is_same_origin({"scheme": "ws", "headers": list(sent.items())}) == may


@pytest.mark.parametrize("path", ["/", "/live", "/live/x/", "/api/v1/", "/live/\0"])
async def test_sockets_are_opened_at_one_address_only(path: str):
    headers = [(b"host", b"doorwerk.test"), (b"origin", b"http://doorwerk.test")]

    connected, _ = await WebsocketCommunicator(application, path, headers).connect(10)

    assert not connected
