"""After any break a browser gets all that it missed, or is told to begin anew; never a hole."""

import uuid
from typing import Any

import pytest
from asgiref.sync import sync_to_async

import realtime.feed
import realtime.news
from eventlog.events import partnership_stream, session_stream
from eventlog.services import renew_streams
from realtime import limits
from reflections.visitors import Visitor
from tests import cast
from tests.realtime.open_browser import OpenBrowser

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def board(ada, bo):
    return cast.collecting(ada, bo)


@pytest.fixture
def stream(board) -> str:
    return session_stream(board.pk)


async def test_who_comes_back_gets_exactly_what_she_missed(open_socket, board, bo, stream):
    browser = await sync_to_async(OpenBrowser)(Visitor(person=bo.person), stream)
    socket = await open_socket(bo.person)
    await socket.follow(bo.person, stream)
    await socket.line.disconnect(timeout=10)
    notes = await sync_to_async(cast.revealed)(bo, board, "Ice", "Wet leaves")

    socket = await open_socket(bo.person)
    epoch, since = browser.position.epoch, browser.position.sequence
    await socket.say("follow", stream=stream, epoch=epoch, since=since)
    news = await socket.hear()

    assert (news["since"], news["sequence"]) == (since, since + 3)
    assert set(news["put"]["note"]) == {str(note.pk) for note in notes}
    browser.hear(news)
    assert await sync_to_async(browser.is_like_a_reloaded_one)()


async def test_who_missed_nothing_gets_an_empty_answer(open_socket, bo, stream):
    socket = await open_socket(bo.person)

    news = await socket.follow(bo.person, stream)

    assert news["since"] == news["sequence"]
    assert (news["put"], news["drop"], news["all"]) == ({}, {}, [])


async def test_who_names_no_position_follows_from_now_on(open_socket, board, bo, stream):
    socket = await open_socket(bo.person)
    await socket.say("follow", stream=stream)
    start = await socket.hear()

    await sync_to_async(cast.write)(bo, board)

    assert (start["since"], start["put"]) == (start["sequence"], {})
    assert (await socket.hear())["since"] == start["sequence"]


async def test_after_a_restored_backup_everybody_begins_anew(open_socket, board, bo, stream):
    socket = await open_socket(bo.person)
    await socket.follow(bo.person, stream)

    await sync_to_async(renew_streams)()

    assert await socket.hear() == {"type": "reset", "stream": stream, "reason": "epoch_changed"}
    await socket.follow(bo.person, stream)
    await sync_to_async(cast.write)(bo, board)
    assert (await socket.hear())["put"]["column"]


@pytest.mark.parametrize("ahead", [0, 1])
async def test_a_position_that_cannot_be_is_answered_with_a_reset(
    open_socket, bo, stream, ahead: int
):
    browser = await sync_to_async(OpenBrowser)(Visitor(person=bo.person), stream)
    epoch = browser.position.epoch if ahead else uuid.uuid4()
    socket = await open_socket(bo.person)

    await socket.say("follow", stream=stream, epoch=epoch, since=browser.position.sequence + ahead)

    assert await socket.hear() == {"type": "reset", "stream": stream, "reason": "epoch_changed"}


async def test_who_is_too_far_behind_begins_anew(open_socket, monkeypatch, board, bo, stream):
    browser = await sync_to_async(OpenBrowser)(Visitor(person=bo.person), stream)
    await sync_to_async(cast.revealed)(bo, board, "Ice", "Wet leaves", "No bus")
    monkeypatch.setattr(realtime.news, "MOST_CHANGES", 3)
    socket = await open_socket(bo.person)

    position = browser.position
    await socket.say("follow", stream=stream, epoch=position.epoch, since=position.sequence)

    assert await socket.hear() == {"type": "reset", "stream": stream, "reason": "too_far"}


async def test_following_again_replaces_the_first_time(open_socket, board, bo, stream):
    socket = await open_socket(bo.person)
    for _ in range(3):
        await socket.follow(bo.person, stream)

    await sync_to_async(cast.write)(bo, board)

    assert (await socket.hear())["put"]["column"]
    assert await socket.silent()


async def test_who_unfollows_hears_no_more(open_socket, board, bo, stream):
    socket = await open_socket(bo.person)
    await socket.follow(bo.person, stream)
    await socket.say("unfollow", stream=stream)
    await socket.say("unfollow", stream="session:never-followed")
    # Answered after what was said before: nothing is on its way any more.
    await socket.follow(bo.person, partnership_stream(bo.partnership_id))

    await sync_to_async(cast.write)(bo, board)

    assert await socket.silent(1.5)


async def test_who_was_too_slow_is_read_for_again_when_that_failed(
    open_socket, monkeypatch, board, bo, stream, caplog
):
    monkeypatch.setattr(limits, "WINDOW_BYTES", 0)
    monkeypatch.setattr(limits, "LOOK_SECONDS", 0.1)
    slow, quick = await open_socket(bo.person), await open_socket(bo.person)
    await slow.follow(bo.person, stream)
    await quick.follow(bo.person, stream)
    for number in range(2):
        news = await _next(quick, stream, board, bo, f"Loose rug number {number}")
    changes, failures = realtime.feed.changes, iter([OSError("disk")])

    def failing(view, stream, since):
        for failure in failures:
            raise failure
        return changes(view, stream, since)

    monkeypatch.setattr(realtime.feed, "changes", failing)
    await slow.say("here", positions={stream: news["sequence"]})
    assert (await slow.hear())["sequence"] == news["sequence"]
    assert "cannot be read; trying again" in caplog.text


async def _next(socket, stream, board, member, text: str) -> dict[str, Any]:
    await socket.say("here", positions={stream: 10**6})
    await sync_to_async(cast.write)(member, board, text)
    news: dict[str, Any] = await socket.hear()
    return news


async def test_who_does_not_answer_is_sent_no_more_until_she_does(
    open_socket, monkeypatch, board, bo, stream
):
    monkeypatch.setattr(limits, "WINDOW_BYTES", 1500)
    browser = await sync_to_async(OpenBrowser)(Visitor(person=bo.person), stream)
    slow, quick = await open_socket(bo.person), await open_socket(bo.person)
    await slow.follow(bo.person, stream)
    await quick.follow(bo.person, stream)

    sent = 0
    for number in range(8):
        await sync_to_async(cast.write)(bo, board, f"Loose rug number {number}")
        news = await quick.hear()
        await quick.say("here", positions={stream: news["sequence"]})
    while not await slow.silent(0.5):
        text = await slow.hear_text()
        sent += len(text)
        browser.hear(realtime.protocol.msgspec.json.decode(text))

    assert 1500 < sent < 4000
    assert browser.position.sequence < news["sequence"]
    await slow.say("here", positions={stream: browser.position.sequence})
    browser.hear(await slow.hear())
    assert browser.position.sequence == news["sequence"]
    assert await sync_to_async(browser.is_like_a_reloaded_one)()
