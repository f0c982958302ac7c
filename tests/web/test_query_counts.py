from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partnerships.services.membership import add_member, organisation_named
from partnerships.services.setup import add_theme
from reflections.models.session import ReflectionSession
from reflections.services.groups import group_notes
from reflections.services.joining import join_session
from tests import api, cast
from tests.calls import ADDRESSES, board

READS = sorted(route for route in ADDRESSES if route[1] == "GET")
# These read what happened since, which is more when more happened; tests/realtime counts there.
BY_WHAT_HAPPENED = {("ChangesView", "GET")}


def _add_some_of_everything(members, session, numbers):
    ada, cem = members["ada"], members["cem"]
    for n in numbers:
        library = organisation_named(cem, name=f"Library {n}", stakeholder_group="citizens")
        new = add_member(
            cem,
            email=f"new{n}@example.org",
            name=f"New {n}",
            roles=["member"],
            organisation=library,
        )
        add_theme(cem, title=f"Theme {n}")
        join_session(new, session.pk)
        action = cast.proposed(ada, new, session)
        cast.reported(new, cast.accept_action(new, action.pk))
        note = action.translations.get().notes.all()[0]
        group_notes(ada, session.pk, group_id=uuid4(), note_ids=[note.pk])
        cast.collecting(ada, new)


def _queries(browser, path):
    """Return how many it takes, or None for what is somebody else's: as if it were not there."""
    with CaptureQueriesContext(connection) as queries:
        status = browser.get(path).status_code
    assert status in {200, 403, 404}, path
    return len(queries) if status == 200 else None


@pytest.mark.parametrize("who", ["ada", "bo"])
def test_reading_more_things_takes_no_more_queries(westmeer, who):
    ours = board(westmeer)
    session = ReflectionSession.objects.get(pk=ours.ids["session_id"])
    _add_some_of_everything(westmeer, session, [1])
    browser = api.browser_of(westmeer[who])
    paths = {route: ours.path(route) for route in READS if route not in BY_WHAT_HAPPENED}
    paths["log"] = f"/api/v1/streams/partnership:{westmeer[who].partnership_id}/snapshot"
    known = {route: _queries(browser, path) for route, path in paths.items()}
    before = {route: count for route, count in known.items() if count is not None}
    assert "log" in before

    _add_some_of_everything(westmeer, session, [2, 3, 4])

    assert {route: _queries(browser, paths[route]) for route in before} == before
