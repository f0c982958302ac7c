"""Guests at their sockets: they hear of their session while they are in it, and of nothing else."""

import pytest
from asgiref.sync import sync_to_async
from django.contrib.sessions.models import Session

from eventlog.events import partnership_stream, session_stream
from realtime import limits
from realtime.close_codes import CloseCode
from reflections.services.door import Door, admit_participant, change_door, remove_participant
from tests import cast

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def board(ada):
    return cast.collecting(ada)


@pytest.fixture
def guest(board):
    return cast.guest_in(board)


async def test_a_guest_hears_what_is_shown(open_socket, board, guest, ada):
    socket = await open_socket(guest)
    await socket.follow(cast.visiting(guest), session_stream(board.pk))

    await sync_to_async(cast.revealed)(ada, board, "No bus after six")

    heard = await socket.hear_text()
    while "No bus after six" not in heard:
        heard = await socket.hear_text()


async def test_a_guest_does_not_hear_of_the_partnership_or_another_session(
    open_socket, board, guest, ada
):
    other = await sync_to_async(cast.collecting)(ada, title="Other")
    socket = await open_socket(guest)

    for stream in (partnership_stream(board.partnership_id), session_stream(other.pk)):
        await socket.say("follow", stream=stream)
        assert (await socket.hear())["code"] == "not_found"


async def test_who_is_taken_out_hears_no_more(open_socket, board, guest, ada):
    socket = await open_socket(guest)
    stream = session_stream(board.pk)
    await socket.follow(cast.visiting(guest), stream)

    await sync_to_async(remove_participant)(ada, board.pk, participant_id=guest.pk)
    heard = [await socket.hear()]
    while heard[-1]["type"] == "news":
        heard.append(await socket.hear())
    await sync_to_async(cast.revealed)(ada, board, "Not for Gus any more")

    assert heard[-1]["type"] == "refused"
    assert heard[-1]["code"] == "not_allowed"
    await socket.say("follow", stream=stream)
    assert await socket.hear() == heard[-1]


async def test_who_waits_hears_nothing_until_she_is_let_in(open_socket, board, ada):
    await sync_to_async(change_door)(ada, board.pk, door=Door(True, True, False, 40))
    waiting = await sync_to_async(cast.guest_in)(board, "Gerda")
    socket = await open_socket(waiting)
    stream = session_stream(board.pk)

    await socket.say("follow", stream=stream)
    refusal = await socket.hear()
    await sync_to_async(admit_participant)(ada, board.pk, participant_id=waiting.pk)
    admitted = await socket.follow(cast.visiting(waiting), stream)

    assert (refusal["code"], refusal["detail"]) == (
        "not_allowed",
        "Please wait until you are let in.",
    )
    assert admitted["type"] == "news"


async def test_a_browser_that_is_nobody_any_more_is_let_go(open_socket, monkeypatch, board, guest):
    monkeypatch.setattr(limits, "HEARTBEAT_SECONDS", 0.2)
    socket = await open_socket(guest)
    await socket.follow(cast.visiting(guest), session_stream(board.pk))

    await Session.objects.all().adelete()

    assert await socket.closed() == CloseCode.SESSION_ENDED
