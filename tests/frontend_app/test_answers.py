import logging
import re

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path

from accounts.models import Person
from config.urls import handler400, handler403, handler404, handler500
from config.urls import urlpatterns as pages
from frontend.pages.errors import server_error
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError, StaleVersionError

RAISED = {
    "not-allowed": NotAllowedError("Only the owner can do this."),
    "conflict": ConflictError("The session is finished."),
    "stale": StaleVersionError("Somebody was first."),
    "invalid": InvalidInputError("Write <b>something</b> first.", field="text"),
    "missing": Person.DoesNotExist("no such person"),
}


def failing(request: HttpRequest, name: str) -> HttpResponse:
    raise RAISED.get(name, RuntimeError("a fault of ours"))


urlpatterns = [path("fail/<slug:name>/", failing), *pages]
__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def text_of(response: HttpResponse) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.mark.parametrize(
    ("name", "status", "sentence"),
    [
        ("not-allowed", 403, "Only the owner can do this."),
        ("conflict", 409, "The session is finished."),
        ("stale", 409, "Somebody was first."),
        ("invalid", 400, "Write &lt;b&gt;something&lt;/b&gt; first."),
        ("missing", 404, "Page not found"),
    ],
)
@override_settings(ROOT_URLCONF="tests.frontend_app.test_answers")
def test_what_a_rule_says_becomes_a_page(db, name: str, status: int, sentence: str) -> None:
    response = Client().get(f"/fail/{name}/")

    assert response.status_code == status
    assert sentence in text_of(response)
    assert "no such person" not in text_of(response)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:x", "a b", '"><script>', ""])
@pytest.mark.parametrize("path", ["/", "/api/v1/partnerships/"])
def test_a_wrong_host_is_a_request_that_cannot_be_understood(db, host: str, path: str) -> None:
    response = Client(raise_request_exception=False).get(path, headers={"host": host})

    assert response.status_code == 400
    assert "This did not work" in text_of(response) or response.json()["code"] == "invalid_input"
    assert "<script>" not in response.content.decode()


@override_settings(ROOT_URLCONF="tests.frontend_app.test_answers")
def test_a_fault_of_ours_is_answered_with_a_number_that_the_log_knows(
    db, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        response = Client(raise_request_exception=False).get("/fail/fault/")

    assert response.status_code == 500
    found = re.search(r"what happened: ([0-9A-F]{8})", text_of(response))
    assert found
    assert f"Reference {found[1]}: GET /fail/fault/" in caplog.messages
    assert "a fault of ours" not in text_of(response)


def test_a_fault_under_the_api_is_answered_as_the_api_does() -> None:
    response = server_error(RequestFactory().get("/api/v1/actions/"))

    assert response.status_code == 500
    assert response.headers["Content-Type"] == "application/problem+json"
    assert b"Reference: " in response.content
