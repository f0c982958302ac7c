"""The webhooks of a partnership: which programmes are told what happens, and what became of it."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from frontend.forms.outcome import is_done
from frontend.forms.webhooks import WebhookForm
from frontend.signed_in import MemberRequest, for_members
from partnerships.queries import webhooks_of
from partnerships.services.webhooks import (
    NewWebhook,
    add_webhook,
    remove_webhook,
    resume_webhook,
)

SHOWN = 30  # deliveries of each


@for_members
@require_http_methods(["GET", "POST"])
def webhooks(request: MemberRequest) -> HttpResponse:
    """List them with what became of each telling; add another, whose secret is shown once."""
    found = webhooks_of(request.member)
    form = WebhookForm(request.POST or None)
    made: list[NewWebhook] = []

    def add(said: dict[str, Any]) -> None:
        made.append(add_webhook(request.member, **said))

    if request.method == "POST" and is_done(form, add):
        form = WebhookForm()
    context = {
        "form": form,
        "made": made[0] if made else None,
        "webhooks": [(one, one.deliveries.all()[:SHOWN]) for one in found.all()],
        "is_on": settings.WEBHOOKS,
    }
    return render(request, "pages/webhooks.html", context)


@for_members
@require_POST
def remove(request: MemberRequest, webhook_id: UUID) -> HttpResponse:
    """Have one told nothing any more."""
    remove_webhook(request.member, webhook_id)
    messages.success(request, _("The webhook is removed."))
    return redirect("webhooks", request.member.partnership.slug)


@for_members
@require_POST
def resume(request: MemberRequest, webhook_id: UUID) -> HttpResponse:
    """Tell one again that was switched off."""
    resume_webhook(request.member, webhook_id)
    messages.success(request, _("The webhook is told again what happens from now on."))
    return redirect("webhooks", request.member.partnership.slug)
