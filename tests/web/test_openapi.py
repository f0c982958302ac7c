import io
import json
import re

import pytest
from django.core.management import call_command

from tests import api
from web.openapi import body


@pytest.fixture(scope="module")
def document():
    said = io.StringIO()
    call_command(
        "spectacular", "--fail-on-warn", "--validate", "--format=openapi-json", stdout=said
    )
    return json.loads(said.getvalue())


def _operations(document):
    return [
        (path, method, operation)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
    ]


def test_everything_that_the_document_points_to_is_in_it(document):
    named = set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(document)))

    assert named == named & set(document["components"]["schemas"])
    assert named >= {"SessionRecord", "NoteRecord", "InsightRecord", "ActionRecord", "Problem"}


def test_every_operation_says_how_it_refuses(document):
    refusal = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}

    silent = [
        (path, method)
        for path, method, operation in _operations(document)
        if operation["responses"].get("4XX", {}).get("content") != refusal
    ]

    assert silent == []


def test_every_operation_has_a_name_of_its_own(document):
    names = [operation["operationId"] for _, _, operation in _operations(document)]

    assert len(names) == len(set(names))
    assert {"sessions_list", "actions_list", "members_list", "partnerships_list"} <= set(names)


def test_every_write_of_things_but_one_describes_what_it_reads(document):
    # The next session of a series is made of the last one.
    of_itself = "/api/v1/partnerships/{partnership_id}/series/{series_id}/next/{session_id}/"

    silent = [
        (path, method)
        for path, method, operation in _operations(document)
        if method in {"put", "patch"} and "requestBody" not in operation
    ]

    assert silent == [(of_itself, "put")]


def test_anybody_may_read_the_document(db):
    answer = api.visitor().get("/api/v1/schema/")

    assert answer.status_code == 200
    assert answer.json()["info"]["title"] == "Doorwerk"


def test_an_address_that_does_not_exist_is_a_problem_too(cem):
    answer = api.browser_of(cem).get("/api/v1/nothing-here/")

    assert api.problem(answer) == (404, "not_found", "")


def test_another_method_is_a_problem_too(cem):
    answer = api.browser_of(cem).delete(api.place("api_actions", cem))

    assert api.problem(answer) == (405, "method_not_allowed", "")
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_two_shapes_of_one_name_are_a_mistake_of_ours():
    shape = type("DecisionInput", (), {})

    with pytest.raises(ValueError, match="two shapes are called DecisionInput"):
        body(shape)
