"""What the benchmark says is what was measured."""

import pytest
from websockets.asyncio.server import ServerConnection, broadcast, serve

from benchmarks.contenders import Bare
from benchmarks.crowd import Crowd, Heard, Visitor
from benchmarks.live import _bare_server, _line


async def test_a_bare_broadcast_reaches_everybody_once_for_each_event():
    with _bare_server() as url:
        heard = await Bare(url).round(size=425, listeners=3, events=4)

    assert [(len(one.delays), one.size) for one in heard] == [(3, 425)] * 4
    assert all(0 < delay < 10 for one in heard for delay in one.delays)


async def test_two_frames_for_one_cause_are_a_fault():
    async def listen(socket: ServerConnection) -> None:
        await socket.wait_closed()

    async with serve(listen, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]

        async def twice() -> float:
            for _n in range(2):
                broadcast(server.connections, "news")
            return 0.0

        async with Crowd([Visitor(f"ws://127.0.0.1:{port}/", {})], lambda text: True) as crowd:
            with pytest.raises(RuntimeError, match="more than one frame"):
                await crowd.hear(twice)


def test_a_line_compares_percentiles_of_all_delays_and_of_the_last_ones():
    ours = [Heard([0.010, 0.020], 425)] * 50
    theirs = [Heard([0.002, 0.004], 425)] * 50

    words = _line("note", 2, ours, theirs, [0.008] * 50).split()

    assert words[:3] == ["note", "2", "425"]
    assert words[3:12] == ["15.0", "/", "20.0", "3.0", "/", "4.0", "5.0", "/", "5.0"]
    assert words[12:21] == ["20.0", "/", "20.0", "4.0", "/", "4.0", "5.0", "/", "5.0"]
    assert words[21] == "8.0"
