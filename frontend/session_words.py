"""When a session is, in words: day and hours in its region's zone, which is named."""

from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_name
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from reflections.models.session import ReflectionSession


def when_words(session: ReflectionSession) -> str:
    """Return from when to when it is, on one line, as the clocks of its region show it."""
    zone = ZoneInfo(session.partnership.time_zone)
    start, end = session.starts_at.astimezone(zone), session.ends_at.astimezone(zone)
    if start.date() == end.date():
        return _("%(day)s, %(start)s to %(end)s") % {
            "day": day_words(start),
            "start": _clock(start),
            "end": _clock(end),
        }
    return _("%(start)s to %(end)s") % {
        "start": f"{day_words(start)}, {_clock(start)}",
        "end": f"{day_words(end)}, {_clock(end)}",
    }


def zone_words(time_zone: str) -> str:
    """Return the name of a zone as people call it."""
    locale = translation.get_language() or "en"
    return get_timezone_name(ZoneInfo(time_zone), width="long", locale=locale)


def day_words(day: datetime) -> str:
    """Return the day with its weekday."""
    return date_format(day, "l j F Y")


def _clock(moment: datetime) -> str:
    return date_format(moment, "H:i")
