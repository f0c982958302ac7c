"""Talking about topics over HTTP; each view hands over to one use case."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs.discussion import (
    CommentChangeInput,
    CommentInput,
    MinutesInput,
    ParkingInput,
)
from reflections.api.inputs.facilitating import WithholdingInput
from reflections.api.visiting import ParticipantView
from reflections.records.discussion import (
    CommentRecord,
    MinutesRecord,
    ParkedRecord,
    comment_record,
    minutes_record,
    parked_record,
)
from reflections.services.comments import add_comment, revise_comment, withdraw_comment
from reflections.services.minutes import write_minutes
from reflections.services.moderation import (
    restore_comment,
    restore_note,
    withhold_comment,
    withhold_note,
)
from reflections.services.parking import park_topic, take_up_topic
from reflections.services.signals import react, take_reaction_back
from web.json import read
from web.openapi import answer, body, no_answer


class CommentView(ParticipantView):
    """One comment."""

    @extend_schema(request=body(CommentInput), responses=answer(CommentRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, comment_id: UUID
    ) -> Response:
        """Add it; the id is made by the caller and makes repeats harmless."""
        said = read(request, CommentInput)
        comment = add_comment(
            self.participant,
            comment_id=comment_id,
            about=said.about,
            topic_id=said.topic_id,
            text=said.text,
        )
        return Response(comment_record(comment))

    @extend_schema(request=body(CommentChangeInput), responses=answer(CommentRecord))
    def patch(
        self, request: Request, partnership_id: UUID, session_id: UUID, comment_id: UUID
    ) -> Response:
        """Change one's own comment, for a while."""
        change = read(request, CommentChangeInput)
        comment = revise_comment(
            self.participant, comment_id, text=change.text, version=change.version
        )
        return Response(comment_record(comment))

    @extend_schema(request=None, responses=no_answer())
    def delete(
        self, request: Request, partnership_id: UUID, session_id: UUID, comment_id: UUID
    ) -> Response:
        """Take one's own comment back, for a while."""
        withdraw_comment(self.participant, comment_id)
        return Response(status=204)


class WithheldCommentView(MemberView):
    """Whether a comment stands on the board."""

    @extend_schema(request=body(WithholdingInput), responses=no_answer())
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, comment_id: UUID
    ) -> Response:
        """Take it off."""
        why = read(request, WithholdingInput)
        withhold_comment(
            self.member, session_id, comment_id=comment_id, reason=why.reason, remark=why.remark
        )
        return Response(status=204)

    @extend_schema(request=None, responses=no_answer())
    def delete(
        self, request: Request, partnership_id: UUID, session_id: UUID, comment_id: UUID
    ) -> Response:
        """Put it back."""
        restore_comment(self.member, session_id, comment_id=comment_id)
        return Response(status=204)


class WithheldNoteView(MemberView):
    """Whether a note stands on the board."""

    @extend_schema(request=body(WithholdingInput), responses=no_answer())
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, note_id: UUID
    ) -> Response:
        """Take it off."""
        why = read(request, WithholdingInput)
        withhold_note(
            self.member, session_id, note_id=note_id, reason=why.reason, remark=why.remark
        )
        return Response(status=204)

    @extend_schema(request=None, responses=no_answer())
    def delete(
        self, request: Request, partnership_id: UUID, session_id: UUID, note_id: UUID
    ) -> Response:
        """Put it back."""
        restore_note(self.member, session_id, note_id=note_id)
        return Response(status=204)


class ReactionView(ParticipantView):
    """One's own reaction to a topic."""

    @extend_schema(request=None, responses=no_answer())
    def post(
        self,
        request: Request,
        partnership_id: UUID,
        session_id: UUID,
        about: str,
        topic_id: UUID,
        kind: str,
    ) -> Response:
        """React."""
        react(self.participant, about=about, topic_id=topic_id, kind=kind)
        return Response(status=204)

    @extend_schema(request=None, responses=no_answer())
    def delete(
        self,
        request: Request,
        partnership_id: UUID,
        session_id: UUID,
        about: str,
        topic_id: UUID,
        kind: str,
    ) -> Response:
        """Take it back."""
        take_reaction_back(self.participant, topic_id=topic_id, kind=kind)
        return Response(status=204)


class MinutesView(ParticipantView):
    """The minutes of a topic."""

    @extend_schema(request=body(MinutesInput), responses=answer(MinutesRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, about: str, topic_id: UUID
    ) -> Response:
        """Write them anew."""
        said = read(request, MinutesInput)
        minutes = write_minutes(
            self.participant, about=about, topic_id=topic_id, text=said.text, version=said.version
        )
        return Response(minutes_record(minutes))


class ParkingView(MemberView):
    """Whether a topic waits for later."""

    @extend_schema(request=body(ParkingInput), responses=answer(ParkedRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, about: str, topic_id: UUID
    ) -> Response:
        """Park it."""
        reason = read(request, ParkingInput).reason
        parked = park_topic(self.member, session_id, about=about, topic_id=topic_id, reason=reason)
        return Response(parked_record(parked))

    @extend_schema(request=None, responses=no_answer())
    def delete(
        self, request: Request, partnership_id: UUID, session_id: UUID, about: str, topic_id: UUID
    ) -> Response:
        """Take it up again."""
        take_up_topic(self.member, session_id, topic_id=topic_id)
        return Response(status=204)
