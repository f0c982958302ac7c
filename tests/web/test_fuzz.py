"""Any value in any field of any call: an answer every time, and never a fault of the server."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import api, cast
from tests.calls import ADDRESSES, board
from tests.unchanged import undone

WRITES = [route for route in sorted(ADDRESSES) if route[1] != "GET"]

texts = st.one_of(
    st.sampled_from(
        ["", "\x00", "\u200b", "\u202e", "moving", "stuck", "park", "nl", "2026-01-01"]
    ),
    st.text(st.characters(exclude_categories=[]), max_size=40),
    st.integers(1, 3000).map(lambda length: "a\u0301" * length),
)
moments = st.one_of(st.dates().map(str), st.datetimes().map(lambda one: one.isoformat() + "Z"))
plain = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.uuids().map(str))
values = st.recursive(
    st.one_of(texts, moments, plain),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=2)),
    max_leaves=4,
)


@pytest.fixture
def ours(db):
    return board(cast.start_westmeer())


@pytest.fixture
def westmeer(ours):
    return ours.members


@pytest.fixture
def browsers(ours):
    return {key: api.browser_of(member) for key, member in ours.members.items()}


@settings(max_examples=70, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_value_in_any_field_gets_an_answer(ours, browsers, data):
    route = data.draw(st.sampled_from([route for route in WRITES if ours.calls[route].body]))
    body = dict(ours.calls[route].body)
    for field in data.draw(st.lists(st.sampled_from(sorted(body)), min_size=1, max_size=2)):
        body[field] = data.draw(values)

    _must_be_an_answer(browsers, ours, route, json.dumps(body).encode())


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(route=st.sampled_from(WRITES), raw=st.binary(max_size=80))
def test_any_bytes_get_an_answer(ours, browsers, route, raw):
    _must_be_an_answer(browsers, ours, route, raw)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(route=st.sampled_from(WRITES), body=values)
def test_any_json_gets_an_answer(ours, browsers, route, body):
    _must_be_an_answer(browsers, ours, route, json.dumps(body).encode())


def _must_be_an_answer(browsers, ours, route, raw):
    with undone():
        answer = api.send(browsers[ours.calls[route].who], route[1], ours.path(route), raw)

    if answer.status_code not in {200, 204}:
        assert api.problem(answer)[0] in {400, 404, 409, 413, 415}
