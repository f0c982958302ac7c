"""What a socket says that is not of the protocol, too much or too often; and what is said at the end."""

import asyncio
import contextlib
from datetime import datetime, timedelta

import msgspec
import pytest

from eventlog.events import partnership_stream
from kernel.clock import now
from realtime import limits
from realtime.close_codes import CloseCode

pytestmark = pytest.mark.django_db(transaction=True)

NONSENSE = [
    "hello",
    "[]",
    "null",
    "{}",
    '{"type":"follow"}',
    '{"type":"follow","stream":7}',
    '{"type":"follow","stream":"session:x","since":-1}',
    '{"type":"follow","stream":"session:x","since":9999999999999999999999}',
    '{"type":"follow","stream":"session:x","more":1}',
    '{"type":"news","stream":"session:x"}',
    '{"type":"here","positions":{"session:x":"far"}}',
    '{"type":"here","positions":' + "[" * 5000,
    '{"type":"unfollow","stream":"\ud800"}',
    '{"type":"follow","stream":"' + "x" * 65 + '"}',
]


@pytest.mark.parametrize("text", NONSENSE, ids=range(len(NONSENSE)))
async def test_what_is_not_of_the_protocol_ends_the_conversation(open_socket, bo, text: str):
    socket = await open_socket(bo.person)

    await socket.line.send_to(text)

    assert await socket.closed() == CloseCode.NOT_UNDERSTOOD


async def test_bytes_mean_nothing(open_socket, bo):
    socket = await open_socket(bo.person)

    await socket.line.send_to(bytes_data=b'{"type":"here","positions":{}}')

    assert await socket.closed() == CloseCode.NOT_UNDERSTOOD


async def test_a_message_may_be_long_but_not_too_long(open_socket, bo):
    socket = await open_socket(bo.person)
    start, end = '{"type":"here","positions":{}', "}"
    room = limits.LONGEST_MESSAGE_BYTES - len(start + end)

    await socket.line.send_to(start + " " * room + end)
    assert await socket.silent()
    await socket.line.send_to(start + " " * (room + 1) + end)

    assert await socket.closed() == CloseCode.TOO_BIG


async def test_nobody_may_speak_too_fast(open_socket, bo):
    socket = await open_socket(bo.person)
    for _ in range(limits.MESSAGES_PER_MINUTE):
        await socket.say("here", positions={})
    assert await socket.silent()

    for _ in range(20):
        await socket.say("here", positions={})

    assert await socket.closed() == CloseCode.TOO_FAST


async def test_nobody_may_follow_too_much(open_socket, monkeypatch, bo):
    monkeypatch.setattr(limits, "MOST_STREAMS", 1)
    socket = await open_socket(bo.person)
    log = partnership_stream(bo.partnership_id)
    await socket.follow(bo.person, log)

    await socket.say("follow", stream="session:x")
    refusal = await socket.hear()
    await socket.follow(bo.person, log)

    assert refusal["code"] == "too_many"
    assert "Close some" in refusal["detail"]


async def test_signs_of_life_say_where_the_streams_are(open_socket, monkeypatch, bo):
    monkeypatch.setattr(limits, "HEARTBEAT_SECONDS", 0.1)
    socket = await open_socket(bo.person)
    log = partnership_stream(bo.partnership_id)
    news = await socket.follow(bo.person, log)

    text = await socket.line.receive_from(10)
    while "epoch" not in text:
        text = await socket.line.receive_from(10)

    life = msgspec.json.decode(text)
    head = {"epoch": news["epoch"], "sequence": news["sequence"]}
    assert datetime.fromisoformat(life.pop("now")) - now() < timedelta(seconds=5)
    assert life == {"type": "heads", "positions": {log: head}}


async def test_who_gives_no_sign_of_life_is_let_go(open_socket, monkeypatch, bo):
    monkeypatch.setattr(limits, "SILENCE_SECONDS", 1.0)
    socket = await open_socket(bo.person)
    for _ in range(3):
        await asyncio.sleep(0.4)
        await socket.say("here", positions={})
    assert await socket.silent(0.1)

    assert await socket.closed() == CloseCode.SILENT


async def test_a_server_that_stops_says_when_to_come_back(open_socket, bo):
    socket = await open_socket(bo.person)

    socket.line.future.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await socket.line.future
    said, ended = (socket.line.output_queue.get_nowait() for _ in range(2))

    bye = msgspec.json.decode(said["text"])
    assert (bye["type"], bye["reason"]) == ("bye", "restarting")
    assert 0 <= bye["retry_after_ms"] <= limits.RETURN_SECONDS * 1000
    assert ended == {"type": "websocket.close", "code": CloseCode.RESTARTING}
    assert type(ended["code"]) is int
