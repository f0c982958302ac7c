"""Notes over HTTP; each view hands over to one use case."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs.notes import NoteChangeInput, NoteInput
from reflections.api.visiting import ParticipantView
from reflections.records.note import NoteRecord, note_record
from reflections.services.notes import add_note, reveal_notes, revise_note, withdraw_note
from web.json import read
from web.openapi import answer, body, no_answer


class NoteView(ParticipantView):
    """One note."""

    @extend_schema(request=body(NoteInput), responses=answer(NoteRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, note_id: UUID
    ) -> Response:
        """Add it; the id is made by the caller and makes repeats harmless."""
        note = read(request, NoteInput)
        added = add_note(
            self.participant, note_id=note_id, column_id=note.column_id, text=note.text
        )
        return Response(note_record(added))

    @extend_schema(request=body(NoteChangeInput), responses=answer(NoteRecord))
    def patch(
        self, request: Request, partnership_id: UUID, session_id: UUID, note_id: UUID
    ) -> Response:
        """Change one's own note before the reveal."""
        change = read(request, NoteChangeInput)
        return Response(
            note_record(
                revise_note(self.participant, note_id, text=change.text, version=change.version)
            )
        )

    @extend_schema(request=None, responses=no_answer())
    def delete(
        self, request: Request, partnership_id: UUID, session_id: UUID, note_id: UUID
    ) -> Response:
        """Take one's own note back before the reveal."""
        withdraw_note(self.participant, note_id)
        return Response(status=204)


class RevealView(MemberView):
    """Whether everybody can read the notes."""

    @extend_schema(request=None, responses=no_answer())
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Show all hidden notes to everybody; it cannot be undone."""
        reveal_notes(self.member, session_id)
        return Response(status=204)
