"""Real people at real browsers against a real server, under the security headers of production."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from playwright.sync_api import Browser

from tests.browser import launch_browser
from tests.journeys.people import Room
from tests.servers import RunningApp, app_server
from tests.whereabouts import database_address

FAILED = pytest.StashKey[bool]()

PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": settings.SECRET_KEY,
    "ALLOWED_HOSTS": "127.0.0.1",
    "TRUSTED_ORIGINS": "https://doorwerk.example.org",
    "SSL_REDIRECT": "false",
    # The same few people sign in once for every story.
    "SIGN_IN_RATE": "1000/m/ip,1000/m/key",
}


@pytest.fixture(scope="session")
def mailbox(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("mail")


@pytest.fixture(scope="session")
def site(django_db_setup, mailbox: Path) -> Iterator[RunningApp]:
    with app_server(server_environment(mailbox)) as app:
        yield app


@pytest.fixture(scope="session")
def session_cookie() -> str:
    """What the server calls the cookie by which it knows who is signed in."""
    return settings.SESSION_COOKIE_NAME if connection.vendor == "sqlite" else "__Host-session"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launch_browser() as chromium, pytest.MonkeyPatch.context() as patch:
        # The driver keeps an event loop in this thread, which Django would otherwise refuse.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield chromium


@pytest.fixture
def room(
    site: RunningApp,
    browser: Browser,
    mailbox: Path,
    session_cookie: str,
    transactional_db,
    request,
) -> Iterator[Room]:
    with Room(site.url, browser, mailbox, session_cookie) as room:
        yield room
        if request.node.stash.get(FAILED, False):
            room.photograph(f"failed-{request.node.name}")
    assert room.complaints == []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


def server_environment(mailbox: Path) -> dict[str, str]:
    """Return what a server needs to know: the tests' database, and the settings of production."""
    places = {"DATABASE_URL": database_address(), "EMAIL_URL": f"filemail:///{mailbox}"}
    return places if connection.vendor == "sqlite" else places | PRODUCTION
