"""The same by HTTP, for the first load and where sockets are blocked."""

import uuid

import pytest

from eventlog.events import partnership_stream, session_stream
from eventlog.services import renew_streams
from reflections.visitors import Visitor
from tests import cast
from tests.realtime.open_browser import OpenBrowser, on_the_wire

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(ada, bo):
    return cast.collecting(ada, bo)


@pytest.fixture
def ask(client):
    def ask(member, stream: str, what: str, **query: object):
        client.force_login(member.person)
        return client.get(f"/api/v1/streams/{stream}/{what}", query)

    return ask


def test_a_snapshot_is_hers_and_is_kept_by_nobody(ask, board, bo, ada):
    note = cast.write(bo, board, "Hidden: no bus")

    hers = ask(bo, session_stream(board.pk), "snapshot")
    other = ask(ada, session_stream(board.pk), "snapshot")

    assert hers["Cache-Control"] == other["Cache-Control"] == "no-store"
    assert hers.json()["mine"][str(note.pk)]["text"] == "Hidden: no bus"
    assert hers.json()["me"] == {
        "member_id": str(bo.pk),
        "participant_id": str(cast.part_of(bo, board).pk),
        "roles": ["citizen_representative"],
        "may": ["note.add", "vote.cast", "topic.signal", "comment.add", "read_back.dissent"],
    }
    assert other.json()["mine"] == {}
    assert "session.run" in other.json()["me"]["may"]
    assert b"Hidden" not in other.content
    shared = {kind: shown for kind, shown in hers.json()["put"].items() if kind != "door"}
    assert shared.items() <= other.json()["put"].items()


def test_her_own_notes_come_with_her_own_snapshot(ask, client, board, bo):
    # What a write answers is empty, whatever was written: the browser knows what it sent.
    column = board.columns.all()[0]
    address = f"/api/v1/partnerships/{board.partnership_id}/sessions/{board.pk}/notes/"
    note = {"kind": "add", "id": str(uuid.uuid4()), "column_id": str(column.pk), "text": "No bus"}
    before = ask(bo, session_stream(board.pk), "snapshot").json()["mine"]

    added = client.post(address, note, content_type="application/json")

    mine = ask(bo, session_stream(board.pk), "snapshot").json()["mine"]
    assert (added.status_code, added.content) == (204, b"")
    assert set(mine) - set(before) == {note["id"]}
    assert (mine[note["id"]]["text"], mine[note["id"]]["version"]) == ("No bus", 1)


def test_changes_are_what_the_socket_would_send(ask, board, bo):
    browser = OpenBrowser(Visitor(person=bo.person), session_stream(board.pk))
    position = {"epoch": browser.position.epoch, "since": browser.position.sequence}
    cast.write(bo, board)

    answer = ask(bo, browser.stream, "changes", **position)

    assert answer["Cache-Control"] == "no-store"
    assert answer.json() == on_the_wire(browser.catch_up())


def test_changes_say_when_to_begin_anew(ask, bo):
    stream = partnership_stream(bo.partnership_id)
    before = OpenBrowser(Visitor(person=bo.person), stream).position
    renew_streams()

    answer = ask(bo, stream, "changes", epoch=before.epoch, since=before.sequence)

    assert answer.json() == {"type": "reset", "stream": stream, "reason": "epoch_changed"}


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"epoch": "x", "since": 1},
        {"epoch": uuid.uuid4()},
        {"epoch": uuid.uuid4(), "since": -1},
        {"epoch": uuid.uuid4(), "since": "1;drop"},
        {"epoch": uuid.uuid4(), "since": 10**30},
    ],
)
def test_a_position_must_be_one(ask, bo, query):
    answer = ask(bo, partnership_stream(bo.partnership_id), "changes", **query)

    assert answer.status_code == 400
    assert (answer.json()["code"], answer.json()["field"]) == ("invalid_input", "since")


def test_streams_of_others_do_not_exist(ask, board, bo, mira, otto):
    for member, stream, status in (
        (bo, partnership_stream(mira.partnership_id), 404),
        (mira, session_stream(board.pk), 404),
        (bo, session_stream(uuid.uuid4()), 404),
        (bo, "session:", 404),
        (bo, "nonsense", 404),
        (otto, session_stream(board.pk), 403),
    ):
        for what in ("snapshot", "changes"):
            answer = ask(member, stream, what, epoch=uuid.uuid4(), since=0)
            assert answer.status_code == status


def test_nobody_reads_without_signing_in(client, board):
    for what in ("snapshot", "changes"):
        answer = client.get(f"/api/v1/streams/{session_stream(board.pk)}/{what}")
        assert answer.status_code in {401, 403}
