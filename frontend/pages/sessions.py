"""The sessions of a partnership, and planning a new one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from eventlog.events import partnership_stream
from frontend.forms.outcome import is_done
from frontend.forms.sessions import PlanForm
from frontend.signed_in import MemberRequest, for_members
from kernel.errors import NotAllowedError
from partnerships.models.membership import Membership
from reflections.queries.sessions import sessions_of
from reflections.services.planning import SessionPlan, plan_session
from reflections.states import OPEN_STATES, SessionState

PER_PAGE = 30


@for_members
@require_GET
def sessions(request: MemberRequest) -> HttpResponse:
    """List the sessions: open ones first, then those to come, then those that were."""
    member = request.member
    page = Paginator(sessions_of(member), PER_PAGE).get_page(request.GET.get("page"))
    shown = list(page)
    return render(
        request,
        "board/sessions.html",
        {
            "page": page,
            "parts": [
                (_("Open now"), [one for one in shown if one.state in OPEN_STATES]),
                (_("To come"), [one for one in shown if one.state == SessionState.PLANNED]),
                (_("Drafts"), [one for one in shown if one.state == SessionState.DRAFT]),
                (_("Finished"), [one for one in shown if one.state == SessionState.CLOSED]),
                (_("Cancelled"), [one for one in shown if one.state == SessionState.CANCELLED]),
            ],
            "open_states": OPEN_STATES,
            "may_plan": member.may("session.plan"),
            "stream": partnership_stream(member.partnership_id),
        },
    )


@for_members
@require_http_methods(["GET", "POST"])
def plan(request: MemberRequest) -> HttpResponse:
    """Plan a session from a template."""
    member = request.member
    if not member.may("session.plan"):
        raise NotAllowedError(_("Only programme managers and facilitators can plan sessions."))
    form = PlanForm(request.POST or None, member=member)
    if request.method == "POST" and is_done(form, lambda said: _plan(member, **said)):
        messages.success(request, _("The session is planned. Share its link with those invited."))
        return redirect("session", member.partnership.slug, form.cleaned_data["session_id"])
    return render(request, "board/plan.html", {"form": form})


def _plan(member: Membership, *, session_id: UUID, **said: Any) -> None:
    plan_session(member, session_id=session_id, plan=SessionPlan(**said))
