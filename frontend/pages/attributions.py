"""What notes of a session may say of their writers: decided before anybody writes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from frontend.forms.outcome import is_done
from frontend.forms.speaking import AttributionsForm
from frontend.signed_in import MemberRequest, for_members
from reflections.queries.sessions import session_run_by
from reflections.services.attributions import set_attributions


@for_members
@require_http_methods(["GET", "POST"])
def attributions(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Show what people can choose from, and change it."""
    member = request.member
    session = session_run_by(member, session_id)
    said = request.POST if request.method == "POST" else None
    form = AttributionsForm(said, initial={"allowed": session.allowed_attributions})
    if request.method == "POST" and is_done(
        form, lambda said: set_attributions(member, session_id, allowed=said["allowed"])
    ):
        messages.success(request, _("The changes are saved."))
        return redirect("session", member.partnership.slug, session_id)
    return render(request, "board/attributions.html", {"session": session, "form": form})
