"""What an advisor adds to one action, over HTTP."""

from uuid import UUID

import msgspec
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from actions.api.inputs.advising import AdvisorNoteInput
from actions.queries.advisor_notes import advisor_notes_on
from actions.queries.asking import last_asks
from actions.records.advising import AdvisorNoteRecord, AskRecord, advisor_note_record
from actions.services.advisor_notes import remove_advisor_note, write_advisor_note
from actions.services.asking import ask_owner
from partnerships.api.views import MemberView
from web.json import read
from web.openapi import answer, body, no_answer


class OwnerAskView(MemberView):
    """The question to an owner how it goes."""

    @extend_schema(request=None, responses=answer(AskRecord))
    def post(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """Ask her, once a day at most; she finds it in her inbox and by mail."""
        ask_owner(self.member, action_id)
        return Response(last_asks([action_id])[action_id])


class AdvisorNotesView(MemberView):
    """The notes of advisors on an action, as far as one may read them."""

    @extend_schema(
        operation_id="advisor_notes_list", responses=answer(AdvisorNoteRecord, many=True)
    )
    def get(self, request: Request, partnership_id: UUID, action_id: UUID) -> Response:
        """List them, the oldest first."""
        return Response(advisor_notes_on(self.member, action_id))


class AdvisorNoteView(MemberView):
    """One note of an advisor."""

    @extend_schema(request=body(AdvisorNoteInput), responses=answer(AdvisorNoteRecord))
    def put(
        self, request: Request, partnership_id: UUID, action_id: UUID, advisor_note_id: UUID
    ) -> Response:
        """Write it; the id is made by the caller and makes repeats harmless."""
        said = msgspec.structs.asdict(read(request, AdvisorNoteInput))
        note = write_advisor_note(self.member, action_id, advisor_note_id=advisor_note_id, **said)
        return Response(advisor_note_record(note))

    @extend_schema(responses=no_answer())
    def delete(
        self, request: Request, partnership_id: UUID, action_id: UUID, advisor_note_id: UUID
    ) -> Response:
        """Take one's own away."""
        remove_advisor_note(self.member, action_id, advisor_note_id)
        return Response(status=204)
