"""The sessions of a partnership: the list of them, planning a new one, changing and cancelling one."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from eventlog.events import partnership_stream
from frontend.forms.outcome import is_done
from frontend.forms.sessions import CancelForm, ChangeForm, PlanForm
from frontend.pages.templates import gallery_for
from frontend.session_words import when_words
from frontend.signed_in import MemberRequest, for_members
from frontend.template_words import language_of, shown
from kernel.errors import NotAllowedError
from partnerships.models.membership import Membership
from reflections.models.session import ReflectionSession
from reflections.queries.sessions import session_run_by, sessions_of
from reflections.queries.templates import is_for_planning, template_named
from reflections.records.template import TemplateRecord
from reflections.services.changing import cancel_session, change_session
from reflections.services.details import SessionDetails
from reflections.services.planning import SessionPlan, draft_session, plan_session
from reflections.states import OPEN_STATES, PREPARED_STATES, SessionState

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
    """Plan a session from a template, or keep the plan as a draft."""
    member = request.member
    if not member.may("session.plan"):
        raise NotAllowedError(_("Only programme managers and facilitators can plan sessions."))
    template = _template(request)
    if template is None:
        return render(request, "board/choose_template.html", gallery_for(member))
    form = PlanForm(request.POST or None, member=member, template=template)
    is_draft = "draft" in request.POST
    keep = draft_session if is_draft else plan_session
    if request.method == "POST" and is_done(
        form, lambda said: _keep(keep, member, template=template.name, **said)
    ):
        messages.success(
            request,
            _("The draft is kept. Only those who plan see it.")
            if is_draft
            else _("The session is planned. This page shows what is left to prepare."),
        )
        return redirect("prepare_session", member.partnership.slug, form.cleaned_data["session_id"])
    return render(request, "board/plan.html", {"form": form, "shown": shown(template)})


@for_members
@require_http_methods(["GET", "POST"])
def change(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Change what a session is about, when, where and how, until it is live."""
    member = request.member
    session = session_run_by(member, session_id)
    if session.state not in PREPARED_STATES:
        return _too_late(request, session)
    form = ChangeForm(request.POST or None, member=member, session=session)
    if request.method == "POST" and is_done(form, lambda said: _change(member, session, **said)):
        messages.success(request, _("The changes are saved."))
        return redirect("prepare_session", member.partnership.slug, session_id)
    return render(request, "board/change.html", {"form": form, "session": session})


@for_members
@require_http_methods(["GET", "POST"])
def cancel(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Ask why, then call a session off."""
    member = request.member
    session = session_run_by(member, session_id)
    if session.state not in PREPARED_STATES:
        return _too_late(request, session)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and is_done(
        form, lambda said: cancel_session(member, session_id, **said)
    ):
        messages.success(request, _("The session is cancelled."))
        return redirect("session", member.partnership.slug, session_id)
    context = {
        "form": form,
        "session": session,
        "when": when_words(session),
        "invited": session.invitations.count(),
    }
    return render(request, "board/cancel.html", context)


def _template(request: MemberRequest) -> TemplateRecord | None:
    """Return the template that was chosen to plan from.

    Once there is something typed it is kept whatever became of the template: the rule says no.
    """
    member = request.member
    name = request.POST.get("template") or request.GET.get("template", "")
    try:
        found = template_named(member, name, language_of(member))
    except ObjectDoesNotExist:
        return None
    return found if request.method == "POST" or is_for_planning(found) else None


def _keep(
    keep: Callable[..., ReflectionSession], member: Membership, *, session_id: UUID, **said: Any
) -> None:
    keep(member, session_id=session_id, plan=SessionPlan(**said))


def _too_late(request: MemberRequest, session: ReflectionSession) -> HttpResponse:
    messages.error(request, _("The session has begun or is over; its plan stays as it is."))
    return redirect("session", request.member.partnership.slug, session.pk)


def _change(member: Membership, session: ReflectionSession, *, version: int, **said: Any) -> None:
    change_session(member, session.pk, details=SessionDetails(**said), version=version)
