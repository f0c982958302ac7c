"""Leading a session through its phases."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kernel.clock import now
from kernel.errors import ConflictError, InvalidInputError
from partnerships.models.membership import Membership
from reflections.events.sessions import PhaseChanged, SessionStarted
from reflections.models.session import ReflectionSession, SessionPhase, new_join_code
from reflections.services.breakouts import bring_together
from reflections.services.joining import join_session
from reflections.services.opening import open_for_input
from reflections.services.presenting import end_presentation
from reflections.services.running import session_to_run, tell
from reflections.services.sealing import show_at_the_end_of
from reflections.services.timing import end_timer
from reflections.states import TRANSLATING_KINDS, PhaseKind, SessionState, next_state

# For the sentence that somebody is in the middle of.
GRACE = timedelta(seconds=20)


@transaction.atomic
def open_input(member: Membership, session_id: UUID) -> ReflectionSession:
    """Let people add notes before the session starts; doing it twice is once."""
    session = session_to_run(member, session_id)
    if session.state == SessionState.INPUT_OPEN:
        return session
    open_for_input(session, member)
    return session


@transaction.atomic
def start_session(member: Membership, session_id: UUID) -> ReflectionSession:
    """Go live, in the first phase; whoever starts it has joined it. Starting twice is once."""
    session = session_to_run(member, session_id)
    if session.state == SessionState.LIVE:
        return session
    session.state = next_state(session.state, "start")
    left = session.current_phase
    session.join_code = session.join_code or new_join_code()
    session.save(update_fields=["join_code"])
    _enter(session, session.phases.first())
    join_session(member, session.pk)
    show_at_the_end_of(left, session, by=member)
    tell(SessionStarted(session.pk), member, session)
    return session


@transaction.atomic
def move_to_phase(member: Membership, session_id: UUID, *, phase_id: UUID) -> ReflectionSession:
    """Go to any phase of the session, forwards or back; nothing is lost on the way.

    Who is still writing when notes have been collected has some seconds more. The timer and what is
    presented belong to the phase that ends.
    """
    session = session_to_run(member, session_id)
    phase = session.phases.filter(pk=phase_id).first()
    if phase is None:
        raise InvalidInputError(_("This session has no such phase."), field="phase_id")
    if session.reopened_at and phase.kind == PhaseKind.VOTE:
        raise ConflictError(
            _("The votes were counted when the session was finished. There is no second vote.")
        )
    step = "translate" if phase.kind in TRANSLATING_KINDS else "discuss"
    session.state = next_state(session.state, step)
    if session.current_phase_id == phase.pk:
        return session
    left = session.current_phase
    _enter(session, phase)
    end_timer(session)
    end_presentation(session)
    show_at_the_end_of(left, session, by=member)
    tell(PhaseChanged(session.pk), member, session)
    return session


def end_what_runs(member: Membership, session: ReflectionSession) -> None:
    """Bring tables together and forget timer and presentation: for the end of a locked session."""
    bring_together(member, session.pk)
    end_timer(session)
    end_presentation(session)


def _enter(session: ReflectionSession, phase: SessionPhase | None) -> None:
    left = session.current_phase
    if left and left.kind == PhaseKind.COLLECT and left != phase:
        session.collected_phase = left
        session.collecting_until = now() + GRACE
    session.current_phase = phase
    session.save(update_fields=["state", "current_phase", "collected_phase", "collecting_until"])
