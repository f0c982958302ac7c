import json
import unicodedata
from uuid import uuid4

import pytest

from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from tests import api, cast
from tests.calls import ADDRESSES, board
from tests.unchanged import nothing_changed

# Changes of a note, with a @ for which note it is.
UNREADABLE = {
    "no JSON": b"text=Loose+rugs",
    "cut off": b'{"text": "Loose',
    "not an object": b'["Loose rugs"]',
    "NaN": b'{@"version": NaN, "text": "a"}',
    "endless": b'{@"version": 1e999, "text": "a"}',
    "a fraction": b'{@"version": 1.5, "text": "a"}',
    "a byte order mark": b'\xef\xbb\xbf{@"version": 1, "text": "a"}',
    "UTF-16": '{"version": 1, "text": "a"}'.encode("utf-16"),
    "Latin-1": '{@"version": 1, "text": "é"}'.encode("latin-1"),
    "half a surrogate pair": b'{@"version": 1, "text": "\\ud800"}',
    "half a surrogate pair in bytes": b'{@"version": 1, "text": "\xed\xa0\x80"}',
    "deeply nested": b'{@"text": ' + b"[" * 10_000 + b"]" * 10_000 + b"}",
    "a field twice": b'{@"version": 1, "text": "a", "text": "b"}',
    "a field too many": b'{@"version": 1, "text": "a", "author_id": "x"}',
    "a field too few": b'{@"version": 1}',
    "a wrong type": b'{@"version": 1, "text": ["a"]}',
    "null": b'{@"version": 1, "text": null}',
}


NOTES = ("NotesView", "POST")


@pytest.fixture
def ours(db):
    return board(cast.start_westmeer())


@pytest.fixture
def westmeer(ours):
    return ours.members


def _session(ours):
    return ReflectionSession.objects.get(pk=ours.ids["session_id"])


def _text():
    return Note.objects.order_by("-version").first().text


@pytest.fixture
def patch_note(ours, bo):
    browser = api.browser_of(bo)
    address = ours.path(NOTES)
    which = {"kind": "revise", "id": str(cast.write(bo, _session(ours), "My neighbour fell").pk)}

    def patch(body):
        if isinstance(body, bytes):
            return api.send(
                browser,
                "POST",
                address,
                body.replace(b"@", json.dumps(which)[1:-1].encode() + b", "),
            )
        return api.send(browser, "POST", address, {**which, **body})

    return patch


def test_what_cannot_be_read_is_refused_with_a_sentence(patch_note):
    with nothing_changed():
        answers = {name: patch_note(body) for name, body in UNREADABLE.items()}

    problems = {name: api.problem(answer)[:2] for name, answer in answers.items()}
    assert problems == dict.fromkeys(UNREADABLE, (400, "invalid_input"))


def test_the_sentence_names_the_field(patch_note):
    fields = {
        name: api.problem(patch_note(UNREADABLE[name]))[2]
        for name in ("a field too many", "a field too few", "a wrong type", "no JSON")
    }

    assert fields == {
        "a field too many": "author_id",
        "a field too few": "text",
        "a wrong type": "text",
        "no JSON": "body",
    }


def test_a_body_must_say_that_it_is_json(ours, bo):
    browser, address = api.browser_of(bo), ours.path(NOTES)
    body = json.dumps(ours.calls[NOTES].body).encode()

    with nothing_changed():
        answers = [
            browser.generic("POST", address, body, kind)
            for kind in ("text/plain", "multipart/form-data", "", "application/xml")
        ]
        answers.append(browser.generic("POST", address))

    assert {api.problem(answer)[:2] for answer in answers} == {(415, "unsupported_media_type")}


def test_json_may_name_its_encoding(ours, bo):
    note = {**ours.calls[NOTES].body, "text": "Né à Liège"}

    answer = api.browser_of(bo).generic(
        "POST",
        ours.path(NOTES),
        json.dumps(note, ensure_ascii=False).encode(),
        "application/json; charset=utf-8",
    )

    assert (answer.status_code, Note.objects.get(pk=note["id"]).text) == (204, "Né à Liège")


def test_a_number_of_any_size_is_only_a_wrong_version(patch_note):
    versions = [2**31, 2**63, 2**64, -(2**63) - 1, 10**400]

    with nothing_changed():
        answers = [patch_note({"text": "Another text", "version": one}) for one in versions]

    assert {api.problem(answer)[:2] for answer in answers} == {(409, "stale_version")}
    assert [json.loads(answer.content)["yours"]["version"] for answer in answers] == versions


