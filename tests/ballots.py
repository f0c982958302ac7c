"""Sessions in which people vote, and their votes."""

from uuid import UUID, uuid4

from partnerships.models.membership import Membership
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.records.voting import BallotRecord
from reflections.services.leading import move_to_phase
from reflections.services.voting import cast_dot
from reflections.states import PhaseKind
from tests import cast
from tests.played_again import played_again


@played_again
def voting(
    member: Membership, *others: Membership, texts: tuple[str, ...] = ("Loose rugs", "No rails")
) -> tuple[ReflectionSession, list[Note]]:
    """Start a session in which votes are cast on a few loose notes."""
    session = cast.collecting(member, *others)
    vote, _ = (
        session.phases.create(position=position, kind=kind, title=kind.label, minutes=5)
        for position, kind in enumerate((PhaseKind.VOTE, PhaseKind.DISCUSS), start=90)
    )
    notes = cast.revealed(member, session, *texts)
    return move_to_phase(member, session.pk, phase_id=vote.pk), notes


def vote(
    member: Membership, session: ReflectionSession, topic_id: UUID, dot_id: UUID | None = None
) -> BallotRecord:
    """Give a topic a dot of the member's ballot."""
    return cast_dot(
        cast.part_of(member, session),
        secret=secret_of(member),
        dot_id=dot_id or uuid4(),
        topic_id=topic_id,
    )


def secret_of(member: Membership) -> str:
    """Return what only the member's browser knows."""
    return f"the secret that the browser of {member.pk} made"
