"""Reading what lies in the envelope of a session: for the rules, and as a number for the board."""

from collections.abc import Collection
from uuid import UUID

from reflections.models.envelope import Envelope
from reflections.models.session import ReflectionSession
from reflections.queries.board import BoardView
from reflections.records.envelope import EnvelopeRecord
from reflections.sealed_notes import SealedNote, opened
from reflections.states import OPEN_STATES, PhaseKind

# Counts travel in steps of so many, and fewer than that are not shown while others still write.
STEP = 5


def is_collecting(session: ReflectionSession) -> bool:
    """Say whether notes are written now."""
    phase = session.current_phase
    return session.state in OPEN_STATES and phase is not None and phase.kind == PhaseKind.COLLECT


def sealed_notes_in(session: ReflectionSession) -> list[SealedNote]:
    """Return the notes without a name that nobody can read yet."""
    envelope = Envelope.objects.filter(session=session).first()
    return opened(bytes(envelope.contents), session.pk) if envelope else []


def waiting_notes(session: ReflectionSession) -> int:
    """Return how many notes without a name wait to be shown, at least: rounded down to a step."""
    found = Envelope.objects.filter(session=session).values_list("at_least", flat=True)
    return found.first() or 0


def envelope_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, EnvelopeRecord]:
    """Return that notes wait: while people write, only once there are enough to hide among."""
    envelope = Envelope.objects.filter(session=view.session_id).defer("contents").first()
    if envelope is None:
        return {}
    session = ReflectionSession.objects.select_related("current_phase").get(pk=view.session_id)
    if envelope.at_least < STEP and is_collecting(session):
        return {}
    return {str(session.pk): EnvelopeRecord(id=session.pk, at_least=envelope.at_least)}
