"""Notes over HTTP; each act hands over to one use case."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs.notes import (
    AddNote,
    AttributionsInput,
    ReviseNote,
    ReviseSealedNote,
    SealNote,
    WithdrawNote,
    WithdrawSealedNote,
)
from reflections.api.visiting import ParticipantView
from reflections.queries.sessions import session_record_of
from reflections.records.session import SessionRecord
from reflections.services.attributions import set_attributions
from reflections.services.notes import Speaker, add_note, reveal_notes, revise_note, withdraw_note
from reflections.services.pace import must_not_hurry
from reflections.services.sealing import (
    Signature,
    revise_sealed_note,
    seal_note,
    withdraw_sealed_note,
)
from web.json import read
from web.openapi import answer, body, no_answer

# Everything that one can do with a note of one's own.
ACTS = (AddNote, ReviseNote, WithdrawNote, SealNote, ReviseSealedNote, WithdrawSealedNote)


class NotesView(ParticipantView):
    """One's own notes."""

    @extend_schema(request=body(*ACTS), responses=no_answer())
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Add, change or take back a note.

        Address, length and answer are the same whatever it is: our pages fill the body up with blanks.
        """
        must_not_hurry(self.participant)
        act = read(request, *ACTS)
        match act:
            case AddNote():
                self._add(act)
            case ReviseNote():
                revise_note(self.participant, act.id, text=act.text, version=act.version)
            case WithdrawNote():
                withdraw_note(self.participant, act.id)
            case SealNote():
                self._seal(act)
            case ReviseSealedNote():
                revise_sealed_note(self.participant, act.id, text=act.text, receipt=act.receipt)
            case WithdrawSealedNote():
                withdraw_sealed_note(self.participant, act.id, receipt=act.receipt)
        return Response(status=204)

    def _add(self, note: AddNote) -> None:
        add_note(
            self.participant,
            note_id=note.id,
            column_id=note.column_id,
            text=note.text,
            speaker=Speaker(note.for_people, note.on_behalf, note.agreed),
        )

    def _seal(self, note: SealNote) -> None:
        seal_note(
            self.participant,
            note_id=note.id,
            column_id=note.column_id,
            text=note.text,
            signature=Signature(note.attribution, note.receipt),
            for_people=note.for_people,
        )


class RevealView(MemberView):
    """Whether everybody can read the notes."""

    @extend_schema(request=None, responses=no_answer())
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Show all hidden notes to everybody; it cannot be undone."""
        reveal_notes(self.member, session_id)
        return Response(status=204)


class AttributionsView(MemberView):
    """What notes may say of their writers."""

    @extend_schema(request=body(AttributionsInput), responses=answer(SessionRecord))
    def put(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Decide it, before anybody wrote."""
        set_attributions(self.member, session_id, allowed=read(request, AttributionsInput).allowed)
        return Response(session_record_of(session_id)[str(session_id)])
