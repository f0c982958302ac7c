import re

import pytest
from django.core.exceptions import BadRequest, ObjectDoesNotExist, PermissionDenied
from django.db import IntegrityError
from rest_framework import exceptions

from bootstrap.places import ROOT
from kernel import errors
from web.authentication import ForeignPageError
from web.errors import problem_details, status_of


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (errors.DomainError("No."), 400, "refused"),
        (errors.InvalidInputError("No.", field="due"), 400, "invalid_input"),
        (errors.NotAllowedError("No."), 403, "not_allowed"),
        (errors.ConflictError("No."), 409, "conflict"),
        (errors.WrongPhaseError("No."), 409, "wrong_phase"),
        (errors.IdConflictError("No."), 409, "id_conflict"),
        (errors.StaleVersionError("No."), 409, "stale_version"),
        (ObjectDoesNotExist(), 404, "not_found"),
        (PermissionDenied(), 403, "not_allowed"),
        (BadRequest(), 400, "invalid_input"),
        (IntegrityError(), 409, "conflict"),
    ],
)
def test_every_refusal_has_a_status_and_a_stable_code(error, status, code):
    answer = problem_details(error, {})

    assert answer is not None
    assert (answer.status_code, answer.data["status"], answer.data["code"]) == (
        status,
        status,
        code,
    )
    assert answer.data["type"] == f"urn:doorwerk:{code}"
    assert answer.content_type == "application/problem+json"


def test_the_sentence_and_the_details_of_a_rule_are_passed_on():
    error = errors.StaleVersionError("Somebody was first.", current={"version": 2})

    answer = problem_details(error, {})

    assert answer is not None
    assert answer.data == {
        "type": "urn:doorwerk:stale_version",
        "title": "stale version",
        "status": 409,
        "code": "stale_version",
        "detail": "Somebody was first.",
        "current": {"version": 2},
    }


def test_who_is_too_fast_hears_when_to_come_back():
    answer = problem_details(exceptions.Throttled(wait=12.3), {})

    assert answer is not None
    assert (answer.status_code, answer.data["code"]) == (429, "throttled")
    assert answer.headers["Retry-After"] == "13"


def test_what_nobody_foresaw_is_left_to_the_page_for_faults():
    assert problem_details(ZeroDivisionError(), {}) is None


def _documented():
    page = (ROOT / "docs" / "api.md").read_text()
    return {
        code: int(status)
        for code, status in re.findall(r"^\| `(\w+)` \| (\d+) \|", page, re.MULTILINE)
    }


def _rules(kind=errors.DomainError):
    return [kind, *(rule for below in kind.__subclasses__() for rule in _rules(below))]


def test_the_api_page_names_every_code_with_its_status():
    ours = {rule.code: status_of(rule("No.", **_needed(rule))) for rule in _rules()}
    framework = [
        ForeignPageError,
        exceptions.MethodNotAllowed,
        exceptions.NotAuthenticated,
        exceptions.Throttled,
        exceptions.UnsupportedMediaType,
    ]
    theirs = {kind.default_code: kind.status_code for kind in framework}

    more = {"not_found": 404, "too_large": 413, "server_error": 500}
    assert _documented() == {**ours, **theirs, **more}


def _needed(rule):
    return {"field": "due"} if issubclass(rule, errors.InvalidInputError) else {}
