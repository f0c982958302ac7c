"""Changing the parts of a session, also while it runs. Notes stay where they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kernel.choices import must_be_known
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    WrongPhaseError,
)
from kernel.text import clean_line, clean_optional_text
from kernel.versions import must_be_current
from partnerships.models.membership import Membership
from reflections.course import Block
from reflections.events.facilitating import PhasesChanged
from reflections.models.session import ReflectionSession, SessionPhase
from reflections.services.running import session_to_run, tell
from reflections.states import OPEN_STATES, PREPARED_STATES, PhaseKind

MOST_PHASES = 20
MOST_MINUTES = 600
# Past all real positions: two phases never have the same one, not even half-way.
ASIDE = 1000


@dataclass(frozen=True)
class PhaseWording:
    """What a part of a session is called, what people are asked to do in it, and for how long."""

    title: str
    prompt: str
    minutes: int


@transaction.atomic
def add_phase(
    member: Membership, session_id: UUID, *, phase_id: UUID, kind: str, wording: PhaseWording
) -> SessionPhase:
    """Add a part, before those that close the session; the same one again is the one that is there."""
    session = _session_to_rearrange(member, session_id)
    wording = _cleaned(wording)
    must_be_known(kind, PhaseKind.values, field="kind")
    known = SessionPhase.objects.filter(pk=phase_id).first()
    if known:
        return _same_phase(known, session, kind)
    others = list(session.phases.all())
    if len(others) >= MOST_PHASES:
        raise ConflictError(_("A session has at most %(most)d parts.") % {"most": MOST_PHASES})
    phase = SessionPhase.objects.create(
        id=phase_id,
        session=session,
        position=len(others) + 1,
        kind=kind,
        title=wording.title,
        prompt=wording.prompt,
        minutes=wording.minutes,
    )
    at = _before_the_closing(others)
    _put_in_order([*others[:at], phase, *others[at:]])
    tell(PhasesChanged(session.pk), member, session)
    return phase


@transaction.atomic
def change_phase(
    member: Membership, session_id: UUID, *, phase_id: UUID, wording: PhaseWording, version: int
) -> SessionPhase:
    """Give a part another name, question or length (*version* is what was read before)."""
    session = _session_to_rearrange(member, session_id)
    wording = _cleaned(wording)
    phase = session.phases.get(pk=phase_id)
    current = PhaseWording(title=phase.title, prompt=phase.prompt, minutes=phase.minutes)
    if current == wording:
        return phase
    must_be_current(
        phase,
        version,
        _("Somebody changed this part first. Choose which text to keep."),
        **vars(wording),
    )
    phase.title, phase.prompt, phase.minutes = wording.title, wording.prompt, wording.minutes
    phase.version += 1
    phase.save(update_fields=["title", "prompt", "minutes", "version"])
    tell(PhasesChanged(session.pk), member, session)
    return phase


@transaction.atomic
def order_phases(
    member: Membership, session_id: UUID, *, phase_ids: Sequence[UUID]
) -> ReflectionSession:
    """Put the parts in another order; every one of them has to be named once."""
    session = _session_to_rearrange(member, session_id)
    phases = {phase.pk: phase for phase in session.phases.all()}
    if sorted(phases) != sorted(phase_ids):
        raise ConflictError(_("The parts of this session have changed. Order them once more."))
    if list(phases) == list(phase_ids):
        return session
    _put_in_order([phases[phase_id] for phase_id in phase_ids])
    tell(PhasesChanged(session.pk), member, session)
    return session


def _before_the_closing(phases: Sequence[SessionPhase]) -> int:
    """Return how many parts go before those that close the session."""
    numbered = enumerate(phases, start=1)
    return max((n for n, phase in numbered if phase.block != Block.CLOSING), default=0)


def _put_in_order(phases: Sequence[SessionPhase]) -> None:
    SessionPhase.objects.filter(pk__in=[phase.pk for phase in phases]).update(
        position=F("position") + ASIDE
    )
    for position, phase in enumerate(phases, start=1):
        phase.position = position
    SessionPhase.objects.bulk_update(phases, ["position"])


def _session_to_rearrange(member: Membership, session_id: UUID) -> ReflectionSession:
    session = session_to_run(member, session_id)
    if session.state not in PREPARED_STATES | OPEN_STATES:
        raise WrongPhaseError(_("This session is over; its parts stay as they are."))
    return session


def _cleaned(wording: PhaseWording) -> PhaseWording:
    if not 1 <= wording.minutes <= MOST_MINUTES:
        raise InvalidInputError(
            _("Choose between 1 and %(most)d minutes.") % {"most": MOST_MINUTES}, field="minutes"
        )
    return PhaseWording(
        title=clean_line(wording.title, field="title", most=80),
        prompt=clean_optional_text(wording.prompt, field="prompt", most=300),
        minutes=wording.minutes,
    )


def _same_phase(known: SessionPhase, session: ReflectionSession, kind: str) -> SessionPhase:
    if (known.session_id, known.kind) != (session.pk, kind):
        raise IdConflictError(_("This part was saved before with another content."))
    return known
