"""One session, as it is now: planned, open with its live board, or finished with its result."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from actions.services.closing import reopen_session
from frontend.action_words import action_line, action_line_for_guests
from frontend.pages.attending import facts_of
from frontend.pages.joining import visitor_of
from frontend.pages.result import Result, result_of
from frontend.pages.talk import talk_of
from frontend.signed_in import MemberRequest, for_members
from kernel.errors import DomainError
from partnerships.models.membership import Membership
from reflections.models.participant import Participant, ParticipantState
from reflections.models.session import ReflectionSession
from reflections.policies import (
    may_import_notes,
    may_keep_the_door,
    may_reply_to_items,
    may_run_session,
    may_send_up,
)
from reflections.queries.board import BoardView, board_view_on, guest_view_of
from reflections.queries.participants import has_joined, part_of
from reflections.queries.region_items import items_for
from reflections.queries.sessions import sessions_of
from reflections.services.joining import join_session
from reflections.services.leading import open_input, start_session
from reflections.states import SessionState

STEPS: dict[str, Callable[[Membership, UUID], object]] = {
    "open_input": open_input,
    "start": start_session,
    "join": join_session,
    "look_on": partial(join_session, is_observer=True),
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
        view = board_view_on(member, found)
        shown = result_of(view, found, lambda action: action_line(action, member))
        may = {
            "may_reply": found.is_region_wide and may_reply_to_items(member, found),
            "may_send_up": not found.is_region_wide and may_send_up(member, found),
        }
        may["may_reopen"] = found.reopened_at is None and may_run_session(member, found)
        return render(request, "board/result.html", {**_result(found, view, shown), **may})
    if found.is_open and has_joined(member, found):
        return render(request, "board/board.html", _for_island(request, found))
    return render(request, "board/session.html", _details(request, found))


@require_GET
def take_part(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Show a guest the session that she is in, or that she waits to be let into."""
    part = part_of(visitor_of(request), session_id)
    if part is None:
        raise Participant.DoesNotExist
    if part.membership:
        return redirect("session", part.session.partnership.slug, session_id)
    if part.state != ParticipantState.JOINED:
        context = {"session": part.session, "is_removed": part.state == ParticipantState.REMOVED}
        return render(request, "join/waiting.html", context)
    found = part.session
    if found.state == SessionState.CLOSED:
        partnership, view = found.partnership, guest_view_of(part)
        shown = result_of(view, found, lambda action: action_line_for_guests(action, partnership))
        context = {**_result(found, view, shown), "is_guest": True}
        return render(request, "board/result.html", context)
    return render(request, "board/board.html", {"session": found})


def _result(found: ReflectionSession, view: BoardView, shown: Result) -> dict[str, Any]:
    return {"session": found, "talk": talk_of(view, shown), **vars(shown)}


def _take(request: MemberRequest, found: ReflectionSession) -> None:
    name = request.POST.get("step", "")
    try:
        if name in STEPS:
            STEPS[name](request.member, found.pk)
        elif name == "reopen":
            reopen_session(request.member, found.pk, reason=request.POST.get("reason", ""))
    except DomainError as error:
        messages.error(request, error.message)


def _details(request: MemberRequest, found: ReflectionSession) -> dict[str, Any]:
    member = request.member
    return {
        **facts_of(member, found),
        "may_import": may_import_notes(member, found),
        "region_items": items_for(found) if found.is_region_wide else [],
        "may_keep_the_door": may_keep_the_door(member, found),
    }


def _for_island(request: MemberRequest, found: ReflectionSession) -> dict[str, Any]:
    slug = request.member.partnership.slug
    return {
        "session": found,
        "note_url": reverse("note", args=[slug, NO_ID]),
        "door_url": reverse("door", args=[slug, found.pk]),
        "facilitators_url": reverse("facilitators", args=[slug, found.pk]),
        "report_url": reverse("report", args=[slug, found.pk]),
        "about_url": reverse("about_session", args=[slug, found.pk]),
        "for_others_url": reverse("for_others", args=[slug, found.pk]),
        "may_import": may_import_notes(request.member, found),
    }
