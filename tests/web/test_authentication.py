from uuid import uuid4

from django.test import Client

from reflections.models.session import ReflectionSession
from tests import api, cast


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


def test_a_write_from_another_site_is_refused(ada):
    session = cast.plan(ada)
    browser = Client(enforce_csrf_checks=True, raise_request_exception=False)
    browser.force_login(ada.person)

    answer = browser.post(api.place("api_start", ada, session_id=session.pk))

    assert api.problem(answer) == (403, "csrf_failed", "")
    assert ReflectionSession.objects.get().state == "planned"


def test_a_write_from_our_own_page_carries_the_token_of_its_cookie(ada):
    session = cast.plan(ada)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ada.person)
    token = browser.cookies["csrftoken"] = "0123456789abcdef" * 2

    answer = browser.post(
        api.place("api_start", ada, session_id=session.pk),
        content_type=api.JSON,
        headers={"X-CSRFToken": token},
    )

    assert (answer.status_code, answer.json()["state"]) == (200, "live")


def test_a_write_without_an_account_is_asked_to_sign_in_before_anything_else(ada):
    session = cast.plan(ada)
    browser = Client(enforce_csrf_checks=True, raise_request_exception=False)

    answer = browser.put(api.place("api_note", ada, session_id=session.pk, note_id=uuid4()))

    assert api.problem(answer)[:2] == (401, "not_authenticated")
