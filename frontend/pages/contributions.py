"""What became of one's own notes: for members over all their partnerships, for guests in this browser."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from actions.queries.contributions import contributions_of
from eventlog.events import partnership_stream, session_stream
from frontend.contribution_words import contribution_line
from frontend.pages.joining import visitor_of
from kernel.errors import DomainError
from partnerships.queries import memberships_of
from reflections.models.reaction import Verdict
from reflections.queries.participants import guest_parts_of
from reflections.services.reacting import react_to_feedback
from reflections.visitors import Visitor

PER_PAGE = 30


@require_http_methods(["GET", "POST"])
def my_input(request: HttpRequest) -> HttpResponse:
    """Show what became of each note, or keep what its writer says to an answer."""
    visitor = visitor_of(request)
    if request.method == "POST":
        _react(request, visitor)
        return redirect(request.get_full_path())
    lines = [contribution_line(note) for note in contributions_of(visitor)]
    unanswered = [line for line in lines if not line.is_answered]
    is_filtered = request.GET.get("show") == "unanswered"
    page = Paginator(unanswered if is_filtered else lines, PER_PAGE).get_page(
        request.GET.get("page")
    )
    return render(
        request,
        "contributions/my_input.html",
        {
            "lines": list(page),
            "page": page,
            "count": len(lines),
            "unanswered": len(unanswered),
            "is_filtered": is_filtered,
            "streams": " ".join(_streams(visitor)),
        },
    )


def _react(request: HttpRequest, visitor: Visitor) -> None:
    try:
        note_id = UUID(request.POST.get("note_id", ""))
        feedback_id = UUID(request.POST.get("feedback_id", ""))
    except ValueError:
        raise Http404 from None
    verdict = request.POST.get("verdict", "")
    try:
        react_to_feedback(
            visitor,
            note_id,
            feedback_id=feedback_id,
            verdict=verdict,
            sentence=request.POST.get("sentence", ""),
        )
    except DomainError as error:
        messages.error(request, error.message)
        return
    if verdict == Verdict.NOT_ANSWERED:
        messages.success(
            request, _("Thank you. Those who lead the session see that you ask again.")
        )
    else:
        messages.success(request, _("Thank you. Those who lead the session see that it helps."))


def _streams(visitor: Visitor) -> list[str]:
    members = memberships_of(visitor.person) if visitor.person else []
    return [
        *(partnership_stream(member.partnership_id) for member in members),
        *(session_stream(part.session_id) for part in guest_parts_of(visitor)),
    ]
