"""What a partnership shows to everybody: its public actions in plain words, without names."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from actions.queries.sight import public_actions_of


@require_GET
def public_actions(request: HttpRequest, slug: str) -> HttpResponse:
    """Show them; a partnership that shows nothing is not known here."""
    shown = public_actions_of(slug)
    if not shown:
        raise Http404
    return render(
        request,
        "actions/public.html",
        {"actions": shown, "partnership": shown[0].partnership},
    )
