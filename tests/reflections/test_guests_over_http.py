"""Guests at the API: they write and read in their session, from our pages alone, and nothing else."""

from uuid import uuid4

import pytest

from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.services.door import Door, change_door, remove_participant
from tests import api, cast
from tests.calls import ADDRESSES, board
from tests.unchanged import nothing_changed

FOR_GUESTS = {
    ("NotesView", "POST"),
    ("BallotView", "POST"),
    ("CastView", "POST"),
    ("TakeBackView", "POST"),
    ("CommentView", "PUT"),
    ("CommentView", "PATCH"),
    ("CommentView", "DELETE"),
    ("ReactionView", "POST"),
    ("ReactionView", "DELETE"),
    ("ReadyView", "POST"),
    ("ReadyView", "DELETE"),
    ("MinutesView", "PUT"),
    ("RemarkView", "PUT"),
    ("SimilarNotesView", "GET"),
    ("SearchView", "POST"),
    ("SnapshotView", "GET"),
    ("ChangesView", "GET"),
    ("SpectacularAPIView", "GET"),
}


@pytest.fixture
def ours(db):
    return board(cast.start_westmeer())


@pytest.fixture
def westmeer(ours):
    return ours.members


@pytest.fixture
def guest(ours):
    session = ours.ids["session_id"]
    change_door(ours.members["ada"], session, door=Door(True, False, False, 40))
    return cast.guest_in(ReflectionSession.objects.get(pk=session))


def _note(session):
    column = str(session.columns.all()[0].pk)
    return {"kind": "add", "id": str(uuid4()), "column_id": column, "text": "No bus after six"}


def _path(session, partnership_id=None):
    return f"/api/v1/partnerships/{partnership_id or session.partnership_id}/sessions/{session.pk}/notes/"


def test_a_guest_adds_changes_and_takes_back_a_note(guest):
    browser, path, note = (
        api.browser_of_guest(guest),
        _path(guest.session),
        _note(guest.session),
    )
    revised = {"kind": "revise", "id": note["id"], "text": "No bus at all", "version": 1}
    gone = {"kind": "withdraw", "id": note["id"]}

    answers = [api.send(browser, "POST", path, act) for act in (note, revised, gone)]

    kept = Note.objects.get(pk=note["id"])
    assert [(one.status_code, one.content) for one in answers] == [(204, b"")] * 3
    assert (kept.author, kept.text, kept.version) == (guest, "No bus at all", 2)
    assert kept.withdrawn_at is not None


def test_a_guest_reads_her_board_and_not_the_partnership(guest, ours):
    browser = api.browser_of_guest(guest)

    snapshot = browser.get(f"/api/v1/streams/session:{guest.session_id}/snapshot").json()
    other = browser.get(f"/api/v1/streams/partnership:{guest.session.partnership_id}/snapshot")

    assert snapshot["me"]["member_id"] is None
    assert snapshot["me"]["may"] == [
        "note.add",
        "vote.cast",
        "topic.signal",
        "comment.add",
        "read_back.dissent",
    ]
    assert snapshot["put"]["door"] == {}
    assert "@example.org" not in str(snapshot)
    assert other.status_code == 404


def test_everything_else_is_for_members(guest, ours):
    browser = api.browser_of_guest(guest)
    others = set(ADDRESSES) - FOR_GUESTS

    with nothing_changed():
        found = {
            route: api.send(browser, route[1], ours.path(route), ours.calls[route].body).status_code
            for route in others
        }

    assert found == dict.fromkeys(others, 401)


def test_a_write_of_another_site_is_refused_for_guests_too(guest):
    browser = api.visitor()
    browser.handler.enforce_csrf_checks = True
    api.be_guest(browser, guest)

    with nothing_changed():
        answer = api.send(browser, "POST", _path(guest.session), _note(guest.session))

    assert api.problem(answer)[:2] == (403, "csrf_failed")


def test_a_guest_writes_in_no_other_session(guest, ours):
    other = cast.collecting(ours.members["ada"], title="Other")

    with nothing_changed():
        answer = api.send(api.browser_of_guest(guest), "POST", _path(other), _note(other))

    assert api.problem(answer)[:2] == (404, "not_found")


def test_nor_under_the_address_of_another_partnership(guest, mira):
    path = _path(guest.session, mira.partnership_id)

    with nothing_changed():
        answer = api.send(api.browser_of_guest(guest), "POST", path, _note(guest.session))

    assert api.problem(answer)[:2] == (404, "not_found")


def test_whoever_was_taken_out_is_told_so(guest, ours):
    remove_participant(ours.members["ada"], guest.session_id, participant_id=guest.pk)

    answer = api.browser_of_guest(guest).get(f"/api/v1/streams/session:{guest.session_id}/snapshot")

    assert api.problem(answer)[:2] == (403, "not_allowed")
