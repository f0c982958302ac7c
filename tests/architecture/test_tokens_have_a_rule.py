"""The API with tokens: never more than the person may do, and of that what the token is for."""

from uuid import uuid4

import pytest
from django.test import Client

from accounts.authentication import TokenThrottle
from accounts.models import Scope
from accounts.services import end_token, make_token
from actions.api.views.actions import ActionsView
from tests import api, cast
from tests.calls import ADDRESSES, board
from tests.made_once import made_once
from tests.one_call import ONES_OWN
from tests.unchanged import nothing_changed, undone

PUBLIC = {("SpectacularAPIView", "GET")}
ROUTES = sorted(set(ADDRESSES) - PUBLIC)
EVERYTHING = Scope.values


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Return a board, and the manager of another partnership."""

    def make():
        return board(cast.start_westmeer()), cast.start_oostvoorde()

    with made_once(django_db_blocker, make) as made:
        yield made


@pytest.fixture
def ours(db, world):
    return world[0]


def programme_of(member, *scopes):
    """Return a client that asks with a token of the member, and no cookie."""
    new = make_token(
        member.person, token_id=uuid4(), name="Script", scopes=scopes or EVERYTHING, days=30
    )
    headers = {"Authorization": f"Bearer {new.secret}"}
    return Client(raise_request_exception=False, enforce_csrf_checks=True, headers=headers), new


def answers(client, ours, routes=ROUTES):
    found = {}
    for route in routes:
        with undone():
            path, body = ours.path(route), ours.calls[route].body
            found[route] = api.send(client, route[1], path, body).status_code
    return found


def test_with_all_scopes_it_is_no_more_and_no_less_than_its_person(ours):
    otto = ours.members["otto"]
    browser, (programme, _) = api.browser_of(otto), programme_of(otto)

    hers, its = answers(browser, ours), answers(programme, ours)

    covered = {route for route in ROUTES if its[route] not in {401, 403}}
    refused = {route for route in ROUTES if its[route] == 403}
    assert {route: its[route] for route in covered} == {route: hers[route] for route in covered}
    assert {hers[route] for route in refused} == {403}
    assert ("ActionsView", "GET") in covered


def test_a_token_that_may_only_read_changes_nothing(ours):
    reading = [scope for scope in EVERYTHING if scope.endswith(":read")]
    programme, _ = programme_of(ours.members["cem"], *reading)
    writes = [route for route in ROUTES if route[1] != "GET"]

    with nothing_changed():
        assert set(answers(programme, ours, writes).values()) <= {401, 403}


def test_each_area_is_its_own(ours):
    cem = ours.members["cem"]
    programme, _ = programme_of(cem, Scope.READ_ACTIONS)

    statuses = {
        name: programme.get(api.place(name, cem)).status_code
        for name in ("api_actions", "api_members")
    }

    assert statuses == {"api_actions": 200, "api_members": 403}


def test_of_other_partnerships_nothing_exists(ours, world):
    programme, _ = programme_of(world[1])
    inside = [route for route in ROUTES if route not in ONES_OWN]

    with nothing_changed():
        found = answers(programme, ours, inside)

    assert set(found.values()) <= {401, 404}


def test_a_token_that_does_not_hold_is_nobody(ours):
    cem = ours.members["cem"]
    programme, new = programme_of(cem)
    end_token(cem.person, new.token.pk)

    answer = programme.get(api.place("api_actions", cem))

    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Session")
    assert "does not hold" in answer.json()["detail"]


def test_answers_to_programmes_are_kept_by_nobody(ours):
    cem = ours.members["cem"]

    answer = programme_of(cem)[0].get(api.place("api_actions", cem))

    assert answer["Cache-Control"] == "private, no-store"


def test_a_token_is_slowed_down_by_itself(ours, monkeypatch):
    cem = ours.members["cem"]
    monkeypatch.setattr(TokenThrottle, "rate", "2/min", raising=False)
    monkeypatch.setattr(ActionsView, "throttle_classes", [TokenThrottle])
    programme, _ = programme_of(cem)

    statuses = [programme.get(api.place("api_actions", cem)).status_code for _ in range(3)]

    assert statuses == [200, 200, 429]
    assert api.browser_of(cem).get(api.place("api_actions", cem)).status_code == 200
