"""Series of sessions: making one, and planning its next session from the last."""

from dataclasses import replace
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kernel.choices import must_be_known
from kernel.clock import now
from kernel.errors import ConflictError, IdConflictError
from kernel.text import clean_line
from partnerships.models.membership import Membership
from partnerships.queries import locked_partnership_of
from reflections.events.preparation import PutInSeries
from reflections.models.series import Rhythm, SessionSeries
from reflections.models.session import ReflectionSession
from reflections.queries.series import newest_in, series_of
from reflections.queries.sessions import sessions_of
from reflections.rhythm import next_start
from reflections.services.planning import SessionPlan, draft_session, plan_of
from reflections.services.running import session_to_run, tell


@transaction.atomic
def start_series(
    member: Membership, session_id: UUID, *, series_id: UUID, title: str, rhythm: str
) -> SessionSeries:
    """Make a session the first of a series; sending it again gives the series that is there."""
    session = session_to_run(member, session_id)
    title = clean_line(title, field="title", most=120)
    must_be_known(rhythm, Rhythm.values, field="rhythm")
    locked_partnership_of(member)  # so that a title cannot be taken twice at once
    known = SessionSeries.objects.filter(pk=series_id).first()
    if known:
        if (known.pk, known.title, known.rhythm) != (session.series_id, title, rhythm):
            raise IdConflictError(_("This series was saved before with another content."))
        return known
    if series_of(member).filter(title=title).exists():
        raise ConflictError(_("There is a series with this title already."))
    series = SessionSeries.objects.create(
        id=series_id, partnership_id=session.partnership_id, title=title, rhythm=rhythm
    )
    _put(session, series, member)
    return series


@transaction.atomic
def put_in_series(member: Membership, session_id: UUID, *, series_id: UUID) -> ReflectionSession:
    """Let a session belong to a series that is there; twice is once."""
    session = session_to_run(member, session_id)
    series = series_of(member).get(pk=series_id)
    if session.series_id != series.pk:
        _put(session, series, member)
    return session


@transaction.atomic
def plan_next(member: Membership, *, series_id: UUID, session_id: UUID) -> ReflectionSession:
    """Draft the next session of a series as the last one was planned, one turn of its rhythm later.

    The id is made by the caller, and makes repeats harmless.
    """
    locked_partnership_of(member)  # so that two who plan the next one at once see each other's
    series = series_of(member).get(pk=series_id)
    known = sessions_of(member).filter(pk=session_id, series=series).first()
    if known:
        return known
    last = newest_in(series, member)
    session = draft_session(member, session_id=session_id, plan=_next_plan(last, series, member))
    _put(session, series, member)
    return session


def _next_plan(last: ReflectionSession, series: SessionSeries, member: Membership) -> SessionPlan:
    zone = member.partnership.time_zone
    start = next_start(last.starts_at, series.rhythm, zone=zone, after=now())
    opens = last.input_opens_on
    if opens:
        opens += start.date() - last.starts_at.astimezone(start.tzinfo).date()
    return replace(
        plan_of(last),
        starts_at=start,
        ends_at=start + (last.ends_at - last.starts_at),
        input_opens_on=opens,
        facilitator_id=last.facilitator_id if last.facilitator.may("session.plan") else None,
    )


def _put(session: ReflectionSession, series: SessionSeries, member: Membership) -> None:
    session.series = series
    session.save(update_fields=["series"])
    tell(PutInSeries(session.pk), member, session)
