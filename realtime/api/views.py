"""Snapshots and changes by HTTP: the first load, and everything where sockets are blocked."""

from typing import Annotated
from uuid import UUID

import msgspec
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from eventlog.queries import Position
from kernel.errors import InvalidInputError
from realtime.news import changes, snapshot
from realtime.protocol import News, Reset, Snapshot
from realtime.standing import standing_of
from reflections.api.visiting import VisitorView
from web.openapi import answer

# Neither a browser nor anything on the way keeps what only one person may see.
UNKEPT = {"Cache-Control": "no-store"}


class Since(msgspec.Struct):
    """Where a browser says that it is."""

    epoch: UUID
    since: Annotated[int, msgspec.Meta(ge=0, le=2**53)]
    standing: str | None = None


class SnapshotView(VisitorView):
    """All of a stream."""

    @extend_schema(responses=answer(Snapshot))
    def get(self, request: Request, stream: str) -> Response:
        """Answer with everything that the visitor may see, and the position to follow from."""
        return Response(snapshot(self.visitor, stream), headers=UNKEPT)


class ChangesView(VisitorView):
    """What changed on a stream."""

    @extend_schema(
        parameters=[
            OpenApiParameter("epoch", UUID, required=True),
            OpenApiParameter("since", int, required=True),
            OpenApiParameter("standing", str),
        ],
        responses=answer(News, Reset),
    )
    def get(self, request: Request, stream: str) -> Response:
        """Answer with what the socket would send to a browser that is there."""
        standing = standing_of(self.visitor, stream)
        asked = _since(request)
        if asked.standing not in {None, standing.name}:
            return Response(Reset(stream, "rights_changed"), headers=UNKEPT)
        news = changes(standing.view, stream, Position(asked.epoch, asked.since))
        return Response(news, headers=UNKEPT)


def _since(request: Request) -> Since:
    try:
        return msgspec.convert(request.query_params.dict(), Since, strict=False)
    except msgspec.ValidationError:
        raise InvalidInputError(
            _("Say where you are: an epoch and a number, as the snapshot gave them."),
            field="since",
        ) from None
