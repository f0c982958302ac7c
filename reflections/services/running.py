"""What every step of a running session begins and ends with."""

from uuid import UUID

from django.utils.translation import gettext as _

from eventlog.events import Actor, DomainEvent, partnership_stream, session_stream
from eventlog.services import record
from kernel.errors import NotAllowedError, WrongPhaseError
from partnerships.models.membership import Membership
from reflections.models.session import ReflectionSession
from reflections.policies import may_run_session
from reflections.queries.sessions import locked_session_of
from reflections.states import OPEN_STATES


def session_to_run(member: Membership, session_id: UUID) -> ReflectionSession:
    """Return the session, locked, to somebody who may run it."""
    session = locked_session_of(member, session_id)
    if not may_run_session(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can do this."))
    return session


def open_session_to_run(member: Membership, session_id: UUID) -> ReflectionSession:
    """Return the session, locked, to somebody who may run it, while it takes changes."""
    session = session_to_run(member, session_id)
    if session.state not in OPEN_STATES:
        raise WrongPhaseError(_("This can be done only while the session is open."))
    return session


def tell(event: DomainEvent, by: Actor, session: ReflectionSession) -> None:
    """Record *event* on the board and on the partnership's schedule; call it last, like `record`."""
    streams = [session_stream(session.pk), partnership_stream(session.partnership_id)]
    record(event, by=by, on=streams)
