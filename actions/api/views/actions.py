"""The action log over HTTP; each view hands over to one use case."""

from uuid import UUID

import msgspec
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from actions.api.inputs.actions import (
    ActionInput,
    CheckInInput,
    CompletionInput,
    DeclineInput,
    LogQuery,
    NotYetInput,
    OfferInput,
)
from actions.models.action import ActionItem
from actions.queries.log import actions_of
from actions.queries.narrowing import LogFilter
from actions.queries.pages import log_page
from actions.records.action import ActionRecord, CheckInRecord, action_record, check_in_record
from actions.records.log import LogPage
from actions.services.commitment import accept_action, decline_action, offer_action
from actions.services.origin import Origin
from actions.services.progress import (
    Report,
    check_in,
    complete_action,
    find_not_done_yet,
    verify_action,
)
from actions.services.translation import ActionWording, translate_to_action
from partnerships.api.views import MemberView
from web.json import read, read_query
from web.openapi import answer, body, query


class ActionsView(MemberView):
    """The action log of a partnership."""

    @extend_schema(
        operation_id="actions_list", parameters=query(LogQuery), responses=answer(LogPage)
    )
    def get(self, request: Request, partnership_id: UUID) -> Response:
        """List the actions in the order in which they ask for attention, a page at a time."""
        asked = msgspec.structs.asdict(read_query(request, LogQuery))
        after, most = asked.pop("after"), asked.pop("most")
        return Response(log_page(self.member, LogFilter(**asked), after=after, most=most))


class ActionStepView(MemberView):
    """A step that ends with the action as it then is."""

    def shown(self, action: ActionItem) -> Response:
        """Answer with the action, read anew: the record shows more than the use case loaded."""
        return Response(action_record(actions_of(self.member).get(pk=action.pk)))


class ActionView(MemberView):
    """One action."""

    @extend_schema(responses=answer(ActionRecord))
    def get(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Show it."""
        return Response(action_record(actions_of(self.member).get(pk=action_id)))


class TranslationView(ActionStepView):
    """The step from a session's insight or notes to an action."""

    @extend_schema(request=body(ActionInput), responses=answer(ActionRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, action_id: UUID
    ) -> Response:
        """Take the step; the id is made by the caller and makes repeats harmless."""
        said = msgspec.structs.asdict(read(request, ActionInput))
        origin = Origin(insight_id=said.pop("insight_id"), note_ids=said.pop("note_ids"))
        action = translate_to_action(
            self.member,
            session_id,
            action_id=action_id,
            wording=ActionWording(**said),
            origin=origin,
        )
        return self.shown(action)


class AcceptanceView(ActionStepView):
    """The owner's yes."""

    @extend_schema(request=None, responses=answer(ActionRecord))
    def post(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Say yes."""
        return self.shown(accept_action(self.member, action_id))


class RefusalView(ActionStepView):
    """The owner's no."""

    @extend_schema(request=body(DeclineInput), responses=answer(ActionRecord))
    def post(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Say no, and why."""
        reason = read(request, DeclineInput).reason
        return self.shown(decline_action(self.member, action_id, reason=reason))


class OfferView(ActionStepView):
    """Whom an action is offered to."""

    @extend_schema(request=body(OfferInput), responses=answer(ActionRecord))
    def post(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Ask somebody else."""
        owner_id = read(request, OfferInput).owner_id
        return self.shown(offer_action(self.member, action_id, owner_id=owner_id))


class CheckInView(MemberView):
    """One report on an action."""

    @extend_schema(request=body(CheckInInput), responses=answer(CheckInRecord))
    def put(
        self, request: Request, partnership_id: UUID, action_id: UUID, check_in_id: UUID
    ) -> Response:
        """Report; the id is made by the caller and makes repeats harmless."""
        report = Report(**msgspec.structs.asdict(read(request, CheckInInput)))
        made = check_in(self.member, action_id, check_in_id=check_in_id, report=report)
        return Response(check_in_record(made))


class CompletionView(ActionStepView):
    """The claim that an action is done."""

    @extend_schema(request=body(CompletionInput), responses=answer(ActionRecord))
    def post(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Say that it is done and what came of it."""
        outcome = read(request, CompletionInput).outcome
        return self.shown(complete_action(self.member, action_id, outcome=outcome))


class VerificationView(ActionStepView):
    """Somebody else's look at a done action."""

    @extend_schema(request=None, responses=answer(ActionRecord))
    def post(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Confirm it."""
        return self.shown(verify_action(self.member, action_id))


class NotYetView(ActionStepView):
    """Somebody else's look that found something missing."""

    @extend_schema(request=body(NotYetInput), responses=answer(ActionRecord))
    def post(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Say what is missing; the action goes on."""
        said = read(request, NotYetInput)
        return self.shown(
            find_not_done_yet(self.member, action_id, check_in_id=said.check_in_id, text=said.text)
        )
