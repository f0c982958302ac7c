"""One read for everybody who sees the same, and nobody waits for the doorbell alone."""

import asyncio

import pytest
from asgiref.sync import sync_to_async

import eventlog.services
import realtime.feed
import realtime.hub
from eventlog.events import partnership_stream, session_stream
from partnerships.services.membership import add_member
from realtime import limits
from realtime.news import snapshot
from reflections.services.joining import join_session
from reflections.visitors import Visitor
from tests import cast
from tests.realtime.open_browser import OpenBrowser, on_the_wire

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def board(ada, bo, otto):
    return cast.collecting(ada, bo, otto)


@pytest.fixture
def reads(monkeypatch) -> list[object]:
    """Return the audiences that the database was read for."""
    audiences = []

    def counted(view, stream, since):
        audiences.append(view)
        return changes(view, stream, since)

    changes = realtime.feed.changes
    monkeypatch.setattr(realtime.feed, "changes", counted)
    return audiences


def _newcomer(manager, board):
    ines = add_member(manager, email="ines@example.org", name="Ines Mol", roles=["member"])
    join_session(ines, board.pk)
    return ines


async def settle() -> None:
    """Let every feed finish what it is reading."""
    feeds = realtime.hub.hub_here()._followers  # noqa: SLF001 -- waits for reads that nobody else hands out
    await asyncio.gather(*(feed._reading for feed in feeds if feed._reading))  # noqa: SLF001 -- as above


async def test_who_sees_the_same_gets_the_same_bytes_from_one_read(
    open_socket, reads, board, cem, otto
):
    stream = session_stream(board.pk)
    ines = await sync_to_async(_newcomer)(cem, board)
    sockets = [await open_socket(member.person) for member in (ines, otto, ines)]
    for socket, member in zip(sockets, (ines, otto, ines), strict=True):
        await socket.follow(member.person, stream)
    await settle()
    reads.clear()

    await sync_to_async(cast.write)(otto, board)
    texts = [await socket.hear_text() for socket in sockets]

    assert texts[0] == texts[1] == texts[2]
    assert '"hidden_notes":1' in texts[0]
    assert len(reads) == 1


async def test_who_sees_more_gets_her_own(open_socket, reads, board, ada, bo):
    stream = session_stream(board.pk)
    ada_socket, bo_socket = await open_socket(ada.person), await open_socket(bo.person)
    await ada_socket.follow(ada.person, stream)
    await bo_socket.follow(bo.person, stream)
    await sync_to_async(cast.revealed)(bo, board)
    await settle()
    reads.clear()

    await sync_to_async(cast.agreed)(ada, board, "Homes are not ready")

    texts = {"ada": "", "bo": ""}
    for name, socket in (("ada", ada_socket), ("bo", bo_socket)):
        while '"state":"agreed"' not in texts[name]:
            texts[name] += await socket.hear_text()
    assert '"state":"agreed"' in texts["bo"]
    assert '"state":"draft"' not in texts["bo"]
    assert len(set(reads)) == 2


async def test_many_changes_at_once_come_together(open_socket, reads, board, bo):
    stream = session_stream(board.pk)
    socket = await open_socket(bo.person)
    first = await socket.follow(bo.person, stream)
    browser = await sync_to_async(OpenBrowser)(Visitor(person=bo.person), stream)
    await settle()
    reads.clear()

    def write_many() -> None:
        for number in range(40):
            cast.write(bo, board, f"Loose rug number {number}")

    await sync_to_async(write_many)()
    while browser.position.sequence < first["sequence"] + 40:
        browser.hear(await socket.hear())

    assert await sync_to_async(browser.is_like_a_reloaded_one)()
    assert len(reads) < 40


async def test_a_lost_doorbell_costs_a_second(open_socket, monkeypatch, board, bo):
    socket = await open_socket(bo.person)
    await socket.follow(bo.person, session_stream(board.pk))
    await settle()

    monkeypatch.setattr(eventlog.services, "ring", lambda stream, head: None)
    await sync_to_async(cast.write)(bo, board)

    assert (await socket.hear())["put"]["column"]


class DeadLayer:
    """A channel layer whose server is gone."""

    async def new_channel(self) -> str:
        return "dead"

    async def group_add(self, group: str, channel: str) -> None:
        raise ConnectionError

    group_discard = group_add


