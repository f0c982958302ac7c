"""Insights over HTTP; each view hands over to one use case."""

from uuid import UUID

import msgspec
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs.insights import (
    AgreementInput,
    DispositionInput,
    InsightInput,
    WithdrawalInput,
)
from reflections.models.insight import Insight
from reflections.records.insight import InsightRecord, insight_record
from reflections.services.dispositions import Answer, dispose_of_insight
from reflections.services.insights import Wording, agree_insight, draft_insight, withdraw_insight
from web.json import read
from web.openapi import answer, body


class InsightView(MemberView):
    """One insight."""

    @extend_schema(request=body(InsightInput), responses=answer(InsightRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, insight_id: UUID
    ) -> Response:
        """Word it, or reword it while it is a draft."""
        words = msgspec.structs.asdict(read(request, InsightInput))
        version = words.pop("version")
        insight = draft_insight(
            self.member,
            session_id,
            insight_id=insight_id,
            wording=Wording(**words),
            version=version,
        )
        return _insight(insight)


class AgreementView(MemberView):
    """Whether an insight stands."""

    @extend_schema(request=body(AgreementInput), responses=answer(InsightRecord))
    def post(
        self, request: Request, partnership_id: UUID, session_id: UUID, insight_id: UUID
    ) -> Response:
        """Agree on it."""
        how = read(request, AgreementInput).how
        return _insight(agree_insight(self.member, session_id, insight_id=insight_id, how=how))


class WithdrawalView(MemberView):
    """Whether an agreed insight was taken back."""

    @extend_schema(request=body(WithdrawalInput), responses=answer(InsightRecord))
    def post(
        self, request: Request, partnership_id: UUID, session_id: UUID, insight_id: UUID
    ) -> Response:
        """Take it back, and say why."""
        reason = read(request, WithdrawalInput).reason
        return _insight(
            withdraw_insight(self.member, session_id, insight_id=insight_id, reason=reason)
        )


class DispositionView(MemberView):
    """What becomes of an insight."""

    @extend_schema(request=body(DispositionInput), responses=answer(InsightRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, insight_id: UUID
    ) -> Response:
        """Say what becomes of it."""
        said = msgspec.structs.asdict(read(request, DispositionInput))
        version = said.pop("version")
        return _insight(
            dispose_of_insight(
                self.member,
                session_id,
                insight_id=insight_id,
                answer=Answer(**said),
                version=version,
            )
        )


def _insight(insight: Insight) -> Response:
    return Response(insight_record(insight))
