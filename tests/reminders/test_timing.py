from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from reminders.kinds import Kind
from reminders.timing import Course, of_owner

DUE = date(2027, 3, 15)
YES = date(2027, 2, 1)


def _course(**others):
    usual = {
        "state": "in_progress",
        "due": DUE,
        "asked_at": datetime(2027, 1, 30, 9, tzinfo=ZoneInfo("Europe/Amsterdam")),
        "asked_on": date(2027, 1, 30),
        "yes_on": YES,
        "news_on": YES,
        "ask_again_on": None,
        "check_in_days": 28,
        "accept_days": 7,
    }
    return Course(**{**usual, **others})


def _reminders(course, days=range(-30, 40)):
    """Return what the owner is reminded of, each from the day on which it begins."""
    found = {}
    for number in days:
        reminder = of_owner(course, DUE + timedelta(days=number))
        if reminder:
            found.setdefault((reminder.kind, reminder.occasion), number)
    return {number: kind for (kind, _), number in found.items()}


def test_the_owner_hears_a_week_and_a_day_before_and_then_once_a_week():
    assert _reminders(_course(news_on=DUE - timedelta(days=20))) == {
        -7: Kind.DUE,
        -1: Kind.DUE,
        1: Kind.LATE,
        8: Kind.LATE,
        15: Kind.LATE,
        22: Kind.LATE,
        29: Kind.LATE,
        36: Kind.LATE,
    }


def test_news_begins_the_count_anew():
    reported = _course(news_on=DUE + timedelta(days=5))

    assert _reminders(reported, range(5, 20)) == {6: Kind.LATE, 13: Kind.LATE}


def test_whoever_said_yes_or_reported_on_the_day_of_a_reminder_needs_none():
    assert _reminders(_course(news_on=DUE - timedelta(days=7)), range(-7, 1)) == {-1: Kind.DUE}
    assert _reminders(_course(news_on=DUE), range(-7, 1)) == {}


def test_long_silence_is_asked_about_once_in_each_rhythm():
    silent = _course(due=DUE + timedelta(days=300), news_on=DUE - timedelta(days=60))

    assert _reminders(silent) == {-17: Kind.QUIET, 10: Kind.QUIET, 38: Kind.QUIET}


def test_the_day_that_a_report_named_is_asked_about():
    named = _course(
        due=DUE + timedelta(days=300), news_on=DUE, ask_again_on=DUE + timedelta(days=9)
    )

    assert _reminders(named, range(20)) == {9: Kind.QUIET, 16: Kind.QUIET}


def test_whoever_did_not_say_yes_is_asked_twice():
    asked = _course(state="proposed", asked_on=DUE - timedelta(days=25))

    assert _reminders(asked, range(-25, 30)) == {-25: Kind.ASKED, -18: Kind.ASKED}


@pytest.mark.parametrize("state", ["declined", "done", "verified", "closed", "dropped"])
def test_who_need_not_do_anything_hears_nothing(state):
    assert _reminders(_course(state=state)) == {}
