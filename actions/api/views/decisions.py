"""Decisions over HTTP; each view hands over to one use case."""

from uuid import UUID

import msgspec
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from actions.api.inputs.decisions import (
    DecisionChangeInput,
    DecisionConfirmationInput,
    DecisionInput,
)
from actions.models.decision import Decision
from actions.queries.decisions import decisions_of
from actions.records.decision import DecisionRecord, decision_record
from actions.services.decisions import (
    DecisionWording,
    confirm_decision,
    record_decision,
    revise_decision,
)
from actions.services.origin import Origin
from partnerships.api.views import MemberView
from web.json import read
from web.openapi import answer, body


class DecisionsView(MemberView):
    """The decisions of a partnership."""

    @extend_schema(operation_id="decisions_list", responses=answer(DecisionRecord, many=True))
    def get(self, request: Request, partnership_id: UUID) -> Response:
        """List them, the newest first."""
        return Response([decision_record(one) for one in decisions_of(self.member)])


class DecisionStepView(MemberView):
    """A step that ends with the decision as it then is."""

    def shown(self, decision: Decision) -> Response:
        """Answer with the decision, read anew: the record shows more than the use case loaded."""
        return Response(decision_record(decisions_of(self.member).get(pk=decision.pk)))


class DecisionView(DecisionStepView):
    """One decision."""

    @extend_schema(responses=answer(DecisionRecord))
    def get(self, request: Request, partnership_id: UUID, decision_id: UUID) -> Response:
        """Show it."""
        return Response(decision_record(decisions_of(self.member).get(pk=decision_id)))

    @extend_schema(request=body(DecisionChangeInput), responses=answer(DecisionRecord))
    def patch(self, request: Request, partnership_id: UUID, decision_id: UUID) -> Response:
        """Reword it while it is not taken, or say what was decided."""
        said = msgspec.structs.asdict(read(request, DecisionChangeInput))
        version = said.pop("version")
        wording = DecisionWording(**said)
        return self.shown(
            revise_decision(self.member, decision_id, wording=wording, version=version)
        )


class RecordingView(DecisionStepView):
    """The step from a session's insight or notes to a decision."""

    @extend_schema(request=body(DecisionInput), responses=answer(DecisionRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, decision_id: UUID
    ) -> Response:
        """Write it down; the id is made by the caller and makes repeats harmless."""
        said = msgspec.structs.asdict(read(request, DecisionInput))
        origin = Origin(insight_id=said.pop("insight_id"), note_ids=said.pop("note_ids"))
        decision = record_decision(
            self.member,
            session_id,
            decision_id=decision_id,
            wording=DecisionWording(**said),
            origin=origin,
        )
        return self.shown(decision)


class DecisionConfirmationView(DecisionStepView):
    """That a decision still holds."""

    @extend_schema(request=body(DecisionConfirmationInput), responses=answer(DecisionRecord))
    def post(self, request: Request, partnership_id: UUID, decision_id: UUID) -> Response:
        """Say so, and when somebody looks again."""
        said = read(request, DecisionConfirmationInput)
        return self.shown(
            confirm_decision(
                self.member, decision_id, version=said.version, review_on=said.review_on
            )
        )