async def test_a_dead_layer_costs_a_second(open_socket, monkeypatch, board, bo, caplog):
    monkeypatch.setattr(realtime.hub, "get_channel_layer", DeadLayer)
    socket = await open_socket(bo.person)
    await socket.follow(bo.person, session_stream(board.pk))
    await settle()

    await sync_to_async(cast.write)(bo, board)

    assert (await socket.hear())["put"]["column"]
    assert "the doorbell cannot be heard" in caplog.text


async def test_the_place_at_the_doorbell_is_taken_anew_before_layers_forget_it(
    open_socket, monkeypatch, board, bo
):
    monkeypatch.setattr(limits, "LOOK_SECONDS", 60)
    monkeypatch.setattr(limits, "REJOIN_SECONDS", 0.05)
    layer, places = realtime.hub.get_channel_layer(), set()
    join = layer.group_add

    async def joining(group, channel):
        places.add((group, channel))
        await join(group, channel)

    monkeypatch.setattr(layer, "group_add", joining)
    socket = await open_socket(bo.person)
    await socket.follow(bo.person, session_stream(board.pk))
    await settle()

    for place in places:
        await layer.group_discard(*place)
    await asyncio.sleep(0.3)
    # A wait that is cut off may lose what rings just then.
    monkeypatch.setattr(limits, "REJOIN_SECONDS", 60)
    await asyncio.sleep(0.1)
    await sync_to_async(cast.write)(bo, board)

    assert places
    assert (await socket.hear())["put"]["column"]


async def test_a_database_that_does_not_answer_is_asked_again(
    open_socket, monkeypatch, board, bo, caplog
):
    monkeypatch.setattr(limits, "LOOK_SECONDS", 0.1)
    monkeypatch.setattr(eventlog.services, "ring", lambda stream, head: None)
    heads_of, failures = realtime.hub.heads_of, iter([OSError("disk"), OSError("disk")])

    def failing(streams):
        for failure in failures:
            raise failure
        return heads_of(streams)

    monkeypatch.setattr(realtime.hub, "heads_of", failing)
    socket = await open_socket(bo.person)
    await socket.follow(bo.person, session_stream(board.pk))

    await sync_to_async(cast.write)(bo, board)

    assert (await socket.hear())["put"]["column"]
    assert "heads of streams cannot be read" in caplog.text


async def test_a_failing_read_is_tried_again(open_socket, monkeypatch, board, bo, caplog):
    monkeypatch.setattr(limits, "LOOK_SECONDS", 0.1)
    socket = await open_socket(bo.person)
    await socket.follow(bo.person, session_stream(board.pk))
    await settle()
    changes, failures = realtime.feed.changes, iter([OSError("disk"), OSError("disk")])

    def failing(view, stream, since):
        for failure in failures:
            raise failure
        return changes(view, stream, since)

    monkeypatch.setattr(realtime.feed, "changes", failing)
    await sync_to_async(cast.write)(bo, board)

    assert (await socket.hear())["put"]["column"]
    assert "cannot be read; trying again" in caplog.text


async def test_one_socket_follows_many_streams(open_socket, board, bo, ada):
    socket = await open_socket(bo.person)
    log = partnership_stream(bo.partnership_id)
    await socket.follow(bo.person, session_stream(board.pk))
    await socket.follow(bo.person, log)

    action = await sync_to_async(cast.proposed)(ada, bo, board)

    found: dict[str, str] = {}
    while len(found) < 2:
        news = await socket.hear()
        if str(action.pk) in news["put"].get("action", {}):
            found[news["stream"]] = news["put"]["action"][str(action.pk)]["title"]
    assert set(found) == {session_stream(board.pk), log}
    assert set(found.values()) == {action.title}


async def test_nothing_stays_behind_when_the_last_browser_is_closed(open_socket, board, bo):
    socket = await open_socket(bo.person)
    await socket.follow(bo.person, session_stream(board.pk))

    await socket.line.disconnect(timeout=10)
    await asyncio.sleep(0.1)

    assert asyncio.get_running_loop() not in realtime.hub._HUBS  # noqa: SLF001 -- that nothing is kept shows nowhere else
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_the_socket_says_what_http_says(open_socket, board, bo):
    stream = session_stream(board.pk)
    browser = await sync_to_async(OpenBrowser)(Visitor(person=bo.person), stream)
    socket = await open_socket(bo.person)
    await socket.follow(bo.person, stream)
    await sync_to_async(cast.write)(bo, board)

    by_socket = await socket.hear()
    by_http = await sync_to_async(browser.catch_up)()

    assert by_socket == {"type": "news", **on_the_wire(by_http)}
    assert (await sync_to_async(snapshot)(Visitor(person=bo.person), stream)).sequence == by_socket[
        "sequence"
    ]
