"""Working with the whole log over HTTP: kept views, and steps with many actions."""

from uuid import UUID

import msgspec
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from actions.api.inputs.log import BulkInput, RewordingInput, SavedViewInput, UndoInput
from actions.api.views.actions import ActionStepView
from actions.queries.bulk import edit_of
from actions.queries.narrowing import LogFilter
from actions.queries.saved_views import saved_views_of
from actions.records.action import ActionRecord
from actions.records.bulk import BulkRecord, bulk_record
from actions.records.saved_view import SavedViewRecord, saved_view_record
from actions.services.bulk import BulkChange, edit_many, undo_many
from actions.services.dates import take_back_date
from actions.services.revision import Rewording, revise_action
from actions.services.saved_views import ViewToKeep, keep_view, remove_view
from partnerships.api.views import MemberView
from web.json import read
from web.openapi import answer, body, no_answer


class WordingChangeView(ActionStepView):
    """How an action reads."""

    @extend_schema(request=body(RewordingInput), responses=answer(ActionRecord))
    def put(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Word it differently."""
        said = msgspec.structs.asdict(read(request, RewordingInput))
        version = said.pop("version")
        wording = Rewording(**said)
        return self.shown(revise_action(self.member, action_id, wording=wording, version=version))


class DateWithdrawalView(ActionStepView):
    """A date that somebody asked for and wants no more."""

    @extend_schema(request=None, responses=answer(ActionRecord))
    def post(
        self, request: Request, partnership_id: UUID, action_id: UUID, change_id: UUID
    ) -> Response:
        """Take it back."""
        return self.shown(take_back_date(self.member, action_id, change_id=change_id).action)


class SavedViewsView(MemberView):
    """The views of the log that the member can use."""

    @extend_schema(operation_id="saved_views_list", responses=answer(SavedViewRecord, many=True))
    def get(self, request: Request, partnership_id: UUID) -> Response:
        """List them by name."""
        return Response([saved_view_record(view) for view in saved_views_of(self.member)])


class SavedViewView(MemberView):
    """One of them."""

    @extend_schema(request=body(SavedViewInput), responses=answer(SavedViewRecord))
    def put(self, request: Request, partnership_id: UUID, view_id: UUID) -> Response:
        """Keep it; the id is made by the caller and makes repeats harmless."""
        said = read(request, SavedViewInput)
        view = ViewToKeep(
            name=said.name,
            wanted=LogFilter(**msgspec.structs.asdict(said.wanted)),
            layout=said.layout,
            is_shared=said.is_shared,
        )
        return Response(saved_view_record(keep_view(self.member, view_id=view_id, view=view)))

    @extend_schema(responses=no_answer())
    def delete(self, request: Request, partnership_id: UUID, view_id: UUID) -> Response:
        """Keep it no longer."""
        remove_view(self.member, view_id)
        return Response(status=204)


class BulkView(MemberView):
    """A step with many actions."""

    @extend_schema(responses=answer(BulkRecord))
    def get(self, request: Request, partnership_id: UUID, edit_id: UUID) -> Response:
        """Show what became of each; only to whoever took the step."""
        return Response(bulk_record(edit_of(self.member, edit_id)))

    @extend_schema(request=body(BulkInput), responses=answer(BulkRecord))
    def put(self, request: Request, partnership_id: UUID, edit_id: UUID) -> Response:
        """Take it; the id is made by the caller, and a repeat goes on where the first one stopped."""
        said = msgspec.structs.asdict(read(request, BulkInput))
        action_ids = said.pop("action_ids")
        edit_many(self.member, edit_id=edit_id, action_ids=action_ids, change=BulkChange(**said))
        return Response(bulk_record(edit_of(self.member, edit_id)))


class BulkUndoView(MemberView):
    """Taking such a step back."""

    @extend_schema(request=body(UndoInput), responses=answer(BulkRecord))
    def post(self, request: Request, partnership_id: UUID, edit_id: UUID) -> Response:
        """Take it back where there is a way back; answers with what became of each."""
        undo = undo_many(self.member, edit_id, undo_id=read(request, UndoInput).undo_id)
        return Response(bulk_record(edit_of(self.member, undo.pk)))
