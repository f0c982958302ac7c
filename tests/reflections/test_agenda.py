from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from reflections.agenda import AgendaLine, agenda_of, minutes_too_many
from tests import cast

START = datetime(2027, 1, 12, 19, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def session(ada):
    session = cast.plan(ada)
    session.refresh_from_db()
    return cast.change(ada, session, starts_at=START, ends_at=START + timedelta(minutes=95))


def test_the_parts_follow_one_another_from_the_start(session):
    lines = agenda_of(session, session.phases.all())

    hours = [(f"{line.starts_at:%H:%M}", line.title) for line in lines if line.starts_at]
    assert hours[:4] == [
        ("19:30", "What?"),
        ("19:45", "So what?"),
        ("20:00", "Now what?"),
        ("20:10", "Group"),
    ]
    assert hours[-1] == ("21:00", "Read back")
    assert minutes_too_many(session, lines) == 0


def test_it_is_said_when_the_parts_take_longer_than_there_is(ada, session):
    session = cast.change(ada, session, ends_at=START + timedelta(minutes=75))

    assert minutes_too_many(session, agenda_of(session, session.phases.all())) == 20


def test_a_round_that_is_spread_over_days_has_no_hours(ada, session):
    session = cast.change(ada, session, mode="spread", ends_at=START + timedelta(days=10))

    lines = agenda_of(session, session.phases.all())

    first = session.phases.all()[0]
    assert lines[0] == AgendaLine(None, first.title, first.prompt, first.minutes)
    assert {line.starts_at for line in lines} == {None}
