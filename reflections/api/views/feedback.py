"""Feedback over HTTP; each view hands over to one use case."""

from uuid import UUID

import msgspec
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs.feedback import FeedbackInput
from reflections.records.feedback import FeedbackRecord, feedback_record
from reflections.services.feedback import FeedbackWording, draft_feedback, publish_feedback
from web.json import read
from web.openapi import answer, body


class FeedbackView(MemberView):
    """One answer to contributors."""

    @extend_schema(request=body(FeedbackInput), responses=answer(FeedbackRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, feedback_id: UUID
    ) -> Response:
        """Word it or promise a day, or change it while it is not published."""
        said = msgspec.structs.asdict(read(request, FeedbackInput))
        version = said.pop("version")
        feedback = draft_feedback(
            self.member,
            session_id,
            feedback_id=feedback_id,
            wording=FeedbackWording(**said),
            version=version,
        )
        return Response(feedback_record(feedback))


class PublicationView(MemberView):
    """Whether contributors can read an answer."""

    @extend_schema(request=None, responses=answer(FeedbackRecord))
    def post(
        self, request: Request, partnership_id: UUID, session_id: UUID, feedback_id: UUID
    ) -> Response:
        """Publish it; it then stays as it is."""
        published = publish_feedback(self.member, session_id, feedback_id=feedback_id)
        return Response(feedback_record(published))
