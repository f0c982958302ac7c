"""The report of a session: as a page to read and to print, as PDF and for Word."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language, get_language_info
from django.views.decorators.http import require_GET

from eventlog.events import partnership_stream, session_stream
from frontend.documents.blocks import Document
from frontend.documents.pdf import pdf_of
from frontend.documents.word import word_of
from frontend.downloads import download, name_for
from frontend.pages.joining import visitor_of
from frontend.report.contents import report_of
from frontend.report.source import ReportSource, guest_source_of, source_of
from frontend.report.you_said import you_said_of
from frontend.signed_in import MemberRequest, for_members
from reflections.policies import may_export_session
from reflections.queries.participants import acting_part

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


@for_members
@require_GET
def you_said(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Show what became of what people said in a session, insight by insight."""
    source = source_of(request.member, session_id)
    slug = request.member.partnership.slug
    return _you_said(request, source, reverse("session", args=[slug, session_id]))


@require_GET
def you_said_to_guests(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Show the same to a guest who takes part."""
    part = acting_part(visitor_of(request), session_id)
    if part.membership:
        return redirect("you_said", part.session.partnership.slug, session_id)
    address = reverse("take_part", args=[session_id])
    return _you_said(request, guest_source_of(part), address, is_guest=True)


def _you_said(
    request: HttpRequest, source: ReportSource, address: str, *, is_guest: bool = False
) -> HttpResponse:
    session = source.session
    stream = session_stream(session.pk) if is_guest else partnership_stream(session.partnership_id)
    shown = {
        "document": you_said_of(source),
        "session": session,
        "session_url": address,
        "is_guest": is_guest,
        "stream": stream,
    }
    return render(request, "report/you_said.html", shown)


def _report(request: MemberRequest, session_id: UUID) -> tuple[ReportSource, Document]:
    """Make the report in the language that was asked for, or else in the reader's own."""
    asked = request.GET.get("in", "")
    language = asked if asked in dict(settings.LANGUAGES) else get_language()
    with translation.override(language):
        source = source_of(request.member, session_id)
        return source, report_of(source)
