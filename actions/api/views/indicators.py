"""The figures of a partnership over HTTP."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from actions.queries.indicators import Selection, indicators_of
from actions.records.indicators import IndicatorsRecord
from kernel.errors import InvalidInputError
from partnerships.api.views import MemberView
from web.openapi import answer

FIRST_MONTH = "Of the first sessions that count, as 2026-01; all if it is not said."
LAST_MONTH = "Of the last sessions that count, as 2026-12; all if it is not said."


class IndicatorsView(MemberView):
    """The figures of a partnership's sessions: what became of what was learned."""

    @extend_schema(
        parameters=[
            OpenApiParameter("theme", UUID, description="Only sessions on this theme."),
            OpenApiParameter("since", description=FIRST_MONTH),
            OpenApiParameter("until", description=LAST_MONTH),
        ],
        responses=answer(IndicatorsRecord),
    )
    def get(self, request: Request, partnership_id: UUID) -> Response:
        """Show them, with the load of whoever asks."""
        wanted = Selection(
            theme_id=_theme(request), since=_month(request, "since"), until=_month(request, "until")
        )
        return Response(indicators_of(self.member, wanted))


def _theme(request: Request) -> UUID | None:
    said = request.query_params.get("theme", "")
    try:
        return UUID(said) if said else None
    except ValueError:
        raise InvalidInputError(
            _("Please choose one of the listed themes."), field="theme"
        ) from None


def _month(request: Request, name: str) -> date | None:
    said = request.query_params.get(name, "")
    try:
        return date.fromisoformat(f"{said}-01") if said else None
    except ValueError:
        raise InvalidInputError(_("Say a month as 2026-01."), field=name) from None
