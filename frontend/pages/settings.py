"""What a partnership decides for itself, on a page of the programme manager."""

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from frontend.forms.outcome import is_done
from frontend.forms.settings import SettingsForm
from frontend.signed_in import MemberRequest, for_members
from kernel.errors import NotAllowedError
from partnerships.services.settings import Settings, change_settings, settings_of


@for_members
@require_http_methods(["GET", "POST"])
def settings(request: MemberRequest) -> HttpResponse:
    """Show and change them."""
    member = request.member
    if not member.may("settings.change"):
        raise NotAllowedError(_("Only a programme manager can change these settings."))
    form = SettingsForm(request.POST or None, initial=asdict(settings_of(member)))
    if request.method == "POST" and is_done(
        form, lambda said: change_settings(member, settings=Settings(**said))
    ):
        messages.success(request, _("The changes are saved."))
        return redirect("partnership_settings", member.partnership.slug)
    context = {"form": form, "partnership": member.partnership}
    return render(request, "partnership/settings.html", context)
