"""The first page: what Doorwerk is for visitors, one's partnerships for those signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from frontend.words import role_words
from partnerships.queries import memberships_of


def home(request: HttpRequest) -> HttpResponse:
    """Show visitors what this is, and members their partnerships."""
    if not request.user.is_authenticated:
        return render(request, "pages/welcome.html")
    memberships = [
        {"partnership": member.partnership, "roles": role_words(member.roles)}
        for member in memberships_of(request.user)
    ]
    return render(request, "pages/home.html", {"memberships": memberships})
