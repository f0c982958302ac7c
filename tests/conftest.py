"""The cast, as fixtures; see tests/cast.py."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from django.core.cache import cache
from django.db import connection
from hypothesis import configuration, settings

from accounts.models import Person
from bootstrap.places import CACHE
from eventlog.models import Event
from partnerships.models.membership import Membership
from reflections.models.insight import Insight
from reflections.models.session import ReflectionSession
from tests import cast
from tests.emptying import delete_what_is_there
from tests.played_again import STAGE

configuration.set_hypothesis_home_dir(CACHE / "hypothesis")
# The same examples every time: a red test is red for everybody, and two lanes share nothing.
settings.register_profile("steady", derandomize=True, database=None, deadline=None)
settings.load_profile("steady")


DATABASE = {"db", "transactional_db", "django_db_setup"}
# Pages show what queries return, and the tests of those run on every database.
OF_PAGES = (
    "tests/frontend_app/",
    "tests/architecture/",
    "tests/web/",
    "tests/privacy/test_nothing_hidden_gets_out.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses no database, and pages: they say the same on each.

    What commits comes first: it waits a lot, for locks and for others, while another lane computes.
    Journeys come last: the driver of their browser stays in the thread.
    """
    items.sort(key=_turn)
    for item in items:
        names = set(getattr(item, "fixturenames", ()))
        uses_none = not names & DATABASE and item.get_closest_marker("django_db") is None
        if uses_none or item.nodeid.startswith(OF_PAGES):
            item.add_marker(pytest.mark.once)


def _turn(item: pytest.Item) -> int:
    if "browser" in getattr(item, "fixturenames", ()):
        return 2
    return 0 if _commits(item) else 1


def _commits(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    is_marked = marker is not None and marker.kwargs.get("transaction", False)
    return is_marked or "transactional_db" in getattr(item, "fixturenames", ())


@pytest.fixture(autouse=True, scope="session")
def quick_emptying() -> Iterator[None]:
    with patch.object(type(connection.ops), "sql_flush", delete_what_is_there):
        yield


@pytest.fixture(autouse=True, scope="session")
def stage() -> Iterator[None]:
    with connection.execute_wrapper(STAGE):
        yield


@pytest.fixture(autouse=True)
def nobody_wrote_yet(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Forget what the same people wrote in other tests, and what of it was counted against limits."""
    cache.clear()
    STAGE.clear(monkeypatch, commits=_commits(request.node))


@pytest.fixture
def westmeer(db) -> dict[str, Membership]:
    return cast.start_westmeer()


@pytest.fixture
def cem(westmeer) -> Membership:
    return westmeer["cem"]


@pytest.fixture
def ada(westmeer) -> Membership:
    return westmeer["ada"]


@pytest.fixture
def bo(westmeer) -> Membership:
    return westmeer["bo"]


@pytest.fixture
def dag(westmeer) -> Membership:
    return westmeer["dag"]


@pytest.fixture
def otto(westmeer) -> Membership:
    return westmeer["otto"]


@pytest.fixture
def mira(db) -> Membership:
    return cast.start_oostvoorde()


@pytest.fixture
def session(ada, bo) -> ReflectionSession:
    """A session that collects notes, led by Ada, joined by Bo."""
    return cast.collecting(ada, bo)


@pytest.fixture
def insight(ada, session) -> Insight:
    """What was agreed in it."""
    return cast.agreed(ada, session)


@pytest.fixture
def eve(db) -> Person:
    return cast.stranger()


@pytest.fixture
def kinds_since():
    """Return a function that lists the kinds of the events recorded since the fixture was made."""

    def kinds(start: int) -> list[str]:
        return [event.kind for event in Event.objects.filter(pk__gt=start).order_by("pk")]

    return kinds
