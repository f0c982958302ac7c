"""The report of a session: as a page to read and to print, as PDF and for Word."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import get_language, get_language_info
from django.views.decorators.http import require_GET

from frontend.documents.blocks import Document
from frontend.documents.pdf import pdf_of
from frontend.documents.word import word_of
from frontend.downloads import download, name_for
from frontend.report.contents import report_of
from frontend.report.source import ReportSource, source_of
from frontend.signed_in import MemberRequest, for_members
from reflections.policies import may_export_session

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@for_members
@require_GET
def report(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Show the report, and what else it can be had as."""
    source, document = _report(request, session_id)
    others = [code for code, _name in settings.LANGUAGES if code != document.language]
    return render(
        request,
        "report/report.html",
        {
            "document": document,
            "session": source.session,
            "other_languages": [get_language_info(code) for code in others],
            "may_export": may_export_session(request.member, source.session),
            "json_name": name_for(source.session, "json"),
        },
    )


@for_members
@require_GET
def pdf(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Hand the report over as PDF."""
    source, document = _report(request, session_id)
    return download(pdf_of(document), name_for(source.session, "pdf"), PDF)


@for_members
@require_GET
def word(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Hand the report over as a document for Word."""
    source, document = _report(request, session_id)
    return download(word_of(document), name_for(source.session, "docx"), WORD)


def _report(request: MemberRequest, session_id: UUID) -> tuple[ReportSource, Document]:
    """Make the report in the language that was asked for, or else in the reader's own."""
    asked = request.GET.get("in", "")
    language = asked if asked in dict(settings.LANGUAGES) else get_language()
    with translation.override(language):
        source = source_of(request.member, session_id)
        return source, report_of(source)
