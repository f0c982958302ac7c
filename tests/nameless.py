"""Writing without a name, as the browser of the writer does."""

from uuid import UUID, uuid4

from partnerships.models.membership import Membership
from reflections.course import Attribution
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession, SessionColumn
from reflections.services.sealing import Signature, seal_note
from tests import cast


def receipt(letter: str = "a") -> str:
    """Return a secret as the writer's browser makes it."""
    return letter * 64


def seal(  # noqa: PLR0913 -- what such notes differ in
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
