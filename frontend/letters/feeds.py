"""Calendar feeds (RFC 5545): sessions with their hours, actions on the day on which they are due."""

from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import TRANSP, Calendar, Event

from actions.models.action import ActionItem
from frontend.letters.calendar import A_YEAR, session_event
from frontend.letters.links import link_to
from kernel.clock import now, today
from reminders.queries.feeds import CalendarDays

# How often a program for calendars should look again.
EVERY = timedelta(hours=4)


def feed_file(days: CalendarDays) -> bytes:
    """Return the feed in the language of whose calendar it is."""
    partnership, person = days.feed.partnership, days.feed.person
    with translation.override(person.language or translation.get_language()):
        calendar = Calendar.new(
            uid=days.feed.pk,
            prodid="-//Doorwerk//Days//EN",
            method="PUBLISH",
            name=partnership.name if partnership else _("My actions and sessions"),
            refresh_interval=EVERY,
        )
        for session in days.sessions:
            calendar.add_component(session_event(session))
        for action in days.actions:
            calendar.add_component(_due_day(action))
    calendar.add_missing_timezones(today() - A_YEAR, today() + A_YEAR)
    return bytes(calendar.to_ical())


def _due_day(action: ActionItem) -> Event:
    return Event.new(
        uid=f"{action.pk}@{urlsplit(settings.SITE_URL).hostname}",
        stamp=now(),
        start=action.due,
        end=action.due + timedelta(days=1),
        summary=_("To be done: %(title)s") % {"title": action.title},
        description=f"{action.partnership.name}, {action.number}",
        url=link_to("action", action.partnership.slug, action.pk),
        # One can do other things on that day, too.
        transparency=TRANSP.TRANSPARENT,
    )
