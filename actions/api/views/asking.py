"""Asking others for an action over HTTP, and joining and parting actions."""

from uuid import UUID

import msgspec
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from actions.api.inputs.actions import ReasonInput
from actions.api.inputs.asking import (
    AnswerInput,
    EscalationInput,
    EvidenceInput,
    HandoverInput,
    JoinActionsInput,
    PartInput,
    PeopleInput,
    VisibilityInput,
)
from actions.api.views.actions import ActionStepView
from actions.records.action import ActionRecord
from actions.services.escalation import (
    Question,
    answer_escalation,
    escalate,
    withdraw_escalation,
)
from actions.services.evidence import add_evidence
from actions.services.handover import ask_to_take_over, refuse_to_take_over, take_over
from actions.services.merging import merge_actions, split_action
from actions.services.people import set_people, show_to
from actions.services.translation import ActionWording
from web.json import read
from web.openapi import answer, body


class HandoverView(ActionStepView):
    """A question whether somebody takes the action over."""

    @extend_schema(request=body(HandoverInput), responses=answer(ActionRecord))
    def put(
        self, request: Request, partnership_id: UUID, action_id: UUID, handover_id: UUID
    ) -> Response:
        """Ask; the id is made by the caller and makes repeats harmless."""
        said = msgspec.structs.asdict(read(request, HandoverInput))
        asked = ask_to_take_over(self.member, action_id, handover_id=handover_id, **said)
        return self.shown(asked.action)


class TakeOverView(ActionStepView):
    """The yes of whoever was asked."""

    @extend_schema(request=None, responses=answer(ActionRecord))
    def post(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Take it over."""
        return self.shown(take_over(self.member, action_id))


class TakeOverRefusalView(ActionStepView):
    """The no of whoever was asked."""

    @extend_schema(request=body(ReasonInput), responses=answer(ActionRecord))
    def post(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Say no, and why."""
        reason = read(request, ReasonInput).reason
        return self.shown(refuse_to_take_over(self.member, action_id, reason=reason))


class EscalationView(ActionStepView):
    """A question to somebody above."""

    @extend_schema(request=body(EscalationInput), responses=answer(ActionRecord))
    def put(
        self, request: Request, partnership_id: UUID, action_id: UUID, escalation_id: UUID
    ) -> Response:
        """Ask; the id is made by the caller and makes repeats harmless."""
        question = Question(**msgspec.structs.asdict(read(request, EscalationInput)))
        asked = escalate(self.member, action_id, escalation_id=escalation_id, question=question)
        return self.shown(asked.action)


class EscalationAnswerView(ActionStepView):
    """What somebody above answered."""

    @extend_schema(request=body(AnswerInput), responses=answer(ActionRecord))
    def post(
        self, request: Request, partnership_id: UUID, action_id: UUID, escalation_id: UUID
    ) -> Response:
        """Write it down."""
        said = read(request, AnswerInput).answer
        answered = answer_escalation(
            self.member, action_id, escalation_id=escalation_id, answer=said
        )
        return self.shown(answered.action)


class EscalationWithdrawalView(ActionStepView):
    """That no answer is needed any more."""

    @extend_schema(request=None, responses=answer(ActionRecord))
    def post(
        self, request: Request, partnership_id: UUID, action_id: UUID, escalation_id: UUID
    ) -> Response:
        """Take the question back."""
        taken = withdraw_escalation(self.member, action_id, escalation_id=escalation_id)
        return self.shown(taken.action)


class EvidenceView(ActionStepView):
    """Something that shows how far it is."""

    @extend_schema(request=body(EvidenceInput), responses=answer(ActionRecord))
    def put(
        self, request: Request, partnership_id: UUID, action_id: UUID, evidence_id: UUID
    ) -> Response:
        """Add it; the id is made by the caller and makes repeats harmless."""
        said = msgspec.structs.asdict(read(request, EvidenceInput))
        return self.shown(
            add_evidence(self.member, action_id, evidence_id=evidence_id, **said).action
        )


class PeopleView(ActionStepView):
    """Who stands beside the owner."""

    @extend_schema(request=body(PeopleInput), responses=answer(ActionRecord))
    def put(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Say who helps, and who above answers for it."""
        said = msgspec.structs.asdict(read(request, PeopleInput))
        return self.shown(set_people(self.member, action_id, **said))


class VisibilityView(ActionStepView):
    """Who sees it."""

    @extend_schema(request=body(VisibilityInput), responses=answer(ActionRecord))
    def put(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Say who sees it."""
        said = msgspec.structs.asdict(read(request, VisibilityInput))
        return self.shown(show_to(self.member, action_id, **said))


class JoinActionsView(ActionStepView):
    """Two actions that are one."""

    @extend_schema(request=body(JoinActionsInput), responses=answer(ActionRecord))
    def post(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Make another action part of this one."""
        said = msgspec.structs.asdict(read(request, JoinActionsInput))
        return self.shown(merge_actions(self.member, action_id, **said))


class PartView(ActionStepView):
    """A part that is an action of its own."""

    @extend_schema(request=body(PartInput), responses=answer(ActionRecord))
    def put(
        self, request: Request, partnership_id: UUID, action_id: UUID, part_id: UUID
    ) -> Response:
        """Make it; the id is made by the caller and makes repeats harmless."""
        wording = ActionWording(**msgspec.structs.asdict(read(request, PartInput)))
        return self.shown(split_action(self.member, action_id, part_id=part_id, wording=wording))
