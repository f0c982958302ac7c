"""Only who may see a stream hears of it, and only as long as she may."""

import asyncio
import uuid

import pytest
from asgiref.sync import sync_to_async
from django.contrib.sessions.models import Session

import realtime.connection
from actions.services.closing import reopen_session
from eventlog.events import partnership_stream, session_stream
from partnerships.services.membership import change_member, end_membership
from realtime import limits
from realtime.close_codes import CloseCode
from tests import cast, endings

pytestmark = pytest.mark.django_db(transaction=True)
SENTENCE = "There is nothing here, or it is not yours to see."


@pytest.fixture
def board(ada, bo, dag):
    return cast.collecting(ada, bo, dag)


@pytest.fixture
def quick_looks(monkeypatch) -> None:
    monkeypatch.setattr(limits, "HEARTBEAT_SECONDS", 0.2)


async def test_a_greeting_says_what_to_expect(open_socket, bo):
    socket = await open_socket(None)
    assert await socket.line.connect(10) == (True, None)
    assert await socket.closed() == CloseCode.SESSION_ENDED

    socket = await open_socket(bo.person)
    assert await socket.silent()


async def test_streams_of_others_do_not_exist(open_socket, board, mira, eve, bo):
    foreign = partnership_stream(mira.partnership_id)
    unknown = [
        f"session:{uuid.uuid4()}",
        "session:",
        "person:1",
        f"person:{board.pk}",
        f"session:{str(board.pk).upper()}",
    ]
    for person, streams in (
        (bo.person, [foreign, *unknown]),
        (mira.person, [session_stream(board.pk), partnership_stream(bo.partnership_id)]),
        (eve, [session_stream(board.pk), foreign]),
    ):
        socket = await open_socket(person)
        for stream in streams:
            await socket.say("follow", stream=stream)
            refusal = {"type": "refused", "stream": stream, "code": "not_found", "detail": SENTENCE}
            assert await socket.hear() == refusal


async def test_who_has_not_joined_is_told_to(open_socket, board, otto):
    socket = await open_socket(otto.person)

    await socket.say("follow", stream=session_stream(board.pk))

    answer = await socket.hear()
    assert (answer["code"], answer["detail"]) == ("not_allowed", "Join the session first.")


async def test_who_left_hears_no_more(open_socket, quick_looks, board, ada, cem, bo):
    socket = await open_socket(bo.person)
    stream = session_stream(board.pk)
    await socket.follow(bo.person, stream)

    await sync_to_async(end_membership)(cem, bo.pk)
    refusal = await socket.hear()
    await sync_to_async(cast.revealed)(ada, board, "Not for Bo any more")

    assert refusal == {"type": "refused", "stream": stream, "code": "not_found", "detail": SENTENCE}
    await socket.say("follow", stream=stream)
    assert await socket.hear() == refusal


async def test_who_is_removed_is_let_go_of_at_once(open_socket, board, cem, bo):
    # Signs of life, with which rights are looked at otherwise, come later than this test waits.
    socket = await open_socket(bo.person)
    stream = session_stream(board.pk)
    await socket.follow(bo.person, stream)
    await asyncio.sleep(1.5 * limits.LOOK_SECONDS)

    await sync_to_async(end_membership)(cem, bo.pk)

    async with asyncio.timeout(0.6 * limits.HEARTBEAT_SECONDS):
        refusal = await socket.hear()
    assert refusal == {"type": "refused", "stream": stream, "code": "not_found", "detail": SENTENCE}


async def test_who_read_a_finished_board_is_let_go_of_when_it_is_opened_again(
    open_socket, board, ada, cem
):
    await sync_to_async(endings.closed)(ada, board)
    stream = session_stream(board.pk)
    socket = await open_socket(cem.person)
    await socket.follow(cem.person, stream)

    await sync_to_async(reopen_session)(ada, board.pk, reason="We forgot an answer")

    while (heard := await socket.hear())["type"] == "news":
        continue
    assert (heard["type"], heard["code"]) == ("refused", "not_allowed")


async def test_who_gets_another_role_begins_anew(open_socket, quick_looks, board, cem, dag):
    socket = await open_socket(dag.person)
    stream = session_stream(board.pk)
    await socket.follow(dag.person, stream)

    await sync_to_async(change_member)(
        cem, dag.pk, roles=["member"], organisation=None, mandate_level="micro"
    )

    assert await socket.hear() == {"type": "reset", "stream": stream, "reason": "rights_changed"}
    assert (await socket.follow(dag.person, stream))["type"] == "news"


async def test_who_signs_out_is_let_go(open_socket, quick_looks, board, bo):
    socket = await open_socket(bo.person)
    await socket.follow(bo.person, session_stream(board.pk))

    await Session.objects.filter(session_key=socket.cookie).adelete()

    assert await socket.closed() == CloseCode.SESSION_ENDED


async def test_a_closed_account_is_let_go(open_socket, quick_looks, bo):
    socket = await open_socket(bo.person)
    bo.person.is_active = False
    await bo.person.asave()

    assert await socket.closed() == CloseCode.SESSION_ENDED


async def test_rights_that_cannot_be_read_are_looked_at_again(
    open_socket, quick_looks, monkeypatch, board, bo, caplog
):
    standings_of, failures = realtime.connection.standings_of, iter([OSError("disk")])

    def failing(*asked):
        for failure in failures:
            raise failure
        return standings_of(*asked)

    monkeypatch.setattr(realtime.connection, "standings_of", failing)
    socket = await open_socket(bo.person)
    await socket.follow(bo.person, session_stream(board.pk))
    await asyncio.sleep(1)

    await Session.objects.filter(session_key=socket.cookie).adelete()

    assert await socket.closed() == CloseCode.SESSION_ENDED
    assert "rights cannot be read" in caplog.text


async def test_refusals_come_in_her_language(open_socket, bo):
    bo.person.language = "nl"
    await bo.person.asave()
    socket = await open_socket(bo.person)

    await socket.say("follow", stream="session:x")

    assert (await socket.hear())["detail"] not in {"", SENTENCE}
