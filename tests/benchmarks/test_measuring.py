"""What the benchmark says is what was measured."""

import asyncio

import pytest

from benchmarks.contenders import Bare
from benchmarks.crowd import Crowd, Heard
from benchmarks.live import _bare_server, _line


async def test_a_bare_broadcast_reaches_everybody_once_for_each_event():
    with _bare_server() as url:
        heard = await Bare(url).round(size=425, listeners=3, events=4)

    assert [(len(one.delays), one.size) for one in heard] == [(3, 425)] * 4
    assert all(0 < delay < 10 for one in heard for delay in one.delays)


async def test_two_frames_for_one_cause_are_a_fault():
    async with Crowd([], lambda text: True) as crowd:
        crowd._times.append(0.0)  # noqa: SLF001
        crowd._all_heard.set()  # noqa: SLF001

        async def twice() -> float:
            crowd._times.append(0.0)  # noqa: SLF001
            crowd._all_heard.set()  # noqa: SLF001
            await asyncio.sleep(0)
            return 0.0

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
