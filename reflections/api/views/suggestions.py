"""Suggested groups and similar notes over HTTP."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs.notes import NotesInput, SearchInput
from reflections.api.visiting import ParticipantView
from reflections.queries.suggestions import group_suggestions, notes_like_note, notes_like_text
from reflections.records.suggestions import SimilarRecord, SuggestionRecord
from reflections.services.suggesting import refuse_suggestion
from web.json import read
from web.openapi import answer, body, no_answer


class SuggestionsView(MemberView):
    """Groups that the wording of the notes suggests."""

    @extend_schema(
        operation_id="group_suggestions_list", responses=answer(SuggestionRecord, many=True)
    )
    def get(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """List them, the largest first; with `?by_column=yes` no group goes over columns."""
        by_column = request.query_params.get("by_column") == "yes"
        return Response(group_suggestions(self.member, session_id, by_column=by_column))


class RefusedSuggestionsView(MemberView):
    """Groups that are not to be suggested again."""

    @extend_schema(request=body(NotesInput), responses=no_answer())
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Refuse the group of these notes."""
        refuse_suggestion(self.member, session_id, note_ids=read(request, NotesInput).note_ids)
        return Response(status=204)


class SimilarNotesView(ParticipantView):
    """Notes that are like one of the board."""

    @extend_schema(operation_id="similar_notes_list", responses=answer(SimilarRecord, many=True))
    def get(
        self, request: Request, partnership_id: UUID, session_id: UUID, note_id: UUID
    ) -> Response:
        """List them, the most similar first."""
        return Response(notes_like_note(self.participant, note_id))


class SearchView(ParticipantView):
    """Notes that are like what somebody looks for."""

    @extend_schema(request=body(SearchInput), responses=answer(SimilarRecord, many=True))
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """List them, the most similar first."""
        return Response(notes_like_text(self.participant, read(request, SearchInput).text))
