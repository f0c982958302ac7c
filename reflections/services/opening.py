"""Opening sessions for input: by hand, or by itself on the day that was planned."""

from datetime import UTC, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from eventlog.events import Actor, Nobody
from kernel.clock import now, today
from reflections.events.sessions import InputOpened
from reflections.models.session import ReflectionSession, new_join_code
from reflections.services.inviting import INPUT_OPEN, write_to_those_who_may_come
from reflections.services.running import tell
from reflections.states import PhaseKind, SessionState, next_state

# Nowhere on earth is the day further on.
FARTHEST_AHEAD = timedelta(hours=14)


def open_for_input(session: ReflectionSession, by: Actor) -> None:
    """Let people write in a session that is locked, in its first phase of that kind, and tell them."""
    session.state = next_state(session.state, "open_input")
    session.current_phase = session.phases.filter(kind=PhaseKind.COLLECT).first()
    session.join_code = new_join_code()
    session.save(update_fields=["state", "current_phase", "join_code"])
    write_to_those_who_may_come(INPUT_OPEN, session)
    tell(InputOpened(session.pk), by, session)


def open_due_input() -> int:
    """Open the sessions whose day for it has come, and return how many.

    Done twice or by two at once it is done once: each is looked at again under its lock.
    """
    planned = ReflectionSession.objects.filter(
        state=SessionState.PLANNED,
        input_opens_on__lte=(now() + FARTHEST_AHEAD).astimezone(UTC).date(),
        ends_at__gt=now(),
    )
    return sum(_open_if_due(pk) for pk in planned.values_list("pk", flat=True))


@transaction.atomic
def _open_if_due(session_id: UUID) -> bool:
    sessions = ReflectionSession.objects.select_for_update(of=("self",))
    session = sessions.select_related("partnership").filter(pk=session_id).first()
    if session is None or session.state != SessionState.PLANNED or not _is_due(session):
        return False
    open_for_input(session, Nobody())
    return True


def _is_due(session: ReflectionSession) -> bool:
    with timezone.override(session.partnership.time_zone):
        return session.input_opens_on is not None and session.input_opens_on <= today()
