"""Voting over HTTP; each view hands over to one use case."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs.voting import (
    BallotInput,
    CastInput,
    RoomVotesInput,
    TakeBackInput,
    VotingRulesInput,
)
from reflections.api.visiting import ParticipantView
from reflections.queries.sessions import session_record_of
from reflections.queries.voting import ballot_of, room_votes_in
from reflections.records.session import SessionRecord
from reflections.records.voting import BallotRecord, RoomVotesRecord
from reflections.services.counting import enter_room_votes, set_voting_rules
from reflections.services.voting import cast_dot, take_dot_back
from web.json import read
from web.openapi import answer, body, no_answer


class BallotView(ParticipantView):
    """One's own ballot."""

    @extend_schema(request=body(BallotInput), responses=answer(BallotRecord))
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Read it; its secret must not stand in an address."""
        return Response(ballot_of(self.participant, read(request, BallotInput).secret))


class CastView(ParticipantView):
    """The dots of one's own ballot that lie on topics."""

    @extend_schema(request=body(CastInput), responses=answer(BallotRecord))
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Place a dot; its id is made by the caller and makes repeats harmless."""
        dot = read(request, CastInput)
        return Response(
            cast_dot(self.participant, secret=dot.secret, dot_id=dot.dot_id, topic_id=dot.topic_id)
        )


class TakeBackView(ParticipantView):
    """The dots of one's own ballot that are back in the hand."""

    @extend_schema(request=body(TakeBackInput), responses=answer(BallotRecord))
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Take a dot back."""
        dot = read(request, TakeBackInput)
        return Response(take_dot_back(self.participant, secret=dot.secret, dot_id=dot.dot_id))


class VotingRulesView(MemberView):
    """How many dots each person has."""

    @extend_schema(request=body(VotingRulesInput), responses=answer(SessionRecord))
    def put(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Decide it, before voting opens."""
        rules = read(request, VotingRulesInput)
        set_voting_rules(
            self.member,
            session_id,
            dots_each=rules.dots_each,
            dots_per_topic=rules.dots_per_topic,
        )
        return Response(session_record_of(session_id)[str(session_id)])


class RoomVotesView(MemberView):
    """Votes of people in the room without a device."""

    @extend_schema(operation_id="room_votes_list", responses=answer(RoomVotesRecord, many=True))
    def get(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Return what was entered so far, by topic."""
        return Response(room_votes_in(self.member, session_id))


class TopicRoomVotesView(MemberView):
    """What one topic got in the room."""

    @extend_schema(request=body(RoomVotesInput), responses=no_answer())
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, topic_id: UUID
    ) -> Response:
        """Enter it, in place of what was entered before."""
        dots = read(request, RoomVotesInput).dots
        enter_room_votes(self.member, session_id, topic_id=topic_id, dots=dots)
        return Response(status=204)
