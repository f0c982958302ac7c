"""When the owner of an action is reminded of it: a function of its course and the day, nothing else."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from actions.states import STALE_AFTER, UNDER_WAY, ActionState
from reminders.kinds import Kind

# So many days before its date, the largest first.
AHEAD = (7, 1)
A_WEEK = 7


@dataclass(frozen=True, kw_only=True)
class Course:
    """What is known of an open action: days are those of its partnership's zone."""

    state: str
    due: date
    asked_at: datetime
    asked_on: date
    yes_on: date
    # The last report, or the yes.
    news_on: date
    # The day that the last report named.
    ask_again_on: date | None
    check_in_days: int
    accept_days: int

    @property
    def late_since(self) -> date:
        """Return from when the days of being late are counted: news begins the count anew."""
        return max(self.due, self.news_on)


@dataclass(frozen=True)
class Reminder:
    """What the owner is reminded of, and what sets this time apart from the one before."""

    kind: Kind
    occasion: str


def of_owner(course: Course, day: date) -> Reminder | None:
    """Return what the owner is reminded of on *day*: one thing at most, the most urgent."""
    if course.state == ActionState.PROPOSED:
        return _asked(course, day)
    if course.state not in UNDER_WAY:
        return None
    return _late(course, day) or _due(course, day) or _quiet(course, day)


def again(due: date, day: date) -> str:
    """Name the occasion of something that is due, or late: once a week while it stays so."""
    return f"{due}" if day <= due else f"{due}+{((day - due).days - 1) // A_WEEK}"


def _asked(course: Course, day: date) -> Reminder:
    occasion = f"{course.asked_at:%Y-%m-%dT%H:%M:%S}"
    is_late = (day - course.asked_on).days >= course.accept_days
    return Reminder(Kind.ASKED, f"{occasion}+1" if is_late else occasion)


def _late(course: Course, day: date) -> Reminder | None:
    if day <= course.late_since or day <= course.due:
        return None
    return Reminder(Kind.LATE, again(course.late_since, day))


def _due(course: Course, day: date) -> Reminder | None:
    """Return the reminder whose day has come last, unless there was news on that day or later."""
    for days in reversed(AHEAD):
        reminded_on = course.due - timedelta(days=days)
        if reminded_on <= day <= course.due:
            is_known = course.news_on >= reminded_on
            return None if is_known else Reminder(Kind.DUE, f"{course.due}-{days}")
    return None


def _quiet(course: Course, day: date) -> Reminder | None:
    asked = course.ask_again_on
    if asked and course.news_on < asked <= day:
        return Reminder(Kind.QUIET, f"{asked}+{(day - asked).days // A_WEEK}")
    silent = (day - course.news_on).days - int(course.check_in_days * STALE_AFTER)
    if silent <= 0:
        return None
    return Reminder(Kind.QUIET, f"{course.news_on}+{silent // course.check_in_days}")
