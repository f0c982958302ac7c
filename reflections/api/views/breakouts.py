"""Splitting a session up, and who does what in it, over HTTP; each view hands over to one use case."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from partnerships.api.views import MemberView
from reflections.api.inputs.facilitating import SeatInput, TablesInput
from reflections.services.breakouts import (
    NamedTable,
    bring_together,
    open_tables,
    seat_participant,
    spread_over_tables,
)
from reflections.services.minutes import ask_for_minutes, release_from_minutes
from web.json import read
from web.openapi import body, no_answer


class TablesView(MemberView):
    """The tables that a session splits up into."""

    @extend_schema(request=body(TablesInput), responses=no_answer())
    def put(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Open them; their ids are made by the caller and make repeats harmless."""
        tables = read(request, TablesInput).tables
        named = [NamedTable(id=table.id, title=table.title) for table in tables]
        open_tables(self.member, session_id, tables=named)
        return Response(status=204)

    @extend_schema(request=None, responses=no_answer())
    def delete(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Bring them back together."""
        bring_together(self.member, session_id)
        return Response(status=204)


class SpreadView(MemberView):
    """Who sits at which table."""

    @extend_schema(request=None, responses=no_answer())
    def post(self, request: Request, partnership_id: UUID, session_id: UUID) -> Response:
        """Spread everybody who has no seat, evenly over the stakeholder groups."""
        spread_over_tables(self.member, session_id)
        return Response(status=204)


class SeatView(MemberView):
    """Where one participant sits."""

    @extend_schema(request=body(SeatInput), responses=no_answer())
    def put(
        self, request: Request, partnership_id: UUID, session_id: UUID, participant_id: UUID
    ) -> Response:
        """Let her sit at a table, or in the plenary."""
        table_id = read(request, SeatInput).table_id
        seat_participant(self.member, session_id, participant_id=participant_id, table_id=table_id)
        return Response(status=204)


class MinuteTakerView(MemberView):
    """Whether a participant takes minutes."""

    @extend_schema(request=None, responses=no_answer())
    def post(
        self, request: Request, partnership_id: UUID, session_id: UUID, participant_id: UUID
    ) -> Response:
        """Ask her to."""
        ask_for_minutes(self.member, session_id, participant_id=participant_id)
        return Response(status=204)

    @extend_schema(request=None, responses=no_answer())
    def delete(
        self, request: Request, partnership_id: UUID, session_id: UUID, participant_id: UUID
    ) -> Response:
        """Let her off."""
        release_from_minutes(self.member, session_id, participant_id=participant_id)
        return Response(status=204)
