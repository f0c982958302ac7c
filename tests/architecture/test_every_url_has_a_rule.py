from uuid import uuid4

import pytest

from tests import api, cast
from tests.calls import ADDRESSES, board
from tests.made_once import made_once
from tests.one_call import ONES_OWN
from tests.unchanged import nothing_changed, undone

ROUTES = sorted(ADDRESSES)
PUBLIC = {("SpectacularAPIView", "GET")}
INSIDE = [route for route in ROUTES if route not in PUBLIC | ONES_OWN]
MADE = (
    "session_id",
    "action_id",
    "insight_id",
    "group_id",
    "feedback_id",
    "decision_id",
    "remark_id",
    "item_id",
    "data_item_id",
    "series_id",
    "question_id",
    "example_id",
)
IDS = (*MADE, "note_id", "name")
NOT_HERE = (404, "not_found")


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Return a board in each of two partnerships, and who manages the other one."""

    def make():
        ours, mira = board(cast.start_westmeer()), cast.start_oostvoorde()
        return ours, mira, board(cast.oostvoorde_with(mira))

    with made_once(django_db_blocker, make) as made:
        yield made


@pytest.fixture
def ours(db, world):
    return world[0]


@pytest.fixture
def mira(db, world):
    return world[1]


@pytest.fixture
def theirs(db, world):
    return world[2]


def _answers(browser, board, routes, **others):
    return {
        route: api.send(browser, route[1], board.path(route, **others), board.calls[route].body)
        for route in routes
    }


def _problems(answers):
    return {route: api.problem(answer)[:2] for route, answer in answers.items()}


def test_every_method_of_the_api_has_a_call_that_proves_its_rule(ours):
    assert sorted(ours.calls) == ROUTES


def test_whoever_may_do_it_can_do_it(ours):
    answers = {}

    for route in ROUTES:
        browser = api.browser_of(ours.members[ours.calls[route].who])
        with undone():
            answers.update(_answers(browser, ours, [route]))

    failed = {route: one.content for route, one in answers.items() if one.status_code > 204}
    assert failed == {}


def test_nobody_does_anything_without_signing_in(ours):
    routes = [route for route in ROUTES if route not in PUBLIC]

    with nothing_changed():
        answers = _answers(api.visitor(), ours, routes)

    assert _problems(answers) == dict.fromkeys(routes, (401, "not_authenticated"))


@pytest.mark.parametrize("who", ["mira", "eve"])
def test_for_everybody_outside_the_partnership_nothing_exists(ours, who, request):
    outsider = api.browser_of(request.getfixturevalue(who))

    with nothing_changed():
        answers = _answers(outsider, ours, INSIDE)

    assert _problems(answers) == dict.fromkeys(INSIDE, NOT_HERE)


def test_an_outsider_learns_nothing_from_sending_nonsense(ours, mira):
    browser = api.browser_of(mira)
    writes = [route for route in INSIDE if route[1] != "GET"]

    with nothing_changed():
        answers = {
            route: api.send(browser, route[1], ours.path(route), b'{"x": [') for route in writes
        }

    assert _problems(answers) == dict.fromkeys(writes, NOT_HERE)


def test_a_former_member_is_an_outsider(ours):
    bo = ours.members["bo"]
    browser = api.browser_of(bo)
    cast.gone(ours.members["cem"], bo)

    with nothing_changed():
        answers = _answers(browser, ours, INSIDE)

    assert _problems(answers) == dict.fromkeys(INSIDE, NOT_HERE)


def test_an_unknown_partnership_answers_like_one_of_others(ours):
    unknown = {"partnership_id": uuid4(), "stream": f"partnership:{uuid4()}"}

    answers = _answers(api.browser_of(ours.members["ada"]), ours, INSIDE, **unknown)

    assert _problems(answers) == dict.fromkeys(INSIDE, NOT_HERE)


@pytest.mark.parametrize("name", IDS)
def test_what_another_partnership_has_does_not_exist_in_ones_own(ours, theirs, name):
    routes = [
        route
        for route in INSIDE
        if f":{name}>" in ADDRESSES[route] and not (_makes(ours, route, name))
    ]

    browsers = {key: api.browser_of(member) for key, member in ours.members.items()}

    with nothing_changed():
        answers = {}
        for route in routes:
            browser = browsers[ours.calls[route].who]
            answers |= _answers(browser, ours, [route], **{name: theirs.ids[name]})

    assert _problems(answers) == dict.fromkeys(routes, NOT_HERE)


def test_an_id_that_another_partnership_uses_is_taken(ours, theirs):
    taken = {route: name for route in INSIDE for name in MADE if _makes(ours, route, name)}

    browsers = {key: api.browser_of(member) for key, member in ours.members.items()}

    with nothing_changed():
        answers = {}
        for route, name in taken.items():
            browser = browsers[ours.calls[route].who]
            answers |= _answers(browser, ours, [route], **{name: theirs.ids[name]})

    assert set(taken.values()) == set(MADE)
    assert _problems(answers) == dict.fromkeys(taken, (409, "id_conflict"))


def _makes(board, route, name):
    # The last id in the address of a PUT is that of the thing that it makes.
    return route[1] == "PUT" and ADDRESSES[route].endswith(f":{name}>/")
