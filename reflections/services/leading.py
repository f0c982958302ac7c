"""Leading a session through its phases."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kernel.errors import InvalidInputError
from partnerships.models.membership import Membership
from reflections.events.sessions import InputOpened, PhaseChanged, SessionStarted
from reflections.models.session import ReflectionSession, new_join_code
from reflections.services.joining import join_session
from reflections.services.running import session_to_run, tell
from reflections.states import TRANSLATING_KINDS, PhaseKind, SessionState, next_state


@transaction.atomic
def open_input(member: Membership, session_id: UUID) -> ReflectionSession:
    """Let people add notes before the session starts; doing it twice is once."""
    session = session_to_run(member, session_id)
    if session.state == SessionState.INPUT_OPEN:
        return session
    session.state = next_state(session.state, "open_input")
    session.current_phase = session.phases.filter(kind=PhaseKind.COLLECT).first()
    session.join_code = new_join_code()
    session.save(update_fields=["state", "current_phase", "join_code"])
    tell(InputOpened(session.pk), member, session)
    return session


@transaction.atomic
def start_session(member: Membership, session_id: UUID) -> ReflectionSession:
    """Go live, in the first phase; whoever starts it has joined it. Starting twice is once."""
    session = session_to_run(member, session_id)
    if session.state == SessionState.LIVE:
        return session
    session.state = next_state(session.state, "start")
    session.current_phase = session.phases.first()
    session.join_code = session.join_code or new_join_code()
    session.save(update_fields=["state", "current_phase", "join_code"])
    join_session(member, session.pk)
    tell(SessionStarted(session.pk), member, session)
    return session


@transaction.atomic
def move_to_phase(member: Membership, session_id: UUID, *, phase_id: UUID) -> ReflectionSession:
    """Go to any phase of the session, forwards or back; nothing is lost on the way."""
    session = session_to_run(member, session_id)
    phase = session.phases.filter(pk=phase_id).first()
    if phase is None:
        raise InvalidInputError(_("This session has no such phase."), field="phase_id")
    step = "translate" if phase.kind in TRANSLATING_KINDS else "discuss"
    session.state = next_state(session.state, step)
    if session.current_phase_id == phase.pk:
        return session
    session.current_phase = phase
    session.save(update_fields=["state", "current_phase"])
    tell(PhaseChanged(session.pk), member, session)
    return session
