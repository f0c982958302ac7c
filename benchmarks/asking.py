"""Asking the served app as a browser does that is signed in."""

import contextlib
from http import HTTPStatus
from http.client import HTTPConnection
from urllib.parse import urlsplit


def get(url: str, cookie: str) -> bytes:
    """Return what the app answers; raises RuntimeError unless it is the page."""
    where = urlsplit(url)
    with contextlib.closing(HTTPConnection(where.netloc)) as line:
        line.request("GET", f"{where.path}?{where.query}", headers={"Cookie": cookie})
        answer = line.getresponse()
        content = answer.read()
    if answer.status != HTTPStatus.OK:
        raise RuntimeError(f"{url} answered {answer.status}")
    return content
