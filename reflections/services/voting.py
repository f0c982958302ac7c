"""Voting with dots on ballots that nobody can tie to a voter.

The session is locked while a dot is placed, so that casts at the same moment come one after the
other. No cast is recorded in the event log, and none leaves a time behind.
"""

import secrets
from collections.abc import Sequence
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    WrongPhaseError,
)
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.models.voting import Dot
from reflections.policies import may_cast_vote
from reflections.queries.sessions import locked_session_for
from reflections.queries.topics import Topics, topics_in
from reflections.queries.voting import ballot_name, voting_is_open
from reflections.records.voting import BallotRecord, ballot_record
from reflections.services.topics import place_of

_random = secrets.SystemRandom()


@transaction.atomic
def cast_dot(
    participant: Participant, *, secret: str, dot_id: UUID, topic_id: UUID
) -> BallotRecord:
    """Place one dot of one's ballot on a topic, and return the ballot.

    The first dot takes the ballot. May be sent any number of times: the same dot on the same topic
    is one dot; on another topic it is an IdConflictError.
    """
    session = _session_to_vote_in(participant)
    where = topics_in(session.pk)
    dots = _ballot(participant, session, secret)
    known = next((dot for dot in dots if dot.pk == dot_id), None)
    if known is None:
        dot = _free_dot(dots, where, topic_id, most=session.dots_per_topic)
        _must_be_new(dot_id)
        dot.pk = dot_id
        dot.note_id, dot.group_id = place_of(topic_id)
        Participant.objects.filter(pk=participant.pk, has_ballot=False).update(has_ballot=True)
        _shake(session, dots)
    elif known.target_id != topic_id:
        raise IdConflictError(_("This dot was given before, to another topic."))
    return ballot_record(dots, where, budget=session.dots_each)


@transaction.atomic
def take_dot_back(participant: Participant, *, secret: str, dot_id: UUID) -> BallotRecord:
    """Take a dot of one's ballot back, and return the ballot; taking it back twice is once."""
    session = _session_to_vote_in(participant)
    dots = _ballot(participant, session, secret)
    known = next((dot for dot in dots if dot.pk == dot_id), None)
    if known:
        known.pk, known.note_id, known.group_id = uuid4(), None, None
        _shake(session, dots)
    return ballot_record(dots, topics_in(session.pk), budget=session.dots_each)


def _session_to_vote_in(participant: Participant) -> ReflectionSession:
    if not may_cast_vote(participant):
        raise NotAllowedError(_("Whoever leads a session or looks on does not vote in it."))
    session = locked_session_for(participant)
    if not voting_is_open(session):
        raise WrongPhaseError(_("Votes are not cast now. Your dots stay as they are."))
    return session


def _ballot(participant: Participant, session: ReflectionSession, secret: str) -> list[Dot]:
    """Return the dots of the ballot; who has none yet gets one, which is kept with the first cast."""
    name = ballot_name(session, secret)
    dots = list(Dot.objects.filter(ballot=name).order_by("slot"))
    # Asked again: what came with the request was read before the session was locked.
    has_ballot = Participant.objects.filter(pk=participant.pk, has_ballot=True).exists()
    if has_ballot != bool(dots):
        raise ConflictError(
            _("You began to vote in another browser. Go on there; your dots count.")
        )
    slots = range(1, session.dots_each + 1)
    return dots or [Dot(session=session, ballot=name, slot=slot) for slot in slots]


def _free_dot(dots: Sequence[Dot], where: Topics, topic_id: UUID, *, most: int) -> Dot:
    if topic_id not in where:
        raise InvalidInputError(_("This topic is not there any more."), field="topic_id")
    topics = [where[dot.target_id] for dot in dots if dot.target_id in where]
    if topics.count(where[topic_id]) >= most:
        raise ConflictError(
            ngettext(
                "One topic gets at most %(most)d dot from you.",
                "One topic gets at most %(most)d dots from you.",
                most,
            )
            % {"most": most}
        )
    # A dot on something that cannot be read any more is free again.
    free = next((dot for dot in dots if dot.target_id not in where), None)
    if free is None:
        raise ConflictError(_("You gave all your dots. Take one back to move it."))
    return free


def _must_be_new(dot_id: UUID) -> None:
    if Dot.objects.filter(pk=dot_id).exists():
        raise IdConflictError(_("This dot was given before, to another topic."))


def _shake(session: ReflectionSession, changed: Sequence[Dot]) -> None:
    """Keep the changed ballot, with all rows of the session in an order that tells nothing."""
    others = Dot.objects.filter(session=session).exclude(ballot=changed[0].ballot)
    dots = [*others, *changed]
    _random.shuffle(dots)
    Dot.objects.filter(session=session).delete()
    Dot.objects.bulk_create(dots)
