from django.test import Client

from tests import api, cast
from tests.calls import ADDRESSES, board
from tests.unchanged import nothing_changed


def test_somebody_who_is_not_signed_in_is_asked_to_sign_in(cem):
    answer = api.visitor().get(api.place("api_actions", cem))

    assert api.problem(answer) == (401, "not_authenticated", "")
    assert answer.headers["WWW-Authenticate"] == "Session"
    assert answer.json()["detail"] == "Please sign in first."


def test_an_account_that_was_switched_off_is_nobody(cem):
    browser = api.browser_of(cem)
    cem.person.is_active = False
    cem.person.save(update_fields=["is_active"])

    assert api.problem(browser.get(api.place("api_actions", cem)))[0] == 401


def test_no_write_is_taken_from_another_site(westmeer):
    ours = board(westmeer)
    writes = [route for route in sorted(ADDRESSES) if route[1] != "GET"]
    browsers = {key: api.browser_on_another_site(one) for key, one in westmeer.items()}

    with nothing_changed():
        answers = {
            route: api.send(
                browsers[ours.calls[route].who], route[1], ours.path(route), ours.calls[route].body
            )
            for route in writes
        }

    problems = {route: api.problem(answer)[:2] for route, answer in answers.items()}
    assert problems == dict.fromkeys(writes, (403, "csrf_failed"))


def test_a_write_with_a_token_of_somebody_else_is_refused(ada):
    session = cast.plan(ada)
    browser = api.browser_of(ada)

    with nothing_changed():
        answer = browser.post(
            api.place("api_start", ada, session_id=session.pk),
            content_type=api.JSON,
            headers={"X-CSRFToken": "f" * 32},
        )

    assert api.problem(answer)[:2] == (403, "csrf_failed")


def test_a_write_without_an_account_is_asked_to_sign_in_before_anything_else(ada):
    session = cast.plan(ada)
    browser = Client(enforce_csrf_checks=True, raise_request_exception=False)

    answer = browser.post(api.place("api_notes", ada, session_id=session.pk))

    assert api.problem(answer)[:2] == (401, "not_authenticated")
