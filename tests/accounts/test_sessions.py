from http import HTTPStatus

import pytest
from django.test import Client

NEVER_GIVEN_OUT = [
    '"\\000aaaaaaaaaaaaaaaa"',  # how a cookie writes a NUL, which PostgreSQL cannot look for
    '"\\377\\376aaaaaaaaaaaaaa"',
    "A" * 32,
    "a" * 5000,
    "../../../etc/passwd",
]


@pytest.mark.parametrize("cookie", NEVER_GIVEN_OUT)
def test_whoever_sends_a_made_up_session_is_a_visitor(db, cookie: str) -> None:
    browser = Client(raise_request_exception=False, headers={"cookie": f"sessionid={cookie}"})

    assert browser.get("/").status_code == HTTPStatus.OK
    assert browser.get("/settings/").status_code == HTTPStatus.FOUND
    assert browser.get("/api/v1/partnerships/").status_code == HTTPStatus.UNAUTHORIZED
