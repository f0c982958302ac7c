"""Calendar feeds: their addresses, and what a program for calendars reads there."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from frontend.letters.feeds import feed_file
from frontend.letters.links import link_to
from frontend.signed_in import SignedInRequest
from partnerships.queries import memberships_of
from reminders.links import feed_token_for
from reminders.queries.feeds import days_behind, feeds_of
from reminders.services.feeds import renew_feed


@login_required
@require_http_methods(["GET", "POST"])
def calendars(request: SignedInRequest) -> HttpResponse:
    """Show the addresses, or make a new one."""
    if request.method == "POST":
        renew_feed(request.user, slug=request.POST.get("slug", ""))
        messages.success(
            request, _("The address is made. One that was there before opens nothing.")
        )
        return redirect("calendars")
    made = {feed.partnership_id: feed for feed in feeds_of(request.user)}
    places = [None, *(member.partnership for member in memberships_of(request.user))]
    rows = [
        {
            "partnership": place,
            "address": link_to("calendar_feed", feed_token_for(feed)) if feed else "",
        }
        for place in places
        for feed in [made.get(place.pk if place else None)]
    ]
    return render(request, "inbox/calendars.html", {"rows": rows})


@never_cache
@require_GET
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Answer a program for calendars that knows the address."""
    answer = HttpResponse(
        feed_file(days_behind(token)), content_type="text/calendar; charset=utf-8"
    )
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
