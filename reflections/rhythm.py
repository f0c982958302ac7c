"""When the next session of a series is: counted in days of the calendar, so that clocks may change."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from reflections.models.series import Rhythm

WEEKS = {Rhythm.WEEK: 1, Rhythm.FORTNIGHT: 2}
MONTHS = {Rhythm.MONTH: 1, Rhythm.QUARTER: 3}
DAYS_OF_A_WEEK = 7


def next_day(day: date, rhythm: str) -> date:
    """Return the next day in this rhythm.

    From month to month it keeps its weekday: the second Tuesday is followed by the second Tuesday,
    a fifth one by the last. Without a rhythm it is four weeks later.
    """
    if rhythm not in MONTHS:
        return day + timedelta(weeks=WEEKS.get(Rhythm(rhythm), 4))
    month = day.month - 1 + MONTHS[Rhythm(rhythm)]
    first = date(day.year + month // 12, month % 12 + 1, 1)
    to_weekday = (day.weekday() - first.weekday()) % DAYS_OF_A_WEEK
    same = first + timedelta(days=to_weekday, weeks=(day.day - 1) // DAYS_OF_A_WEEK)
    return same if same.month == first.month else same - timedelta(weeks=1)


def next_start(start: datetime, rhythm: str, *, zone: str, after: datetime) -> datetime:
    """Return the next moment in this rhythm that lies after *after*, at the same hour of the clock."""
    here = start.astimezone(ZoneInfo(zone))
    day, clock = here.date(), here.time()
    while True:
        day = next_day(day, rhythm)
        moment = _moment(day, clock, zone)
        if moment > after:
            return moment


def _moment(day: date, clock: time, zone: str) -> datetime:
    return datetime.combine(day, clock, tzinfo=ZoneInfo(zone))
