"""All notes, groups, insights and actions of a session as files, for those who run it."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from actions.queries.export import export_of
from frontend.downloads import download, name_for
from frontend.exports.files import csv_archive_of, workbook_of
from frontend.exports.sheets import sheets_of
from frontend.signed_in import MemberRequest, for_members
from reflections.queries.sessions import sessions_of

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ARCHIVE = "application/zip"


@for_members
@require_GET
def sheet(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Hand everything over as one workbook."""
    book = workbook_of(sheets_of(export_of(request.member, session_id)))
    return download(book, _name(request, session_id, "xlsx"), WORKBOOK)


@for_members
@require_GET
def values(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Hand everything over as files of comma-separated values."""
    sheets = sheets_of(export_of(request.member, session_id))
    archive = csv_archive_of(sheets, get_language() or "")
    return download(archive, _name(request, session_id, "zip"), ARCHIVE)


def _name(request: MemberRequest, session_id: UUID, ending: str) -> str:
    return name_for(sessions_of(request.member).get(pk=session_id), ending)
