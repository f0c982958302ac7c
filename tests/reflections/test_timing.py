from datetime import timedelta
from uuid import uuid4

import pytest

from actions.services.closing import close_session
from kernel.clock import at, now
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    WrongPhaseError,
)
from reflections.models.facilitating import SessionTimer
from reflections.models.session import ReflectionSession
from reflections.queries.board import board_view_of
from reflections.queries.facilitating import timer_records
from reflections.records.facilitating import TimerRecord
from reflections.services.timing import extend_timer, start_timer, stop_timer
from reflections.states import PhaseKind
from tests import cast
from tests.unchanged import nothing_changed

MOMENT = cast.in_hours(1)


def _start(member, session, timer_id=None, minutes=10):
    return start_timer(member, session.pk, timer_id=timer_id or uuid4(), minutes=minutes)


def _more(member, session, timer, minutes=2, ends_at=None):
    return extend_timer(
        member,
        session.pk,
        timer_id=timer.pk,
        minutes=minutes,
        ends_at=ends_at or timer.ends_at,
    )


def test_the_server_says_when_a_timer_ends_and_everybody_sees_it(ada, bo, session):
    with at(MOMENT):
        timer = _start(ada, session, minutes=10)

    assert timer_records(board_view_of(bo, session.pk), None) == {
        str(timer.pk): TimerRecord(
            id=timer.pk, started_at=MOMENT, ends_at=MOMENT + timedelta(minutes=10)
        )
    }


def test_starting_the_same_timer_again_changes_nothing(ada, session):
    timer = _start(ada, session)

    with at(MOMENT), nothing_changed():
        assert _start(ada, session, timer.pk, minutes=5) == timer


def test_another_timer_takes_the_place_of_the_first(ada, cem, session):
    _start(ada, session)
    second = _start(cem, session, minutes=3)

    assert list(SessionTimer.objects.all()) == [second]


def test_more_time_is_added_to_the_end_once(ada, cem, session, kinds_since):
    timer = _start(ada, session)

    longer = _more(ada, session, timer)

    assert longer.ends_at == timer.ends_at + timedelta(minutes=2)
    with nothing_changed():
        assert _more(ada, session, timer).ends_at == longer.ends_at
        assert _more(cem, session, timer, minutes=1).ends_at == longer.ends_at
    assert kinds_since(0)[-2:] == ["timer.changed"] * 2


def test_a_timer_that_has_ended_gets_its_more_time_from_now(ada, session):
    with at(MOMENT):
        timer = _start(ada, session, minutes=1)
    later = MOMENT + timedelta(minutes=5)

    with at(later):
        longer = _more(ada, session, timer, minutes=1)

    assert longer.ends_at == later + timedelta(minutes=1)


def test_stopping_takes_the_timer_away_once(ada, bo, session):
    timer = _start(ada, session)

    stop_timer(ada, session.pk)

    assert timer_records(board_view_of(bo, session.pk), None) == {}
    with nothing_changed():
        stop_timer(ada, session.pk)
        with pytest.raises(ConflictError):
            _more(ada, session, timer)


def test_a_timer_ends_with_its_phase(ada, session):
    _start(ada, session)

    cast.go_to(ada, session, PhaseKind.GROUP)

    assert not SessionTimer.objects.exists()


def test_nothing_closes_when_the_time_is_up(ada, bo, session):
    with at(now() - timedelta(hours=1)):
        _start(ada, session, minutes=1)

    assert cast.write(bo, session).session == session


def test_only_those_who_run_the_session_keep_its_time(ada, bo, session):
    timer = _start(ada, session)

    with nothing_changed():
        for act in (_start, lambda who, where: _more(who, where, timer)):
            with pytest.raises(NotAllowedError):
                act(bo, session)
        with pytest.raises(NotAllowedError):
            stop_timer(bo, session.pk)


def test_for_others_there_is_no_such_session(mira, session):
    with nothing_changed(), pytest.raises(ReflectionSession.DoesNotExist):
        _start(mira, session)


def test_a_timer_belongs_to_one_session(ada, session):
    timer = _start(ada, session)
    other = cast.collecting(ada)

    with nothing_changed():
        with pytest.raises(IdConflictError):
            _start(ada, other, timer.pk)
        with pytest.raises(ConflictError):
            _more(ada, other, timer)


@pytest.mark.parametrize("minutes", [0, -1, 241])
def test_a_timer_runs_for_minutes_that_make_sense(ada, session, minutes):
    timer = _start(ada, session)

    with nothing_changed():
        for act in (
            lambda: _start(ada, session, minutes=minutes),
            lambda: _more(ada, session, timer, minutes=minutes),
        ):
            with pytest.raises(InvalidInputError) as refused:
                act()
            assert refused.value.field == "minutes"


def test_only_an_open_session_has_a_time(ada, session):
    planned = cast.plan(ada)
    close_session(ada, session.pk)

    with nothing_changed():
        for other in (planned, session):
            with pytest.raises(WrongPhaseError):
                _start(ada, other)
