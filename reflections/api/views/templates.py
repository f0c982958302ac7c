"""Templates over HTTP, to read and to plan sessions from."""

from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from kernel.errors import InvalidInputError
from partnerships.api.views import MemberView
from reflections.queries.templates import built_in_templates, own_templates_of, template_named
from reflections.records.template import TemplateRecord, template_record
from web.openapi import answer

LANGUAGE = OpenApiParameter(
    "language",
    enum=list(dict(settings.LANGUAGES)),
    description="Of the built-in templates; that of the partnership if it is not said.",
)


class TemplatesView(MemberView):
    """What sessions can be planned from."""

    @extend_schema(
        operation_id="templates_list",
        parameters=[LANGUAGE],
        responses=answer(TemplateRecord, many=True),
    )
    def get(self, request: Request, partnership_id: UUID) -> Response:
        """List the partnership's own templates by title, then the built-in ones."""
        own = [template_record(template) for template in own_templates_of(self.member)]
        return Response(
            [*own, *built_in_templates(_language(request, self.member.partnership.language))]
        )


class TemplateView(MemberView):
    """One template, or one of the blocks that sessions open and close with."""

    @extend_schema(parameters=[LANGUAGE], responses=answer(TemplateRecord))
    def get(self, request: Request, partnership_id: UUID, name: str) -> Response:
        """Show it."""
        language = _language(request, self.member.partnership.language)
        return Response(template_named(self.member, name, language))


def _language(request: Request, usual: str) -> str:
    language = request.query_params.get("language", usual)
    if language not in dict(settings.LANGUAGES):
        raise InvalidInputError(_("Please choose one of the listed languages."), field="language")
    return language
