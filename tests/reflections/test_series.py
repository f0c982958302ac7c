from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from actions.services.closing import close_session
from kernel.clock import at, now
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from partnerships.services.setup import add_theme
from reflections.models.series import SessionSeries
from reflections.models.session import ReflectionSession
from reflections.queries.series import series_of, session_to_open
from reflections.rhythm import next_day, next_start
from reflections.services.changing import cancel_session
from reflections.services.details import details_of
from reflections.services.leading import open_input, start_session
from reflections.services.planning import plan_draft
from reflections.services.series import plan_next, put_in_series, start_series
from tests import cast, preparing
from tests.unchanged import nothing_changed

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


@pytest.fixture
def session(ada):
    return cast.plan(ada, "Learning evening in June")


def _next(member, series):
    return plan_next(member, series_id=series.pk, session_id=uuid4())


@pytest.mark.parametrize(
    ("day", "rhythm", "expected"),
    [
        (date(2026, 12, 8), "week", date(2026, 12, 15)),
        (date(2026, 12, 29), "fortnight", date(2027, 1, 12)),
        (date(2026, 12, 8), "month", date(2027, 1, 12)),  # the second Tuesday
        (date(2026, 12, 31), "month", date(2027, 1, 28)),  # a fifth Thursday: the last one
        (date(2026, 1, 29), "month", date(2026, 2, 26)),
        (date(2026, 11, 3), "quarter", date(2027, 2, 2)),
        (date(2026, 12, 8), "free", date(2027, 1, 5)),
    ],
)
def test_the_rhythm_keeps_the_weekday(day, rhythm, expected):
    assert next_day(day, rhythm) == expected
    assert next_day(day, rhythm).weekday() == day.weekday()


def test_the_hour_of_the_clock_stays_when_the_clocks_change():
    start = datetime(2026, 10, 20, 19, 30, tzinfo=AMSTERDAM)

    found = next_start(start, "week", zone="Europe/Amsterdam", after=start)

    assert found == datetime(2026, 10, 27, 19, 30, tzinfo=AMSTERDAM)
    assert found.utcoffset() != start.utcoffset()


def test_after_a_break_the_next_one_lies_ahead():
    start = datetime(2026, 1, 13, 19, 30, tzinfo=AMSTERDAM)
    today = datetime(2026, 6, 1, 12, 0, tzinfo=AMSTERDAM)

    found = next_start(start, "month", zone="Europe/Amsterdam", after=today)

    assert found == datetime(2026, 6, 9, 19, 30, tzinfo=AMSTERDAM)


def test_a_session_begins_a_series(ada, session, kinds_since):
    series = start_series(
        ada, session.pk, series_id=uuid4(), title=" Learning  evening ", rhythm="month"
    )

    session.refresh_from_db()
    assert (session.series, str(series), series.rhythm) == (series, "Learning evening", "month")
    assert len(series.key) >= 20
    assert list(series_of(ada)) == [series]
    assert kinds_since(0)[-2:] == ["session.put_in_series"] * 2
    with nothing_changed():
        start_series(ada, session.pk, series_id=series.pk, title="Learning evening", rhythm="month")
        with pytest.raises(IdConflictError):
            start_series(ada, session.pk, series_id=series.pk, title="Another", rhythm="month")


def test_a_title_is_a_series_of_its_own(ada, session):
    preparing.series(ada, session)
    other = cast.plan(ada)

    with nothing_changed():
        with pytest.raises(ConflictError, match="already"):
            preparing.series(ada, other)
        with pytest.raises(InvalidInputError):
            start_series(ada, session.pk, series_id=uuid4(), title="Cafés", rhythm="daily")


def test_another_session_joins_it(ada, session):
    series, other = preparing.series(ada, session), cast.plan(ada)

    put_in_series(ada, other.pk, series_id=series.pk)
    with nothing_changed():
        put_in_series(ada, other.pk, series_id=series.pk)

    other.refresh_from_db()
    assert other.series == series


@pytest.mark.parametrize("who", ["bo", "dag", "otto"])
def test_nobody_else_makes_or_goes_on_with_a_series(westmeer, ada, session, who):
    series = preparing.series(ada, session)

    with nothing_changed():
        for act in (
            lambda: preparing.series(westmeer[who], session, "Mine"),
            lambda: put_in_series(westmeer[who], session.pk, series_id=series.pk),
            lambda: _next(westmeer[who], series),
        ):
            with pytest.raises(NotAllowedError):
                act()


