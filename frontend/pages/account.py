"""One's own account: name and language."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django.views.i18n import set_language

from accounts.services import change_own_account, choose_language
from frontend.forms.account import OwnAccountForm
from frontend.forms.outcome import is_done
from frontend.signed_in import SignedInRequest


@login_required
@require_http_methods(["GET", "POST"])
def own_account(request: SignedInRequest) -> HttpResponse:
    """Show and change one's own name and language."""
    person = request.user
    form = OwnAccountForm(
        request.POST or None, initial={"name": person.name, "language": person.language}
    )
    if request.method == "POST" and is_done(
        form, lambda values: change_own_account(person, **values)
    ):
        with translation.override(person.language or translation.get_language()):
            messages.success(request, _("Your details are saved."))
        return redirect("own_account")
    return render(request, "pages/own_account.html", {"form": form})


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Switch the language here, and on all devices of somebody who is signed in."""
    chosen = request.POST.get("language", "")
    if request.user.is_authenticated and chosen:
        choose_language(request.user, language=chosen)
    return set_language(request)
