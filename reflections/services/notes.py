"""Adding, changing and revealing notes."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import session_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    StaleVersionError,
    WrongPhaseError,
)
from kernel.text import clean_text
from partnerships.models.membership import Membership
from reflections.course import Reveal
from reflections.events.notes import NoteAdded, NoteRevised, NotesRevealed, NoteWithdrawn
from reflections.models.note import Note
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession, SessionColumn, SessionPhase
from reflections.policies import may_add_note, may_change_note, may_reveal_notes
from reflections.queries.facilitating import open_table_of
from reflections.queries.sessions import (
    collecting_phases_of,
    locked_session_for,
    locked_session_of,
)
from reflections.states import OPEN_STATES

LONGEST_NOTE = 2000


@transaction.atomic
def add_note(participant: Participant, *, note_id: UUID, column_id: UUID, text: str) -> Note:
    """Add a note, which others see after the reveal, or at once where the phase says so.

    May be sent any number of times: the same id with the same content gives the first note. The
    same id with other content is an IdConflictError; while the column is closed WrongPhaseError.
    """
    if not may_add_note(participant):
        raise NotAllowedError(_("You cannot add notes here."))
    cleaned = clean_text(text, field="text", most=LONGEST_NOTE)
    session = locked_session_for(participant)
    known = Note.objects.filter(pk=note_id).first()
    if known:
        return _same_note(known, participant, column_id, cleaned)
    column, phase = _open_column(session, column_id)
    moment = now()
    note = Note.objects.create(
        id=note_id,
        session=session,
        column=column,
        author=participant,
        table=open_table_of(participant),
        text=cleaned,
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
    if note.version != version:
        raise StaleVersionError(
            _("This note was changed somewhere else. Choose which text to keep."),
            current={"text": note.text, "version": note.version},
            yours={"text": cleaned, "version": version},
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
    """Show all hidden notes to everybody, and return how many; it cannot be undone."""
    session = locked_session_of(member, session_id)
    if not may_reveal_notes(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can show the notes."))
    if session.state not in OPEN_STATES:
        raise WrongPhaseError(_("Notes can only be shown while the session is open."))
    hidden = Note.objects.filter(session=session, revealed_at__isnull=True)
    count = hidden.filter(withdrawn_at__isnull=True).update(revealed_at=now())
    if count:
        record(NotesRevealed(None), by=member, on=[session_stream(session.pk)])
    return count


def _open_column(session: ReflectionSession, column_id: UUID) -> tuple[SessionColumn, SessionPhase]:
    phases = collecting_phases_of(session)
    if not phases:
        raise WrongPhaseError(
            _("Notes can be added only while the session collects them. Your text is kept here.")
        )
    column = session.columns.select_related("phase").filter(pk=column_id).first()
    if column is None:
        raise InvalidInputError(_("This session has no such column."), field="column_id")
    for phase in phases:
        if column.phase in {None, phase}:
            return column, phase
    raise WrongPhaseError(
        _("You can write here in the part “%(phase)s”. Your text is kept here.")
        % {"phase": column.phase.title if column.phase else ""}
    )


def _same_note(known: Note, participant: Participant, column_id: UUID, text: str) -> Note:
    if (known.author_id, known.column_id, known.text) != (participant.pk, column_id, text):
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
