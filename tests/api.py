"""Calling the API as one of the cast."""

import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from accounts.models import Person
from partnerships.models.membership import Membership
from reflections.models.participant import Participant
from reflections.visitors import remember_part
from tests import cast

TOKEN = "0123456789abcdef" * 2
PROBLEM = "application/problem+json"
JSON = "application/json"


def visitor() -> Client:
    """Return a browser in which nobody is signed in; a fault of the server is an answer, too."""
    return Client(raise_request_exception=False)


def let_in(browser: Client, who: Membership | Person) -> None:
    """Let the browser be one in which *who* is signed in."""
    key = cast.session_key_of(who.person if isinstance(who, Membership) else who)
    browser.cookies[settings.SESSION_COOKIE_NAME] = key


def browser_of(who: Membership | Person) -> Client:
    """Return a browser in which *who* is signed in and looks at a page of ours."""
    browser = Client(
        raise_request_exception=False, enforce_csrf_checks=True, headers={"X-CSRFToken": TOKEN}
    )
    browser.cookies["csrftoken"] = TOKEN
    let_in(browser, who)
    return browser


def answers_to(who: Membership | Person, paths: Iterable[str]) -> list[HttpResponse]:
    """Return what one browser of hers gets at each of these addresses."""
    browser = browser_of(who)
    return [browser.get(path) for path in paths]


def all_said_to(who: Membership | Person, paths: Iterable[str]) -> str:
    """Return all that these addresses answer to her, in one piece."""
    return b"".join(answer.content for answer in answers_to(who, paths)).decode()


def be_guest(browser: Client, guest: Participant) -> None:
    """Let the browser be this guest."""
    kept = browser.session
    remember_part(kept, guest)
    kept.save()
    browser.cookies[settings.SESSION_COOKIE_NAME] = kept.session_key


def browser_of_guest(guest: Participant) -> Client:
    """Return a browser in which somebody takes part as a guest, and looks at a page of ours."""
    browser = Client(
        raise_request_exception=False, enforce_csrf_checks=True, headers={"X-CSRFToken": TOKEN}
    )
    browser.cookies["csrftoken"] = TOKEN
    be_guest(browser, guest)
    return browser


def browser_on_another_site(who: Membership | Person) -> Client:
    """Return a browser in which *who* is signed in, and which a page of others makes send."""
    browser = Client(raise_request_exception=False, enforce_csrf_checks=True)
    let_in(browser, who)
    return browser


def send(browser: Client, method: str, path: str, body: Any = None) -> HttpResponse:
    """Send *body*: bytes as they are, everything else as JSON."""
    raw = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    answer: HttpResponse = browser.generic(method.upper(), path, raw, content_type=JSON)
    return answer


def place(name: str, member: Membership, **ids: Any) -> str:
    """Return the address of an API view in the member's partnership."""
    return reverse(name, kwargs={"partnership_id": member.partnership_id, **ids})


def problem(answer: HttpResponse) -> tuple[int, str, str]:
    """Return status, code and named field of a refusal, having checked that it has its shape."""
    assert answer.headers["Content-Type"] == PROBLEM, answer.content[:500]
    said = json.loads(answer.content)
    assert set(said) >= {"type", "title", "status", "code", "detail"}
    assert said["status"] == answer.status_code
    assert said["detail"].endswith((".", "?", "!")) or " " in said["detail"]
    return answer.status_code, said["code"], said.get("field", "")
