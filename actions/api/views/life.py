"""The later life of an action over HTTP: another date, its end, a look at its effect, going on."""

from uuid import UUID

import msgspec
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from actions.api.inputs.actions import DueChangeInput, LookInput, ReasonInput
from actions.api.views.actions import ActionStepView
from actions.records.action import ActionRecord
from actions.services.commitment import record_yes
from actions.services.dates import agree_on_date, change_due, refuse_date
from actions.services.ending import Look, drop_action, reopen_action, review_effect, waive_review
from web.json import read
from web.openapi import answer, body


class RecordedYesView(ActionStepView):
    """A yes that somebody heard."""

    @extend_schema(request=None, responses=answer(ActionRecord))
    def post(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Write down that the owner said yes aloud."""
        return self.shown(record_yes(self.member, action_id))


class DueChangeView(ActionStepView):
    """Another date."""

    @extend_schema(request=body(DueChangeInput), responses=answer(ActionRecord))
    def put(
        self, request: Request, partnership_id: UUID, action_id: UUID, change_id: UUID
    ) -> Response:
        """Ask for it; the id is made by the caller and makes repeats harmless."""
        said = read(request, DueChangeInput)
        change = change_due(
            self.member, action_id, change_id=change_id, due=said.due, reason=said.reason
        )
        return self.shown(change.action)


class DateAgreementView(ActionStepView):
    """The yes to another date."""

    @extend_schema(request=None, responses=answer(ActionRecord))
    def post(
        self, request: Request, partnership_id: UUID, action_id: UUID, change_id: UUID
    ) -> Response:
        """Say yes."""
        return self.shown(agree_on_date(self.member, action_id, change_id=change_id).action)


class DateRefusalView(ActionStepView):
    """The no to another date."""

    @extend_schema(request=body(ReasonInput), responses=answer(ActionRecord))
    def post(
        self, request: Request, partnership_id: UUID, action_id: UUID, change_id: UUID
    ) -> Response:
        """Say no, and why."""
        reason = read(request, ReasonInput).reason
        change = refuse_date(self.member, action_id, change_id=change_id, reason=reason)
        return self.shown(change.action)


class DropView(ActionStepView):
    """Giving an action up."""

    @extend_schema(request=body(ReasonInput), responses=answer(ActionRecord))
    def post(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Say that nobody will do it, and why."""
        reason = read(request, ReasonInput).reason
        return self.shown(drop_action(self.member, action_id, reason=reason))


class ReopenActionView(ActionStepView):
    """Going on after all."""

    @extend_schema(request=body(ReasonInput), responses=answer(ActionRecord))
    def post(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Open it again, and say why."""
        reason = read(request, ReasonInput).reason
        return self.shown(reopen_action(self.member, action_id, reason=reason))


class EffectReviewView(ActionStepView):
    """A look at the effect."""

    @extend_schema(request=body(LookInput), responses=answer(ActionRecord))
    def put(
        self, request: Request, partnership_id: UUID, action_id: UUID, review_id: UUID
    ) -> Response:
        """Say what came of it; the id is made by the caller and makes repeats harmless."""
        look = Look(**msgspec.structs.asdict(read(request, LookInput)))
        review = review_effect(self.member, action_id, review_id=review_id, look=look)
        return self.shown(review.action)


class ReviewWaiverView(ActionStepView):
    """Finishing without a look at the effect."""

    @extend_schema(request=body(ReasonInput), responses=answer(ActionRecord))
    def post(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Finish it, and say why nobody looks."""
        reason = read(request, ReasonInput).reason
        return self.shown(waive_review(self.member, action_id, reason=reason))
