"""Reading votes: one's own ballot, and what all of them come to once voting is over."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from kernel.errors import InvalidInputError, NotAllowedError
from partnerships.models.membership import Membership
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.models.voting import Dot, TopicVotes
from reflections.policies import may_enter_votes
from reflections.queries.board import BoardView
from reflections.queries.sessions import sessions_of
from reflections.queries.topics import Topics, topics_in
from reflections.records.voting import BallotRecord, RoomVotesRecord, TallyRecord, ballot_record
from reflections.states import OPEN_STATES, PhaseKind

# 128 bits in hexadecimal, which nobody guesses.
SHORTEST_SECRET = 32


def voting_is_open(session: ReflectionSession) -> bool:
    """Say whether votes are cast now; as long as they are, nobody is told the count."""
    phase = session.current_phase
    return session.state in OPEN_STATES and phase is not None and phase.kind == PhaseKind.VOTE


def ballot_name(session: ReflectionSession, secret: str) -> str:
    """Return what the ballot with this secret is called; the secret itself is stored nowhere."""
    if len(secret) < SHORTEST_SECRET:
        raise InvalidInputError(_("This ballot cannot be read. Reload the page."), field="secret")
    return hashlib.sha256(f"{session.pk}:{secret}".encode()).hexdigest()


def ballot_of(participant: Participant, secret: str) -> BallotRecord:
    """Return the ballot with this secret, which the participant may or may not have begun."""
    session = participant.session
    dots = list(Dot.objects.filter(ballot=ballot_name(session, secret)))
    return ballot_record(
        dots,
        topics_in(session.pk) if dots else {},
        budget=session.dots_each,
        is_elsewhere=participant.has_ballot != bool(dots),
    )


def room_votes_in(member: Membership, session_id: UUID) -> list[RoomVotesRecord]:
    """Return what was entered for people in the room, to those who may enter it."""
    session = sessions_of(member).get(pk=session_id)
    if not may_enter_votes(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can do this."))
    rows = TopicVotes.objects.filter(session=session, room__gt=0)
    where = topics_in(session.pk)
    counts = _by_topic(((row.target_id, row.room) for row in rows), where)
    return [RoomVotesRecord(topic_id=pk, dots=dots) for pk, dots in sorted(counts.items())]


def tally_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, TallyRecord]:
    """Return what each topic got, the most first; nothing while voting is open."""
    session = ReflectionSession.objects.select_related("current_phase").get(pk=view.session_id)
    if voting_is_open(session):
        return {}
    cast = Dot.objects.filter(session=session).exclude(note=None, group=None)
    kept = list(TopicVotes.objects.filter(session=session))
    pairs = [(dot.target_id, 1) for dot in cast] + [(row.target_id, row.dots) for row in kept]
    where = topics_in(session.pk) if pairs else {}
    dots = _by_topic(pairs, where)
    room = _by_topic(((row.target_id, row.room) for row in kept), where)
    found = (TallyRecord(id=pk, dots=dots[pk], room=room[pk]) for pk in {**dots, **room})
    order = sorted(found, key=lambda one: (-one.dots - one.room, one.id))
    return {str(one.id): one for one in order if one.dots or one.room}


def _by_topic(pairs: Iterable[tuple[UUID | None, int]], where: Topics) -> Counter[UUID]:
    counts: Counter[UUID] = Counter()
    for target_id, count in pairs:
        if target_id in where:
            counts[where[target_id]] += count
    return counts
