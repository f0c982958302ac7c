"""The door of a session: what to show in the room, who waits, who may come in."""

from typing import Any
from uuid import UUID

import segno
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from eventlog.events import session_stream
from frontend.forms.joining import DoorForm
from frontend.forms.outcome import is_done
from frontend.signed_in import MemberRequest, for_members
from kernel.errors import DomainError, NotAllowedError
from reflections.models.participant import Participant, ParticipantState
from reflections.models.session import CODE_LENGTH, ReflectionSession
from reflections.policies import may_keep_the_door
from reflections.queries.participants import has_joined, participants
from reflections.queries.sessions import sessions_of
from reflections.services.door import (
    Door,
    admit_participant,
    change_door,
    remove_participant,
    renew_join_secrets,
)


@for_members
@require_http_methods(["GET", "POST"])
def door(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Show how people get in, and take a step at the door."""
    member = request.member
    session = sessions_of(member).get(pk=session_id)
    if not may_keep_the_door(member, session):
        raise NotAllowedError(
            _("Only the facilitator or a programme manager decides who comes in.")
        )
    form = DoorForm(request.POST or None, initial=_initial(session))
    step = request.POST.get("step", "")
    if step == "change" and is_done(
        form, lambda said: change_door(member, session_id, door=Door(**said))
    ):
        messages.success(request, _("The changes are saved."))
        return redirect("door", member.partnership.slug, session_id)
    if step in {"renew", "admit", "remove"}:
        _take(request, session_id, step)
        return redirect("door", member.partnership.slug, session_id)
    if step != "change":
        form = DoorForm(initial=_initial(session))
    return render(request, "join/door.html", _context(request, session, form))


def _take(request: MemberRequest, session_id: UUID, step: str) -> None:
    member, named = request.member, request.POST.get("participant", "")
    try:
        if step == "renew":
            renew_join_secrets(member, session_id)
            messages.success(request, _("The old link and code open nothing any more."))
        elif step == "admit":
            admit_participant(member, session_id, participant_id=UUID(named))
        else:
            remove_participant(member, session_id, participant_id=UUID(named))
    except ValueError:
        raise Participant.DoesNotExist from None
    except DomainError as error:
        messages.error(request, error.message)


def _initial(session: ReflectionSession) -> dict[str, Any]:
    return {name: getattr(session, name) for name in DoorForm.base_fields}


def _context(request: MemberRequest, session: ReflectionSession, form: DoorForm) -> dict[str, Any]:
    people = participants().filter(session=session).order_by("joined_at")
    half, code = CODE_LENGTH // 2, session.join_code
    link = f"{request.build_absolute_uri(reverse('join'))}#{session.join_key}"
    is_live = has_joined(request.member, session)
    return {
        "session": session,
        "partnership": request.member.partnership,
        "form": form,
        "address": request.build_absolute_uri(reverse("join")),
        "code": f"{code[:half]}-{code[half:]}" if code else "",
        "link": link,
        "square": _square(link),
        "waiting": [one for one in people if one.state == ParticipantState.WAITING],
        "inside": [one for one in people if one.state == ParticipantState.JOINED],
        "removed": [one for one in people if one.state == ParticipantState.REMOVED],
        "stream": session_stream(session.pk) if is_live else "",
    }


def _square(link: str) -> str:
    """Return the address of a picture of the link, which a phone reads."""
    made = segno.make(link, error="m", micro=False)
    picture: str = made.svg_data_uri(scale=6, border=4, dark="#000", light="#fff", omitsize=True)
    return picture
