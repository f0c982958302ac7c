"""Adding and changing notes with a name, and showing all notes."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import session_stream
from eventlog.services import record
from kernel.choices import must_be_known
from kernel.clock import now
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    WrongPhaseError,
)
from kernel.text import clean_text
from kernel.versions import must_be_current
from partnerships.models.membership import Membership
from reflections.course import Attribution, OnBehalf, Reveal
from reflections.events.notes import NoteAdded, NoteRevised, NotesRevealed, NoteWithdrawn
from reflections.models.note import Note
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.policies import may_add_note, may_change_note, may_reveal_notes
from reflections.queries.envelope import sealed_notes_in
from reflections.queries.facilitating import open_table_of
from reflections.queries.sessions import locked_session_for, locked_session_of
from reflections.services.collecting import (
    LONGEST_NOTE,
    must_be_a_number_of_people,
    must_be_allowed,
    open_column,
)
from reflections.services.sealing import show_sealed_notes
from reflections.states import OPEN_STATES


@dataclass(frozen=True)
class Speaker:
    """Whom a note speaks for: so many people, and perhaps somebody who did not type it herself."""

    for_people: int = 1
    # How that person said it; nothing when the typist speaks for herself.
    on_behalf: str = ""
    agreed: bool = False


HERSELF = Speaker()


@transaction.atomic
def add_note(
    participant: Participant,
    *,
    note_id: UUID,
    column_id: UUID,
    text: str,
    speaker: Speaker = HERSELF,
) -> Note:
    """Add a note with a name, which others see after the reveal, or at once where the phase says so.

    May be sent any number of times: the same id with the same content gives the first note. The
    same id with other content is an IdConflictError; while the column is closed WrongPhaseError.
    What somebody else said is kept only if she agreed to it.
    """
    if not may_add_note(participant):
        raise NotAllowedError(_("You cannot add notes here."))
    cleaned = clean_text(text, field="text", most=LONGEST_NOTE)
    session = locked_session_for(participant)
    if known := Note.objects.filter(pk=note_id).first():
        said = (participant.pk, column_id, cleaned, speaker.on_behalf, speaker.for_people)
        return _same_note(known, said)
    _must_be_new(session, note_id)
    must_be_allowed(session, Attribution.NAMED)
    _must_speak_for_somebody(speaker)
    column, phase = open_column(session, column_id)
    moment = now()
    note = Note.objects.create(
        id=note_id,
        session=session,
        column=column,
        author=participant,
        table=open_table_of(participant),
        text=cleaned,
        on_behalf=speaker.on_behalf,
        for_people=speaker.for_people,
        added_at=moment,
        revealed_at=moment if phase.reveal == Reveal.LIVE else None,
    )
    record(NoteAdded(note.pk), by=participant, on=[session_stream(session.pk)])
    return note


@transaction.atomic
def revise_note(participant: Participant, note_id: UUID, *, text: str, version: int) -> Note:
    """Change one's own note until it is revealed."""
    cleaned = clean_text(text, field="text", most=LONGEST_NOTE)
    session = locked_session_for(participant)
    note = _own_note(participant, note_id)
    if note.withdrawn_at:
        raise ConflictError(_("You took this note back. Add it again as a new one."))
    if note.text == cleaned:
        return note
    must_be_current(
        note,
        version,
        _("This note was changed somewhere else. Choose which text to keep."),
        text=cleaned,
    )
    note.text = cleaned
    note.version += 1
    note.save(update_fields=["text", "version"])
    record(NoteRevised(note.pk), by=participant, on=[session_stream(session.pk)])
    return note


@transaction.atomic
def withdraw_note(participant: Participant, note_id: UUID) -> Note:
    """Take one's own note back until it is revealed; taking it back twice is once."""
    session = locked_session_for(participant)
    note = _own_note(participant, note_id)
    if note.withdrawn_at:
        return note
    note.withdrawn_at = now()
    note.save(update_fields=["withdrawn_at"])
    record(NoteWithdrawn(note.pk), by=participant, on=[session_stream(session.pk)])
    return note


@transaction.atomic
def reveal_notes(member: Membership, session_id: UUID) -> int:
    """Show all hidden notes to everybody, and return how many; it cannot be undone.

    Fewer than five without a name stay hidden as long as others can still write.
    """
    session = locked_session_of(member, session_id)
    if not may_reveal_notes(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can show the notes."))
    if session.state not in OPEN_STATES:
        raise WrongPhaseError(_("Notes can only be shown while the session is open."))
    hidden = Note.objects.filter(session=session, revealed_at__isnull=True)
    count = hidden.filter(withdrawn_at__isnull=True).update(revealed_at=now())
    count += show_sealed_notes(session)
    if count:
        record(NotesRevealed(None), by=member, on=[session_stream(session.pk)])
    elif sealed_notes_in(session):
        raise ConflictError(
            _("Fewer than five notes without a name are there. They are shown when this part ends.")
        )
    return count


def _must_be_new(session: ReflectionSession, note_id: UUID) -> None:
    if any(note.id == note_id for note in sealed_notes_in(session)):
        raise IdConflictError(_("This note was saved before with another text."))


def _must_speak_for_somebody(speaker: Speaker) -> None:
    must_be_a_number_of_people(speaker.for_people)
    if not speaker.on_behalf:
        return
    must_be_known(speaker.on_behalf, OnBehalf.values, field="on_behalf")
    if not speaker.agreed:
        raise InvalidInputError(
            _("Ask whoever said this whether you may write it down, and tick that they agreed."),
            field="agreed",
        )


def _same_note(known: Note, said: tuple[UUID, UUID, str, str, int]) -> Note:
    kept = (known.author_id, known.column_id, known.text, known.on_behalf, known.for_people)
    if kept != said:
        raise IdConflictError(_("This note was saved before with another text."))
    return known


def _own_note(participant: Participant, note_id: UUID) -> Note:
    note = Note.objects.get(pk=note_id, session=participant.session_id)
    if not may_change_note(participant, note):
        if note.revealed_at is None:
            # A hidden note of somebody else does not exist for others.
            raise Note.DoesNotExist
        raise NotAllowedError(_("Only the author can change a note."))
    if note.revealed_at:
        raise WrongPhaseError(_("This note was shown to everybody and stays as it is."))
    return note