def test_a_note_in_which_nothing_can_be_seen_is_refused(patch_note):
    blank = ["", " \n\t ", "\u200b\u200d", "\u3164", "\x00", "\u0301"]

    with nothing_changed():
        answers = [patch_note({"text": text, "version": 1}) for text in blank]

    assert {api.problem(answer) for answer in answers} == {(400, "invalid_input", "text")}


def test_a_note_that_is_too_long_is_refused(patch_note):
    lengths = (2001, 200_000, 2**20)

    with nothing_changed():
        answers = [patch_note({"text": "a" * length, "version": 1}) for length in lengths]

    assert [api.problem(answer) for answer in answers] == [
        (400, "invalid_input", "text"),
        (400, "invalid_input", "text"),
        (413, "too_large", ""),
    ]


def test_what_can_be_seen_is_kept_whatever_it_is(patch_note):
    texts = ["\u202eright to left", "👩🏽‍⚕️" * 400, "z" + "\u0301" * 999, "𝄞" * 2000, "<script>"]

    kept = []

    for number, text in enumerate(texts, start=1):
        patch_note({"text": text, "version": number})
        kept.append(_text())

    assert kept == [unicodedata.normalize("NFC", text) for text in texts]


def test_a_nul_in_the_middle_is_left_out(patch_note):
    patch_note({"text": "Loose\x00 rugs", "version": 1})

    assert _text() == "Loose rugs"


def test_a_form_too_large_for_the_check_of_its_token_is_a_problem_too(ours, ada):
    answer = api.browser_of(ada).post(ours.path(("PhaseView", "POST")), {"x": "a" * 2**20})

    assert api.problem(answer)[:2] == (415, "unsupported_media_type")


INPUTS = [route for route in sorted(ADDRESSES) if route[1] in {"PUT", "PATCH", "POST"}]


def test_no_input_takes_a_field_that_it_does_not_name(ours):
    browsers = {key: api.browser_of(member) for key, member in ours.members.items()}
    routes = [route for route in INPUTS if ours.calls[route].body]
    more = {"number": 1, "partnership_id": str(uuid4()), "state": "verified", "by": "x"}

    with nothing_changed():
        answers = {
            (route, field): api.send(
                browsers[ours.calls[route].who],
                route[1],
                ours.path(route),
                {**(ours.calls[route].body or {}), field: value},
            )
            for route in routes
            for field, value in more.items()
        }

    assert len(answers) == len(routes) * len(more)
    assert {api.problem(answer) for answer in answers.values()} == {
        (400, "invalid_input", field) for field in more
    }


def test_a_note_in_the_wrong_phase_is_kept_by_its_writer_and_refused_here(ours, ada, bo):
    session = ada.sessions_facilitated.get(pk=ours.ids["session_id"])
    cast.go_to(ada, session, "group")

    with cast.after_the_grace(), nothing_changed():
        answer = api.send(api.browser_of(bo), "POST", ours.path(NOTES), ours.calls[NOTES].body)

    assert api.problem(answer)[:2] == (409, "wrong_phase")
    assert "Your text is kept here." in json.loads(answer.content)["detail"]


def test_a_repeated_id_with_the_same_note_gives_the_same_answer_and_with_another_a_conflict(
    ours, bo
):
    browser, address, body = api.browser_of(bo), ours.path(NOTES), ours.calls[NOTES].body
    first = api.send(browser, "POST", address, body)

    with nothing_changed():
        again = api.send(browser, "POST", address, body)
        other = api.send(browser, "POST", address, {**body, "text": "Another text"})

    assert [one.status_code for one in (first, again)] == [204, 204]
    assert api.problem(other)[:2] == (409, "id_conflict")
    assert "Loose" not in other.content.decode()


def test_a_moment_that_no_calendar_holds_is_refused(ours, ada):
    browser, route = api.browser_of(ada), ("SessionView", "PUT")
    far = ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "1926-11-22T10:00:00Z"]
    moments = [*far, "2026-11-22T10:00:00", "2026-11-22", "soon", 1]

    with nothing_changed():
        answers = [
            api.send(
                browser, "PUT", ours.path(route), {**ours.calls[route].body, "starts_at": moment}
            )
            for moment in moments
        ]

    assert {api.problem(answer) for answer in answers} == {(400, "invalid_input", "starts_at")}
