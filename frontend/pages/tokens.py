"""One's own tokens: what programmes may do in one's name, and for how long."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import Scope
from accounts.queries import tokens_of
from accounts.services import NewToken, end_token, make_token
from frontend.forms.outcome import is_done
from frontend.forms.tokens import EndTokenForm, TokenForm
from frontend.signed_in import SignedInRequest
from kernel.clock import today


@login_required
@require_http_methods(["GET", "POST"])
def own_tokens(request: SignedInRequest) -> HttpResponse:
    """List one's tokens and make another one, whose secret is shown in this answer only."""
    form = TokenForm(request.POST or None)
    made: list[NewToken] = []

    def make(said: dict[str, Any]) -> None:
        made.append(make_token(request.user, **said))

    if request.method == "POST" and is_done(form, make):
        form = TokenForm()
    tokens = tokens_of(request.user)
    context = {
        "form": form,
        "made": made[0] if made else None,
        "tokens": [(token, _scopes(token.scopes)) for token in tokens if token.holds(today())],
        "ended": [token for token in tokens if not token.holds(today())],
    }
    return render(request, "pages/own_tokens.html", context)


@login_required
@require_POST
def end(request: SignedInRequest) -> HttpResponse:
    """Let one of one's tokens hold no longer."""
    form = EndTokenForm(request.POST)
    if not form.is_valid():
        raise Http404
    token = end_token(request.user, form.cleaned_data["token"])
    messages.success(request, _("The token “%(name)s” does not hold any more.") % {"name": token})
    return redirect("own_tokens")


def _scopes(scopes: list[str]) -> list[str]:
    return [str(Scope(scope).label) for scope in scopes]
