"""Who runs a session: its lead, those beside her, and handing the lead over."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from eventlog.events import partnership_stream
from frontend.signed_in import MemberRequest, for_members
from kernel.errors import DomainError
from partnerships.models.membership import Membership
from partnerships.queries import members_of
from reflections.models.session import ReflectionSession
from reflections.policies import may_appoint_facilitators, may_run_session
from reflections.queries.sessions import session_run_by, sessions_of
from reflections.services.facilitators import add_facilitator, hand_over, remove_facilitator

STEPS: dict[str, Callable[..., ReflectionSession]] = {
    "add": add_facilitator,
    "remove": remove_facilitator,
    "hand_over": hand_over,
}


@for_members
@require_http_methods(["GET", "POST"])
def facilitators(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Show who runs the session, or change that and come back."""
    member = request.member
    session = session_run_by(member, session_id)
    if request.method == "POST":
        _take(request, session_id)
        changed = sessions_of(member).get(pk=session_id)
        here = "facilitators" if may_run_session(member, changed) else "session"
        return redirect(here, member.partnership.slug, session_id)
    beside = [one.membership for one in session.co_facilitators.all()]
    return render(
        request,
        "board/facilitators.html",
        {
            "session": session,
            "partnership": member.partnership,
            "beside": beside,
            "others": _others(member, session, beside),
            "may_appoint": may_appoint_facilitators(member, session),
            "stream": partnership_stream(member.partnership_id),
        },
    )


def _take(request: MemberRequest, session_id: UUID) -> None:
    step = STEPS.get(request.POST.get("step", ""))
    try:
        chosen = UUID(request.POST.get("member", ""))
    except ValueError:
        messages.error(request, _("Please choose a person first."))
        return
    if step is None:
        return
    try:
        step(request.member, session_id, member_id=chosen)
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("The changes are saved."))


def _others(
    member: Membership, session: ReflectionSession, beside: list[Membership]
) -> list[Membership]:
    known = {session.facilitator_id, member.pk, *(one.pk for one in beside)}
    return [one for one in members_of(member) if one.may("session.plan") and one.pk not in known]
