"""The counting behind the limits."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from realtime import limits
from realtime.flow import Allowance, Window


async def has_room(window: Window) -> bool:
    try:
        async with asyncio.timeout(0.01):
            await window.room()
    except TimeoutError:
        return False
    return True


async def test_a_window_that_is_full_opens_when_all_was_confirmed():
    window = Window()
    window.sent("a", 1, limits.WINDOW_BYTES)
    assert await has_room(window)
    window.sent("b", 5, 1)
    assert not await has_room(window)

    window.confirmed({"a": 1, "b": 4})
    assert not await has_room(window)
    window.confirmed({"a": 1, "b": 5})

    assert await has_room(window)


async def test_a_part_that_was_confirmed_makes_room():
    window = Window()
    window.sent("a", 1, limits.WINDOW_BYTES // 2)
    window.confirmed({"a": 0})
    window.sent("a", 2, limits.WINDOW_BYTES // 2 + 1)
    assert not await has_room(window)

    window.confirmed({"a": 1})

    assert await has_room(window)


async def test_a_stream_that_is_not_followed_any_more_is_not_waited_for():
    window = Window()
    window.sent("a", 1, limits.WINDOW_BYTES)
    window.sent("b", 7, 1)
    window.confirmed({})
    window.forget("b")

    window.confirmed({"a": 1})

    assert await has_room(window)


@given(sizes=st.lists(st.integers(1, limits.WINDOW_BYTES), max_size=30), lag=st.integers(0, 3))
def test_whoever_confirms_what_she_gets_is_never_stuck(sizes: list[int], lag: int):
    async def play() -> None:
        window = Window()
        for sequence, size in enumerate(sizes, start=1):
            if not await has_room(window):
                window.confirmed({"a": sequence - 1})
            assert await has_room(window)
            window.sent("a", sequence, size)
            window.confirmed({"a": max(sequence - lag, 0)})

    asyncio.run(play())


def test_an_allowance_is_earned_back(monkeypatch):
    clock = iter([0.0, *[0.0] * limits.MESSAGES_PER_MINUTE, 0.1, 60.0, 60.0])
    monkeypatch.setattr("realtime.flow.monotonic", lambda: next(clock))
    allowance = Allowance()

    assert all(allowance.take() for _ in range(limits.MESSAGES_PER_MINUTE))
    assert not allowance.take()
    assert allowance.take()
