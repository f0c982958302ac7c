"""One session, as it is now: planned, open with its live board, or finished with its result."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from eventlog.events import partnership_stream
from frontend.pages.result import result_of
from frontend.signed_in import MemberRequest, SignedInRequest, for_members
from kernel.errors import DomainError, NotAllowedError
from partnerships.models.membership import Membership
from partnerships.queries import memberships_of
from reflections.models.session import ReflectionSession
from reflections.policies import may_import_notes, may_run_session
from reflections.queries.board import board_view_of
from reflections.queries.sessions import has_joined, session_with_key, sessions_of
from reflections.services.joining import join_session
from reflections.services.leading import open_input, start_session
from reflections.states import OPEN_STATES, SessionState

STEPS: dict[str, Callable[[Membership, UUID], object]] = {
    "open_input": open_input,
    "start": start_session,
    "join": join_session,
}
NO_ID = UUID(int=0)


@for_members
@require_http_methods(["GET", "POST"])
def session(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Show the session, or take a step with it and come back."""
    member = request.member
    found = sessions_of(member).get(pk=session_id)
    if request.method == "POST":
        _take(request, found)
        return redirect("session", member.partnership.slug, session_id)
    if found.state == SessionState.CLOSED:
        view = board_view_of(member, session_id)
        return render(request, "board/result.html", {"session": found, **result_of(member, view)})
    if _is_open(found) and has_joined(member, found):
        return render(request, "board/board.html", _for_island(request, found))
    return render(request, "board/session.html", _details(request, found))


@login_required
@require_http_methods(["GET", "POST"])
def join(request: SignedInRequest, join_key: str) -> HttpResponseBase:
    """Say which session a shared link leads to, and join it."""
    found = session_with_key(join_key)
    member = memberships_of(request.user).filter(partnership=found.partnership_id).first()
    if member is None:
        raise NotAllowedError(
            _(
                "This link is for members of a partnership that you are not in."
                " Ask whoever sent it to add you."
            )
        )
    url = reverse("session", args=[found.partnership.slug, found.pk])
    if request.method == "POST":
        join_session(member, found.pk)
        return redirect(url)
    if found.state == SessionState.CLOSED or has_joined(member, found):
        return redirect(url)
    return render(request, "board/join.html", _invitation(member, found))


def _take(request: MemberRequest, found: ReflectionSession) -> None:
    step = STEPS.get(request.POST.get("step", ""))
    if step is None:
        return
    try:
        step(request.member, found.pk)
    except DomainError as error:
        messages.error(request, error.message)


def _invitation(member: Membership, found: ReflectionSession) -> dict[str, Any]:
    stream = partnership_stream(member.partnership_id)
    return {"session": found, "is_open": _is_open(found), "stream": stream}


def _is_open(found: ReflectionSession) -> bool:
    return found.state in OPEN_STATES


def _details(request: MemberRequest, found: ReflectionSession) -> dict[str, Any]:
    member = request.member
    return {
        "session": found,
        "is_open": _is_open(found),
        "may_run": may_run_session(member, found),
        "may_import": may_import_notes(member, found),
        "join_url": _join_url(request, found),
        "stream": partnership_stream(member.partnership_id),
    }


def _for_island(request: MemberRequest, found: ReflectionSession) -> dict[str, Any]:
    slug = request.member.partnership.slug
    return {
        "session": found,
        "join_url": _join_url(request, found),
        "note_url": reverse("note", args=[slug, NO_ID]),
        "actions_url": reverse("actions", args=[slug]),
        "may_import": may_import_notes(request.member, found),
    }


def _join_url(request: MemberRequest, found: ReflectionSession) -> str:
    return request.build_absolute_uri(reverse("join", args=[found.join_key]))
