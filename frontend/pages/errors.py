"""The pages that say that something did not work, and what to do next."""

import logging
import secrets

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a request that cannot be understood."""
    return refused(request, status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer somebody who may not do this."""
    return refused(request, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer a wrong address."""
    return refused(request, status=404)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that did not come from a page of ours, or from one that was open too long."""
    sentence = _(
        "This page was open for too long, or cookies are switched off."
        " Go back, load the page again and send it once more."
    )
    return refused(request, status=403, sentence=sentence)


def refused(request: HttpRequest, *, status: int, sentence: str = "") -> HttpResponse:
    """Render the error page for *status*; the *sentence* of a rule takes the place of the usual one."""
    if request.path.startswith("/api/"):
        return _problem(status, sentence or _title_of(status))
    template = f"{status}.html" if status in {400, 403, 404, 409} else "400.html"
    return render(request, template, {"sentence": sentence}, status=status)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer a fault of ours with a number by which its log lines are found."""
    reference = secrets.token_hex(4).upper()
    logger.error("Reference %s: %s %s", reference, request.method, request.path)
    if request.path.startswith("/api/"):
        return _problem(500, _("Something went wrong here. Reference: %s") % reference)
    return HttpResponse(render_to_string("500.html", {"reference": reference}), status=500)


def _problem(status: int, sentence: str) -> HttpResponse:
    codes = {400: "invalid_input", 403: "not_allowed", 404: "not_found", 409: "conflict"}
    body = {
        "type": "about:blank",
        "title": sentence,
        "status": status,
        "detail": sentence,
        "code": codes.get(status, "server_error"),
    }
    return JsonResponse(body, status=status, content_type="application/problem+json")


def _title_of(status: int) -> str:
    return {
        400: _("This request could not be understood."),
        403: _("You may not do this."),
        404: _("There is nothing at this address."),
    }.get(status, _("This did not work."))
