import time
from datetime import UTC, date, datetime, timedelta
from threading import Thread

import pytest

from kernel.clock import at, is_moved, now, today

SPRING = datetime(2031, 4, 2, 9, 30, tzinfo=UTC)


def test_the_clock_shows_this_moment():
    assert abs(now().timestamp() - time.time()) < 5


def test_it_can_be_moved_for_a_while():
    with at(SPRING):
        assert (now(), today()) == (SPRING, date(2031, 4, 2))

    assert now().year != SPRING.year


def test_moves_can_be_nested():
    later = SPRING + timedelta(days=3)

    with at(SPRING):
        with at(later):
            assert now() == later
        assert now() == SPRING


def test_it_goes_on_after_a_fault():
    with pytest.raises(LookupError), at(SPRING):
        raise LookupError

    assert now() != SPRING


def test_one_can_ask_whether_it_was_moved():
    assert not is_moved()
    with at(now()):
        assert is_moved()
    assert not is_moved()


def test_nobody_else_notices():
    seen = []

    with at(SPRING):
        thread = Thread(target=lambda: seen.append(now()))
        thread.start()
        thread.join()

    assert seen[0] != SPRING


def test_the_day_is_the_day_here():
    with at(datetime(2031, 4, 2, 23, 30, tzinfo=UTC)):
        assert today() == date(2031, 4, 3)


def test_a_moment_needs_its_zone():
    with pytest.raises(ValueError, match="time zone"), at(SPRING.replace(tzinfo=None)):
        pass
