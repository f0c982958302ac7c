"""The preparation of sessions over HTTP; each view hands over to one use case."""

from uuid import UUID

import msgspec
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs.preparation import (
    InvitationReplyInput,
    InvitationsInput,
    ItemChangeInput,
    ItemInput,
    SeriesChoiceInput,
    SeriesInput,
)
from reflections.models.data_item import DataItem
from reflections.queries.preparation import data_items_of, invitations_of
from reflections.queries.sessions import sessions_of
from reflections.records.preparation import (
    DataItemRecord,
    InvitationRecord,
    SeriesRecord,
    data_item_record,
    invitation_record,
    series_record,
)
from reflections.records.session import SessionRecord, session_record
from reflections.services.answering import Reply, answer_invitation
from reflections.services.data_items import (
    ItemContent,
    add_data_item,
    remove_data_item,
    revise_data_item,
)
from reflections.services.inviting import invite_members, uninvite_member
from reflections.services.series import plan_next, put_in_series, start_series
from web.json import read
from web.openapi import answer, body, no_answer


class InvitationsView(MemberView):
    """Who is asked to come to a session."""

    @extend_schema(operation_id="invitations_list", responses=answer(InvitationRecord, many=True))
    def get(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """List them by name, with their answers, for those who run the session."""
        return self._all(session_id)

    @extend_schema(
        operation_id="invitations_create",
        request=body(InvitationsInput),
        responses=answer(InvitationRecord, many=True),
    )
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Ask members to come; who is asked already stays so."""
        member_ids = read(request, InvitationsInput).member_ids
        invite_members(self.member, session_id, member_ids=member_ids)
        return self._all(session_id)

    def _all(self, session_id: UUID) -> Response:
        session = sessions_of(self.member).get(pk=session_id)
        found = invitations_of(self.member, session)
        return Response([invitation_record(one) for one in found])


class InvitationView(MemberView):
    """One name on the list of a draft."""

    @extend_schema(responses=no_answer())
    def delete(
        self, request: Request, partnership_id: UUID, session_id: UUID, member_id: UUID
    ) -> Response:
        """Take it off."""
        uninvite_member(self.member, session_id, member_id=member_id)
        return Response(status=204)


class AnswerView(MemberView):
    """One's own answer to an invitation."""

    @extend_schema(request=body(InvitationReplyInput), responses=answer(InvitationRecord))
    def put(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Say whether one comes. What one needs is kept for who runs the session, and not shown."""
        reply = Reply(**msgspec.structs.asdict(read(request, InvitationReplyInput)))
        return Response(invitation_record(answer_invitation(self.member, session_id, reply=reply)))


class DataItemsView(MemberView):
    """The data that a session looks at."""

    @extend_schema(operation_id="data_items_list", responses=answer(DataItemRecord, many=True))
    def get(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """List it, oldest first."""
        session = sessions_of(self.member).get(pk=session_id)
        return Response([data_item_record(item) for item in data_items_of(session)])


class DataItemView(MemberView):
    """One data item."""

    @extend_schema(request=body(ItemInput), responses=answer(DataItemRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, data_item_id: UUID
    ) -> Response:
        """Bring it; the id is made by the caller and makes repeats harmless."""
        content = ItemContent(**msgspec.structs.asdict(read(request, ItemInput)))
        return _item(add_data_item(self.member, session_id, item_id=data_item_id, content=content))

    @extend_schema(request=body(ItemChangeInput), responses=answer(DataItemRecord))
    def patch(
        self, request: Request, partnership_id: UUID, session_id: UUID, data_item_id: UUID
    ) -> Response:
        """Say anew what it says; what is not sent becomes empty."""
        said = msgspec.structs.asdict(read(request, ItemChangeInput))
        version = said.pop("version")
        content = ItemContent(**said)
        return _item(
            revise_data_item(
                self.member, session_id, item_id=data_item_id, content=content, version=version
            )
        )

    @extend_schema(responses=no_answer())
    def delete(
        self, request: Request, partnership_id: UUID, session_id: UUID, data_item_id: UUID
    ) -> Response:
        """Take it away."""
        remove_data_item(self.member, session_id, item_id=data_item_id)
        return Response(status=204)


class SeriesView(MemberView):
    """The series that a session begins."""

    @extend_schema(request=body(SeriesInput), responses=answer(SeriesRecord))
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, series_id: UUID
    ) -> Response:
        """Make the session the first of a series."""
        said = read(request, SeriesInput)
        series = start_series(
            self.member, session_id, series_id=series_id, title=said.title, rhythm=said.rhythm
        )
        return Response(series_record(series))


class SeriesChoiceView(MemberView):
    """The series that a session belongs to."""

    @extend_schema(request=body(SeriesChoiceInput), responses=answer(SessionRecord))
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Put it into a series that is there."""
        series_id = read(request, SeriesChoiceInput).series_id
        session = put_in_series(self.member, session_id, series_id=series_id)
        return Response(session_record(session))


class NextSessionView(MemberView):
    """The next session of a series."""

    @extend_schema(request=None, responses=answer(SessionRecord))
    def put(
        self, request: Request, partnership_id: UUID, series_id: UUID, session_id: UUID
    ) -> Response:
        """Draft it as the last one was planned; the id is made by the caller."""
        session = plan_next(self.member, series_id=series_id, session_id=session_id)
        return Response(session_record(session))


def _item(item: DataItem) -> Response:
    return Response(data_item_record(item))
