"""Reading series: which there are, and which of its sessions a series' link opens."""

from django.db.models import QuerySet

from kernel.clock import now
from partnerships.models.membership import Membership
from reflections.models.series import SessionSeries
from reflections.models.session import ReflectionSession
from reflections.queries.sessions import sessions_of
from reflections.states import SessionState


def series_of(member: Membership) -> QuerySet[SessionSeries]:
    """Return the series of the member's partnership, by title."""
    return SessionSeries.objects.filter(partnership=member.partnership_id).order_by("title")


def session_to_open(key: str) -> ReflectionSession:
    """Return the session that the link of a series leads to now.

    That is the one that is live, else the next that is to come, else the one that was last. Raises
    DoesNotExist for an unknown link and for a series of nothing but drafts.
    """
    sessions = ReflectionSession.objects.filter(series__key=key, planned_at__isnull=False)
    live = sessions.filter(state__in=[SessionState.LIVE, SessionState.TRANSLATING])
    coming = sessions.filter(
        state__in=[SessionState.PLANNED, SessionState.INPUT_OPEN], ends_at__gte=now()
    )
    over = sessions.filter(state=SessionState.CLOSED)
    found = (
        live.order_by("-starts_at").first()
        or coming.order_by("starts_at").first()
        or over.order_by("-starts_at").first()
        or sessions.order_by("-starts_at").first()
    )
    if found is None:
        raise ReflectionSession.DoesNotExist
    return found


def newest_in(series: SessionSeries, member: Membership) -> ReflectionSession:
    """Return the session of a series that is last by date, a cancelled one only for want of another.

    Raises DoesNotExist when there is none.
    """
    sessions = sessions_of(member).filter(series=series).order_by("-starts_at")
    newest = sessions.exclude(state=SessionState.CANCELLED).first() or sessions.first()
    if newest is None:
        raise ReflectionSession.DoesNotExist
    return newest
