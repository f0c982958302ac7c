"""The figures of a partnership: a table, pictures beside their tables, and a file to take along."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from actions.queries.indicators import Selection, indicators_of, months_held
from actions.records.indicators import IndicatorsRecord
from frontend.downloads import download
from frontend.exports.files import csv_of
from frontend.forms.indicators import IndicatorFilterForm
from frontend.indicators.bar_picture import bar_picture, square_picture
from frontend.indicators.figure_words import figure_groups
from frontend.indicators.flow_picture import flow_picture
from frontend.indicators.sheet import figure_sheet
from frontend.signed_in import MemberRequest, for_members
from kernel.clock import today
from partnerships.queries import themes_of

VALUES = "text/csv; charset=utf-8"


@for_members
@require_GET
def indicators(request: MemberRequest) -> HttpResponse:
    """Show the figures of the sessions that were chosen."""
    form = _form(request)
    record = _record(request, form)
    return render(
        request,
        "indicators/indicators.html",
        {
            "form": form,
            "query": request.GET.urlencode(),
            "record": record,
            "groups": figure_groups(record),
            **_pictures(record),
        },
    )


@for_members
@require_GET
def values(request: MemberRequest) -> HttpResponse:
    """Hand the figures over as a file of comma-separated values."""
    record = _record(request, _form(request))
    name = f"{request.member.partnership.slug}-{slugify(_('Figures'))}-{today().isoformat()}.csv"
    return download(csv_of(figure_sheet(record), get_language() or ""), name, VALUES)


def _form(request: MemberRequest) -> IndicatorFilterForm:
    member = request.member
    return IndicatorFilterForm(request.GET, themes=themes_of(member), months=months_held(member))


def _record(request: MemberRequest, form: IndicatorFilterForm) -> IndicatorsRecord:
    """Return the figures of what was chosen."""
    said = form.said
    selection = Selection(
        theme_id=said.get("theme"), since=said.get("since"), until=said.get("until")
    )
    return indicators_of(request.member, selection)


def _pictures(record: IndicatorsRecord) -> dict[str, Any]:
    return {
        "flow": flow_picture(record.flow),
        "bars": [bar_picture(bars, record.check_in_days) for bars in record.bars],
        "square": square_picture(record.drift),
    }
