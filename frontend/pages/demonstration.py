"""Trying the product: signing in as one of the people of the demonstration data."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from accounts.queries import demonstration_person


@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the demonstration people with one click; exists in demonstrations only."""
    if not settings.DEMONSTRATION:
        raise Http404
    person = demonstration_person(request.POST.get("person", ""))
    login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect(_next_page(request) or settings.LOGIN_REDIRECT_URL)


def _next_page(request: HttpRequest) -> str:
    page = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(page, allowed_hosts={request.get_host()})
    return page if is_ours else ""