def test_a_series_of_another_partnership_is_not_there(ada, mira, session):
    theirs = preparing.series(mira, cast.plan(mira))

    with nothing_changed():
        with pytest.raises(SessionSeries.DoesNotExist):
            put_in_series(ada, session.pk, series_id=theirs.pk)
        with pytest.raises(SessionSeries.DoesNotExist):
            _next(ada, theirs)


def test_the_next_one_is_a_draft_with_the_plan_of_the_last(ada, cem, session):
    theme = add_theme(cem, title="Falls")
    series = preparing.series(ada, session)
    start = datetime(2027, 1, 12, 19, 30, tzinfo=AMSTERDAM)
    session.refresh_from_db()
    cast.change(
        ada,
        session,
        starts_at=start,
        ends_at=start + timedelta(hours=2),
        place="Library",
        mode="hybrid",
        meeting_link="https://meet.example.org/x",
        goal="Fewer falls",
        theme_ids=(theme.pk,),
        input_opens_on=date(2027, 1, 5),
    )

    drafted = _next(ada, series)

    session.refresh_from_db()
    expected = datetime(2027, 2, 9, 19, 30, tzinfo=AMSTERDAM)
    assert details_of(drafted) == {
        **details_of(session),
        "starts_at": expected,
        "ends_at": expected + timedelta(hours=2),
        "input_opens_on": date(2027, 2, 2),
    }
    assert (drafted.state, drafted.series, drafted.template) == (
        "draft",
        series,
        session.template,
    )
    assert [one.title for one in drafted.phases.all()] == [
        one.title for one in session.phases.all()
    ]


def test_asking_for_the_next_one_twice_is_once(ada, session):
    series, session_id = preparing.series(ada, session), uuid4()
    first = plan_next(ada, series_id=series.pk, session_id=session_id)

    with nothing_changed():
        assert plan_next(ada, series_id=series.pk, session_id=session_id) == first


def test_when_the_last_leader_is_gone_whoever_plans_leads(cem, ada, session):
    series = preparing.series(ada, session)
    cast.gone(cem, ada)

    assert _next(cem, series).facilitator == cem


def test_the_link_opens_the_one_that_is_on_then_the_next_then_the_last(ada, session):
    series = preparing.series(ada, session)
    opened = [session_to_open(series.key)]  # the only one, planned

    coming = _next(ada, series)
    opened.append(session_to_open(series.key))  # the other is a draft
    plan_draft(ada, coming.pk)
    open_input(ada, coming.pk)
    opened.append(session_to_open(series.key))  # the earlier of two to come
    start_session(ada, session.pk)
    opened.append(session_to_open(series.key))  # it is on
    close_session(ada, session.pk)
    opened.append(session_to_open(series.key))  # the next one
    cancel_session(ada, coming.pk, reason="Snow")
    opened.append(session_to_open(series.key))  # the last that was

    assert opened == [session, session, session, session, coming, session]


def test_one_that_never_started_is_not_the_next(ada, session):
    series = preparing.series(ada, session)
    coming = _next(ada, series)
    plan_draft(ada, coming.pk)

    with at(now() + timedelta(days=2)):
        assert session_to_open(series.key) == coming


def test_an_unknown_link_and_a_series_of_drafts_open_nothing(ada):
    series = preparing.series(ada, cast.draft(ada))

    for key in (series.key, "no-such-key"):
        with pytest.raises(ReflectionSession.DoesNotExist):
            session_to_open(key)


def test_a_series_of_cancelled_sessions_says_so(ada, session):
    series = preparing.series(ada, session)
    cancel_session(ada, session.pk, reason="Snow")

    assert session_to_open(series.key) == session


def test_the_next_session_of_a_series_whose_sessions_were_called_off_is_planned(ada, session):
    series = preparing.series(ada, session)
    cancel_session(ada, session.pk, reason="Snow")

    assert _next(ada, series).title == session.title


def test_who_may_not_plan_does_not_get_what_is_there_either(ada, otto, session):
    series = preparing.series(ada, session)
    drafted = _next(ada, series)

    with nothing_changed(), pytest.raises(NotAllowedError):
        plan_next(otto, series_id=series.pk, session_id=drafted.pk)
