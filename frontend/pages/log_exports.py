"""The action log as files and on paper, narrowed as it was on the screen."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from actions.queries.log_export import LogExport, log_export_of
from frontend.action_words import action_line
from frontend.downloads import LONGEST_NAME, download
from frontend.exports.files import csv_of, workbook_of
from frontend.exports.sheets import log_sheet
from frontend.forms.action_log import LogFilterForm
from frontend.pages.exports import WORKBOOK
from frontend.signed_in import MemberRequest, for_members
from kernel.clock import today
from web.json import RecordRenderer


@for_members
@require_GET
def sheet(request: MemberRequest) -> HttpResponse:
    """Hand the log over as a workbook."""
    return download(workbook_of([log_sheet(_export(request))]), _name(request, "xlsx"), WORKBOOK)


@for_members
@require_GET
def values(request: MemberRequest) -> HttpResponse:
    """Hand the log over as comma-separated values."""
    content = csv_of(log_sheet(_export(request)), get_language() or "")
    return download(content, _name(request, "csv"), "text/csv; charset=utf-8")


@for_members
@require_GET
def records(request: MemberRequest) -> HttpResponse:
    """Hand the log over as JSON, in the words in which it was written."""
    content = RecordRenderer().render(_export(request))
    return download(content, _name(request, "json"), "application/json")


@for_members
@require_GET
def on_paper(request: MemberRequest) -> HttpResponse:
    """Show the log as a list to print."""
    export = _export(request)
    return render(
        request,
        "actions/print.html",
        {
            "export": export,
            "lines": [action_line(action, request.member) for action in export.actions],
            "query": request.GET.urlencode(),
        },
    )


def _export(request: MemberRequest) -> LogExport:
    wanted = LogFilterForm(request.GET, member=request.member).wanted()
    return log_export_of(request.member, wanted)


def _name(request: MemberRequest, ending: str) -> str:
    name = slugify(request.member.partnership.name)[:LONGEST_NAME].strip("-")
    return f"{name or 'actions'}-{today().isoformat()}.{ending}"
