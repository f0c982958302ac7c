from threading import Event as Signal
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from eventlog.events import partnership_stream, session_stream
from eventlog.queries import happenings_since, position_of
from eventlog.services import record
from partnerships.events import ThemeAdded
from tests.together import at_once

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS = 6
EACH = 10


class Somebody:
    actor_id: UUID | None = None


def _write(streams, *, fails_at=None):
    for number in range(EACH):
        with transaction.atomic():
            record(ThemeAdded(uuid4()), by=Somebody(), on=streams)
            transaction.set_rollback(number == fails_at)


def test_parallel_writers_leave_no_gap_and_no_number_twice():
    stream = session_stream(uuid4())

    outcomes = at_once(
        *(lambda n=n: _write([stream], fails_at=n if n < 3 else None) for n in range(WRITERS))
    )

    numbers = [one.sequence for one in happenings_since(stream, 0)]
    assert outcomes == [None] * WRITERS
    assert numbers == list(range(1, WRITERS * EACH - 3 + 1))
    assert position_of(stream).sequence == len(numbers)


def test_somebody_who_only_reads_never_sees_a_later_number_before_an_earlier_one():
    stream = session_stream(uuid4())
    position_of(stream)
    done = Signal()
    seen = []

    def read():
        while not done.is_set():
            after = seen[-1] if seen else 0
            seen.extend(one.sequence for one in happenings_since(stream, after))
        seen.extend(one.sequence for one in happenings_since(stream, seen[-1] if seen else 0))

    def write():
        try:
            at_once(*[lambda: _write([stream])] * 4)
        finally:
            done.set()

    assert at_once(read, write) == [None, None]
    assert seen == list(range(1, 4 * EACH + 1))


def test_writers_who_name_two_streams_in_any_order_never_wait_for_each_other():
    streams = [partnership_stream(uuid4()), session_stream(uuid4())]

    outcomes = at_once(
        lambda: _write(streams), lambda: _write(streams[::-1]), lambda: _write([streams[1]])
    )

    assert outcomes == [None] * 3
    assert position_of(streams[0]).sequence == 2 * EACH
    assert position_of(streams[1]).sequence == 3 * EACH
