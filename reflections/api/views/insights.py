"""Insights over HTTP; each view hands over to one use case."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs.insights import DispositionInput, InsightInput
from reflections.models.insight import Insight
from reflections.records.insight import InsightRecord, insight_record
from reflections.services.insights import Wording, agree_insight, dispose_of_insight, draft_insight
from web.json import read
from web.openapi import answer, body


class InsightView(MemberView):
    """One insight."""

    @extend_schema(request=body(InsightInput), responses=answer(InsightRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, insight_id: UUID
    ) -> Response:
        """Word it, or reword it while it is a draft."""
        words = read(request, InsightInput)
        wording = Wording(
            statement=words.statement,
            note_ids=words.note_ids,
            level=words.level,
            dissent=words.dissent,
        )
        insight = draft_insight(
            self.member,
            session_id,
            insight_id=insight_id,
            wording=wording,
            version=words.version,
        )
        return Response(insight_record(insight))


class AgreementView(MemberView):
    """Whether an insight stands."""

    @extend_schema(request=None, responses=answer(InsightRecord))
    def post(
        self, request: Request, partnership_id: UUID, session_id: UUID, insight_id: UUID
    ) -> Response:
        """Agree on it."""
        return _insight(agree_insight(self.member, session_id, insight_id=insight_id))


class DispositionView(MemberView):
    """What becomes of an insight."""

    @extend_schema(request=body(DispositionInput), responses=answer(InsightRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, insight_id: UUID
    ) -> Response:
        """Say what becomes of it."""
        said = read(request, DispositionInput)
        return _insight(
            dispose_of_insight(
                self.member,
                session_id,
                insight_id=insight_id,
                disposition=said.disposition,
                reason=said.reason,
            )
        )


def _insight(insight: Insight) -> Response:
    return Response(insight_record(insight))
