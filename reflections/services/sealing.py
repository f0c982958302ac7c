"""Notes without a name: from the writer's browser into the envelope, and all together onto the board.

Whoever wrote one is stored nowhere and named in no event. She holds a receipt, a secret that only her
browser keeps, and with it changes her note or takes it back.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import Actor, Nobody, session_stream
from eventlog.services import record
from kernel.choices import must_be_known
from kernel.clock import now
from kernel.errors import (
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    TooFewError,
    WrongPhaseError,
)
from kernel.text import clean_text
from reflections.course import NAMELESS, Attribution, Reveal
from reflections.events.notes import NotesRevealed, NotesSealed, NoteWithdrawn
from reflections.models.envelope import Envelope
from reflections.models.note import Note
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession, SessionPhase
from reflections.policies import may_add_note, may_change_nameless_note
from reflections.queries.envelope import STEP, is_collecting, sealed_notes_in
from reflections.queries.participants import people_writing
from reflections.queries.sessions import locked_session_for
from reflections.sealed_notes import SealedNote, digest, opens, sealed, shuffled
from reflections.services.collecting import (
    LONGEST_NOTE,
    must_be_a_number_of_people,
    must_be_allowed,
    open_column,
)
from reflections.states import OPEN_STATES

FEWEST_PEOPLE = 3
# 256 bits in hexadecimal, which nobody guesses.
RECEIPT_LENGTH = 64


@dataclass(frozen=True)
class Signature:
    """What a note says of its writer, and the secret by which she alone knows that it is hers."""

    attribution: str
    receipt: str


@transaction.atomic
def seal_note(
    participant: Participant,
    *,
    note_id: UUID,
    column_id: UUID,
    text: str,
    signature: Signature,
    for_people: int = 1,
) -> None:
    """Put a note into the envelope, from which it comes out with all others when notes are shown.

    May be sent any number of times. The same id with another content or receipt is an
    IdConflictError; fewer than three people who could have written it are a TooFewError.
    """
    if not may_add_note(participant):
        raise NotAllowedError(_("You cannot add notes here."))
    cleaned = clean_text(text, field="text", most=LONGEST_NOTE)
    _must_be_a_receipt(signature.receipt)
    session = locked_session_for(participant)
    notes = sealed_notes_in(session)
    known = _stored(notes, session, note_id)
    if known:
        _must_be_the_same(known, column_id, cleaned, signature, for_people)
        return
    _must_be_nameless(session, signature.attribution)
    must_be_a_number_of_people(for_people)
    column, phase = open_column(session, column_id)
    _must_have_company(session)
    note = SealedNote(
        id=note_id,
        column_id=column.pk,
        phase_id=phase.pk,
        text=cleaned,
        attribution=signature.attribution,
        group=participant.group if signature.attribution == Attribution.ROLE else "",
        for_people=for_people,
        receipt=digest(signature.receipt),
    )
    _put_back(session, [*notes, note])


@transaction.atomic
def revise_sealed_note(participant: Participant, note_id: UUID, *, text: str, receipt: str) -> None:
    """Change a note in the envelope; the same text again changes nothing."""
    cleaned = clean_text(text, field="text", most=LONGEST_NOTE)
    session = locked_session_for(participant)
    notes = sealed_notes_in(session)
    note = _own(participant, _stored(notes, session, note_id), receipt)
    if isinstance(note, Note):
        raise WrongPhaseError(_("This note was shown to everybody and stays as it is."))
    if note.text != cleaned:
        others = [other for other in notes if other.id != note_id]
        _put_back(session, [*others, replace(note, text=cleaned)])


@transaction.atomic
def withdraw_sealed_note(participant: Participant, note_id: UUID, *, receipt: str) -> None:
    """Take a note back, also after it was shown, until the session is finished; twice is once.

    What was shown loses its text and tells no moment: nothing is left to find a writer for.
    """
    session = locked_session_for(participant)
    notes = sealed_notes_in(session)
    note = _own(participant, _stored(notes, session, note_id), receipt)
    if isinstance(note, SealedNote):
        _put_back(session, [other for other in notes if other.id != note_id])
        return
    if note.withdrawn_at:
        return
    if session.state not in OPEN_STATES:
        raise WrongPhaseError(_("This session is finished. Its notes stay as they are."))
    note.text, note.withdrawn_at = "", note.revealed_at
    note.save(update_fields=["text", "withdrawn_at"])
    record(NoteWithdrawn(None), by=Nobody(), on=[session_stream(session.pk)])


def show_sealed_notes(session: ReflectionSession) -> int:
    """Show the notes in the envelope, and return how many.

    Fewer than five wait until the part is over in which they are written: among so few one could
    watch who wrote which.
    """
    notes = sealed_notes_in(session)
    phase = session.current_phase if is_collecting(session) else None
    if phase is None:
        return _publish(session, notes, lambda _note: True)
    here = sum(note.phase_id == phase.pk for note in notes)
    return _publish(session, notes, lambda note: here >= STEP or note.phase_id != phase.pk)


def show_at_the_end_of(left: SessionPhase | None, session: ReflectionSession, *, by: Actor) -> None:
    """Show what was written without a name in the phase *left*, if its notes do not wait to be shown."""
    if left is None or left.pk == session.current_phase_id or left.reveal != Reveal.LIVE:
        return
    if _publish(session, sealed_notes_in(session), lambda note: note.phase_id == left.pk):
        record(NotesRevealed(None), by=by, on=[session_stream(session.pk)])


def show_the_last(session: ReflectionSession, *, by: Actor) -> None:
    """Show, at the end of a session, what could not be shown before: a few, or those of its last phase."""
    notes, phase = sealed_notes_in(session), session.current_phase
    live = phase.pk if phase and phase.reveal == Reveal.LIVE else None
    is_little = len(notes) < STEP
    if _publish(session, notes, lambda note: is_little or note.phase_id == live):
        record(NotesRevealed(None), by=by, on=[session_stream(session.pk)])


def _publish(
    session: ReflectionSession, notes: list[SealedNote], is_due: Callable[[SealedNote], bool]
) -> int:
    due = [note for note in notes if is_due(note)]
    if not due:
        return 0
    at = now()
    groups = _groups_to_name(session)
    # An id that is taken by now must not keep the others from being shown.
    taken = set(Note.objects.filter(pk__in=[note.id for note in due]).values_list("pk", flat=True))
    Note.objects.bulk_create(
        Note(
            id=uuid4() if note.id in taken else note.id,
            session=session,
            column_id=note.column_id,
            text=note.text,
            attribution=note.attribution,
            writer_group=note.group if note.group in groups else "",
            for_people=note.for_people,
            receipt=note.receipt,
            added_at=at,
            revealed_at=at,
        )
        for note in shuffled(due)
    )
    _keep(session, [note for note in notes if not is_due(note)])
    return len(due)


def _groups_to_name(session: ReflectionSession) -> set[str]:
    counts = Counter(people_writing(session.pk).values_list("group", flat=True))
    return {group for group, count in counts.items() if count >= session.partnership.min_group}


def _put_back(session: ReflectionSession, notes: list[SealedNote]) -> None:
    if _keep(session, notes):
        record(NotesSealed(None), by=Nobody(), on=[session_stream(session.pk)])


def _keep(session: ReflectionSession, notes: list[SealedNote]) -> bool:
    """Keep these notes, and say whether the number took a step that others may hear of."""
    before = Envelope.objects.filter(session=session).values_list("at_least", flat=True).first()
    at_least = len(notes) // STEP * STEP
    if notes:
        Envelope.objects.update_or_create(
            session=session,
            defaults={"contents": sealed(notes, session.pk), "at_least": at_least},
        )
    else:
        Envelope.objects.filter(session=session).delete()
    return (before or 0) != at_least or not (notes or is_collecting(session))


def _stored(
    notes: list[SealedNote], session: ReflectionSession, note_id: UUID
) -> SealedNote | Note | None:
    inside = next((note for note in notes if note.id == note_id), None)
    return inside or Note.objects.filter(pk=note_id).first()


def _own(
    participant: Participant, note: SealedNote | Note | None, receipt: str
) -> SealedNote | Note:
    if note is None or not opens(receipt, note.receipt):
        raise Note.DoesNotExist
    if isinstance(note, Note) and note.session_id != participant.session_id:
        raise Note.DoesNotExist
    if not may_change_nameless_note(participant):
        raise NotAllowedError(_("Only whoever wrote a note can change it."))
    return note


def _must_be_the_same(
    known: SealedNote | Note, column_id: UUID, text: str, signature: Signature, for_people: int
) -> None:
    is_gone = isinstance(known, Note) and known.withdrawn_at is not None
    said = (column_id, text, signature.attribution, for_people)
    is_same = (known.column_id, known.text, known.attribution, known.for_people) == said or is_gone
    if not (opens(signature.receipt, known.receipt) and is_same):
        raise IdConflictError(_("This note was saved before with another text."))


def _must_be_a_receipt(receipt: str) -> None:
    if len(receipt) != RECEIPT_LENGTH:
        raise InvalidInputError(_("This note cannot be read. Reload the page."), field="receipt")


def _must_be_nameless(session: ReflectionSession, attribution: str) -> None:
    must_be_known(attribution, NAMELESS, field="attribution")
    must_be_allowed(session, attribution)


def _must_have_company(session: ReflectionSession) -> None:
    if people_writing(session.pk).count() < FEWEST_PEOPLE:
        raise TooFewError(
            _(
                "Fewer than three people are here: everybody would know who wrote it. "
                "Show your name, or wait until more have joined."
            )
        )
