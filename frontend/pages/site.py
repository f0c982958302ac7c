"""Pages about the site itself, the same for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def about(request: HttpRequest) -> HttpResponse:
    """Say what Doorwerk is and where imported data came from."""
    return render(request, "pages/about.html")


def accessibility(request: HttpRequest) -> HttpResponse:
    """State how accessible the site is and what was not tested."""
    return render(request, "pages/accessibility.html")


def help_page(request: HttpRequest) -> HttpResponse:
    """Explain the few things that everybody does here."""
    return render(request, "pages/help.html")
