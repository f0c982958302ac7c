"""Writing without a name, as the browser of the writer does."""

from uuid import UUID, uuid4

from partnerships.models.membership import Membership
from reflections.course import Attribution
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession, SessionColumn
from reflections.queries.board import board_view_of
from reflections.queries.envelope import envelope_records, sealed_notes_in
from reflections.queries.notes import note_records
from reflections.services.sealing import Signature, seal_note
from tests import cast


def receipt(letter: str = "a") -> str:
    """Return a secret as the writer's browser makes it."""
    return letter * 64


def seal(  # noqa: PLR0913 -- each is left out by most, and names one way in which such notes differ
    who: Membership | Participant,
    session: ReflectionSession,
    text: str = "Nobody asks us",
    *,
    note_id: UUID | None = None,
    attribution: str = Attribution.ANONYMOUS,
    secret: str = "",
    column: SessionColumn | None = None,
) -> UUID:
    """Add a note without a name in a column, by default the first, and return its id."""
    note_id = note_id or uuid4()
    seal_note(
        who if isinstance(who, Participant) else cast.part_of(who, session),
        note_id=note_id,
        column_id=(column or session.columns.all()[0]).pk,
        text=text,
        signature=Signature(attribution, secret or receipt()),
    )
    return note_id


def fill(member: Membership, session: ReflectionSession, count: int = 5) -> list[UUID]:
    """Add so many notes without a name."""
    return [seal(member, session, f"Number {n}") for n in range(count)]


def hidden_texts(session: ReflectionSession) -> set[str]:
    """Return what lies in the envelope."""
    return {note.text for note in sealed_notes_in(session)}


def shown(member: Membership, session: ReflectionSession) -> set[tuple[str, str, str, str]]:
    """Return what the member reads on the board, and what it says of the writers."""
    notes = note_records(board_view_of(member, session.pk), None).values()
    return {(note.text, note.attribution, note.writer_group, note.author_name) for note in notes}


def told_of(member: Membership, session: ReflectionSession) -> list[int]:
    """Return how many notes in the envelope the member is told of, at the least."""
    records = envelope_records(board_view_of(member, session.pk), None)
    return [record.at_least for record in records.values()]
