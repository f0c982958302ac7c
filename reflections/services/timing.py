"""The timer of a session, which the server keeps. It advises: nothing closes when it ends."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import session_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import ConflictError, IdConflictError, InvalidInputError
from partnerships.models.membership import Membership
from reflections.events.facilitating import TimerChanged
from reflections.models.facilitating import SessionTimer
from reflections.models.session import ReflectionSession
from reflections.services.running import open_session_to_run

MOST_MINUTES = 240


@transaction.atomic
def start_timer(
    member: Membership, session_id: UUID, *, timer_id: UUID, minutes: int
) -> SessionTimer:
    """Start a timer in place of the one that runs; starting the same one again changes nothing."""
    session = open_session_to_run(member, session_id)
    _must_be_minutes(minutes)
    known = SessionTimer.objects.filter(pk=timer_id).first()
    if known:
        return _same_timer(known, session)
    end_timer(session)
    start = now()
    timer = SessionTimer.objects.create(
        id=timer_id,
        session=session,
        started_at=start,
        ends_at=start + timedelta(minutes=minutes),
    )
    _tell(member, session)
    return timer


@transaction.atomic
def extend_timer(
    member: Membership, session_id: UUID, *, timer_id: UUID, minutes: int, ends_at: datetime
) -> SessionTimer:
    """Give the timer more time, counted from now when it has ended.

    *ends_at* is the end that was read before: a request that is sent twice, and a colleague who
    presses at the same moment, add the time once.
    """
    session = open_session_to_run(member, session_id)
    _must_be_minutes(minutes)
    timer = SessionTimer.objects.filter(pk=timer_id, session=session).first()
    if timer is None:
        raise ConflictError(_("This timer was stopped. Start it again."))
    if timer.ends_at != ends_at:
        return timer
    timer.ends_at = max(timer.ends_at, now()) + timedelta(minutes=minutes)
    timer.save(update_fields=["ends_at"])
    _tell(member, session)
    return timer


@transaction.atomic
def stop_timer(member: Membership, session_id: UUID) -> None:
    """Take the timer away; stopping twice is once."""
    session = open_session_to_run(member, session_id)
    if end_timer(session):
        _tell(member, session)


def end_timer(session: ReflectionSession) -> bool:
    """Forget the timer of a locked session, and say whether there was one."""
    deleted, _by_kind = SessionTimer.objects.filter(session=session).delete()
    return deleted > 0


def _must_be_minutes(minutes: int) -> None:
    if not 1 <= minutes <= MOST_MINUTES:
        raise InvalidInputError(
            _("Choose between 1 and %(most)d minutes.") % {"most": MOST_MINUTES}, field="minutes"
        )


def _same_timer(known: SessionTimer, session: ReflectionSession) -> SessionTimer:
    if known.session_id != session.pk:
        raise IdConflictError(_("This timer belongs to another session."))
    return known


def _tell(member: Membership, session: ReflectionSession) -> None:
    # There is one timer at most, so that any change is a change of all of them.
    record(TimerChanged(None), by=member, on=[session_stream(session.pk)])
