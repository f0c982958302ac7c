"""A session as an entry of people's calendars (RFC 5545, and RFC 5546 for how it is sent)."""

from datetime import timedelta
from email.mime.text import MIMEText
from email.utils import parseaddr
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import STATUS, TRANSP, Calendar, Event, vCalAddress

from accounts.models import Person
from frontend.letters.links import link_to
from kernel.clock import now
from reflections.agenda import agenda_of
from reflections.models.invitation import Invitation
from reflections.models.session import Mode, ReflectionSession
from reflections.states import SessionState

# The clocks of that time are all that programs need to know of a zone.
A_YEAR = timedelta(days=366)


def calendar_file(session: ReflectionSession) -> bytes:
    """Return the file to open, for whoever can read of the session."""
    return _written(session, "PUBLISH")


def calendar_attachment(asked: Invitation) -> MIMEText:
    """Return the file as part of a mail to somebody who is asked.

    Its UID stays and its sequence number grows with each change, so that programs change the entry
    that they have; of a cancelled session it tells them to take it out.
    """
    method = "CANCEL" if asked.session.state == SessionState.CANCELLED else "REQUEST"
    entry = _written(asked.session, method, asked.member.person)
    part = MIMEText(entry.decode(), "calendar", "utf-8")
    part.set_param("method", method)
    part.add_header("Content-Disposition", "attachment", filename="session.ics")
    return part


def _written(session: ReflectionSession, method: str, *to: Person) -> bytes:
    calendar = Calendar.new(uid=session.pk, prodid="-//Doorwerk//Sessions//EN", method=method)
    event = session_event(session)
    event.attendees = [vCalAddress.new(one.email, cn=one.name, rsvp=False) for one in to]
    calendar.add_component(event)
    calendar.add_missing_timezones(
        session.starts_at.date() - A_YEAR, session.ends_at.date() + A_YEAR
    )
    return bytes(calendar.to_ical())


def session_event(session: ReflectionSession) -> Event:
    """Return a session as one entry, with its hours in its own zone."""
    zone = ZoneInfo(session.partnership.time_zone)
    return Event.new(
        uid=f"{session.pk}@{urlsplit(settings.SITE_URL).hostname}",
        sequence=session.version,
        stamp=now(),
        start=session.starts_at.astimezone(zone),
        end=session.ends_at.astimezone(zone),
        summary=session.title,
        description=_description(session),
        location=session.place or session.meeting_link or None,
        url=link_to("session", session.partnership.slug, session.pk),
        # Answers come in on the site: nobody's own address is told to all who are invited.
        organizer=vCalAddress.new(
            parseaddr(settings.DEFAULT_FROM_EMAIL)[1], cn=session.facilitator.person.name
        ),
        status=STATUS.CANCELLED if session.state == SessionState.CANCELLED else STATUS.CONFIRMED,
        # In a round that is spread over days nobody is busy all the time.
        transparency=TRANSP.TRANSPARENT if session.mode == Mode.SPREAD else TRANSP.OPAQUE,
    )


def _description(session: ReflectionSession) -> str:
    lines = [session.goal] if session.goal else []
    if session.meeting_link:
        lines.append(_("Online: %(link)s") % {"link": session.meeting_link})
    agenda = agenda_of(session, session.phases.all())
    lines += [f"{n}. {line.title}" for n, line in enumerate(agenda, start=1)]
    lines.append(link_to("session", session.partnership.slug, session.pk))
    return "\n".join(lines)
