"""Groups of notes over HTTP; each view hands over to one use case."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs.notes import GroupInput, GroupTitleInput, MergeInput, NotesInput
from reflections.records.note import GroupRecord, group_record
from reflections.services.groups import (
    group_notes,
    merge_groups,
    rename_group,
    take_out_of_groups,
    undo_grouping,
)
from web.json import read
from web.openapi import answer, body, no_answer


class GroupView(MemberView):
    """One group of notes."""

    @extend_schema(request=body(GroupInput), responses=answer(GroupRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, group_id: UUID
    ) -> Response:
        """Put notes into it; it is made if it is not there."""
        group = read(request, GroupInput)
        made = group_notes(
            self.member, session_id, group_id=group_id, note_ids=group.note_ids, title=group.title
        )
        return Response(group_record(made))

    @extend_schema(request=body(GroupTitleInput), responses=answer(GroupRecord))
    def patch(
        self, request: Request, partnership_id: UUID, session_id: UUID, group_id: UUID
    ) -> Response:
        """Give it a title."""
        title = read(request, GroupTitleInput).title
        return Response(
            group_record(rename_group(self.member, session_id, group_id=group_id, title=title))
        )


class MergeView(MemberView):
    """Where all notes of a group go."""

    @extend_schema(request=body(MergeInput), responses=answer(GroupRecord))
    def post(
        self, request: Request, partnership_id: UUID, session_id: UUID, group_id: UUID
    ) -> Response:
        """Put them into another group."""
        into = read(request, MergeInput).into_id
        merged = merge_groups(self.member, session_id, group_id=group_id, into_id=into)
        return Response(group_record(merged))


class UngroupedNotesView(MemberView):
    """The notes that are in no group."""

    @extend_schema(request=body(NotesInput), responses=no_answer())
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Take these notes out of their groups."""
        note_ids = read(request, NotesInput).note_ids
        take_out_of_groups(self.member, session_id, note_ids=note_ids)
        return Response(status=204)


class UndoView(MemberView):
    """A step of grouping."""

    @extend_schema(request=None, responses=no_answer())
    def post(
        self, request: Request, partnership_id: UUID, session_id: UUID, step_id: UUID
    ) -> Response:
        """Take it back."""
        undo_grouping(self.member, session_id, step_id=step_id)
        return Response(status=204)
