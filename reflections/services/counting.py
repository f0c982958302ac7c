"""What stands around the casting of votes: the rules, the people in the room, the end."""

from collections import Counter
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import session_stream
from eventlog.services import record
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError, WrongPhaseError
from partnerships.models.membership import Membership
from reflections.events.voting import RoomVotesEntered, VotingRulesSet
from reflections.models.session import MOST_DOTS, ReflectionSession
from reflections.models.voting import Dot, TopicVotes
from reflections.policies import may_enter_votes
from reflections.queries.sessions import locked_session_of
from reflections.queries.topics import topics_in
from reflections.queries.voting import voting_is_open
from reflections.services.running import session_to_run, tell
from reflections.services.topics import place_of
from reflections.states import OPEN_STATES, PhaseKind

MOST_IN_A_ROOM = 1000


@transaction.atomic
def set_voting_rules(
    member: Membership, session_id: UUID, *, dots_each: int, dots_per_topic: int
) -> ReflectionSession:
    """Decide how many dots each person has and how many one topic takes, before voting opens."""
    session = session_to_run(member, session_id)
    _must_be_in(1, MOST_DOTS, dots_each, field="dots_each")
    _must_be_in(1, dots_each, dots_per_topic, field="dots_per_topic")
    if (session.dots_each, session.dots_per_topic) == (dots_each, dots_per_topic):
        return session
    if voting_is_open(session) or Dot.objects.filter(session=session).exists():
        raise ConflictError(_("Voting has begun. The dots stay as they are for everybody."))
    session.dots_each, session.dots_per_topic = dots_each, dots_per_topic
    session.save(update_fields=["dots_each", "dots_per_topic"])
    tell(VotingRulesSet(session.pk), member, session)
    return session


@transaction.atomic
def enter_room_votes(member: Membership, session_id: UUID, *, topic_id: UUID, dots: int) -> None:
    """Say how many votes a topic got from people in the room without a device."""
    session = locked_session_of(member, session_id)
    if not may_enter_votes(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can do this."))
    _must_have_come_to_voting(session)
    _must_be_in(0, MOST_IN_A_ROOM, dots, field="dots")
    where = topics_in(session.pk)
    if where.get(topic_id) != topic_id:
        raise InvalidInputError(_("This topic is not there any more."), field="topic_id")
    rows = [
        row
        for row in TopicVotes.objects.filter(session=session)
        if where.get(row.target_id) == topic_id
    ]
    if sum(row.room for row in rows) == dots:
        return
    # The number is that of the topic as it is now: what its notes got before is in it.
    TopicVotes.objects.filter(pk__in=[row.pk for row in rows]).update(room=0)
    _count(session, topic_id, room=dots)
    record(RoomVotesEntered(None), by=member, on=[session_stream(session.pk)])


def keep_only_totals(session: ReflectionSession) -> None:
    """Count the ballots of a session that ends, and let them go."""
    ballots = Dot.objects.filter(session=session)
    totals = Counter(dot.target_id for dot in ballots)
    for target_id, dots in totals.items():
        if target_id:
            _count(session, target_id, dots=dots)
    ballots.delete()


def _count(session: ReflectionSession, target_id: UUID, **counts: int) -> None:
    note_id, group_id = place_of(target_id)
    place: dict[str, Any] = {"note_id": note_id, "group_id": group_id}
    TopicVotes.objects.update_or_create(session=session, **place, defaults=counts)


def _must_have_come_to_voting(session: ReflectionSession) -> None:
    now = session.current_phase
    voting = session.phases.filter(kind=PhaseKind.VOTE).first()
    is_there = now is not None and voting is not None and now.position >= voting.position
    if session.state not in OPEN_STATES or not is_there:
        raise WrongPhaseError(_("Votes can be entered once the session has come to voting."))


def _must_be_in(least: int, most: int, number: int, *, field: str) -> None:
    if not least <= number <= most:
        raise InvalidInputError(
            _("Please enter a number from %(least)d to %(most)d.") % {"least": least, "most": most},
            field=field,
        )
