"""What somebody who may come needs: the facts of a session, her answer, her calendar, her link."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from eventlog.events import partnership_stream
from frontend.forms.outcome import is_done
from frontend.forms.preparation import AnswerForm
from frontend.forms.templates import copy_of_session
from frontend.letters.calendar import calendar_file
from frontend.session_words import when_words, zone_words
from frontend.signed_in import MemberRequest, for_members
from partnerships.models.membership import Membership
from partnerships.queries import memberships_of
from reflections.agenda import agenda_of
from reflections.models.session import ReflectionSession
from reflections.policies import may_change_data, may_manage_templates, may_run_session
from reflections.queries.participants import has_joined
from reflections.queries.preparation import data_items_of, invitation_to, own_needs
from reflections.queries.series import session_to_open
from reflections.queries.sessions import sessions_of
from reflections.services.answering import Reply, answer_invitation
from reflections.states import ANSWERABLE_STATES, OVER_STATES


@for_members
@require_GET
def about(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Show when, where, why and how, whatever the session is doing now."""
    session = sessions_of(request.member).get(pk=session_id)
    return render(request, "board/about.html", facts_of(request.member, session))


@for_members
@require_http_methods(["GET", "POST"])
def answer(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Let somebody who is invited say whether she comes, and what she needs."""
    member = request.member
    session = sessions_of(member).get(pk=session_id)
    invitation = invitation_to(member, session)
    if invitation is None:
        messages.error(
            request,
            _("You are not invited to this session. Ask who leads it whether you can come."),
        )
        return redirect("about_session", member.partnership.slug, session_id)
    needs = own_needs(member, session)
    initial = {
        "answer": invitation.answer,
        "attendance": invitation.attendance,
        "access_needs": needs.access if needs else "",
        "language_needs": needs.language if needs else "",
    }
    form = AnswerForm(request.POST or None, session=session, initial=initial)
    if request.method == "POST" and is_done(
        form, lambda said: answer_invitation(member, session_id, reply=Reply(**said))
    ):
        messages.success(
            request,
            _("Thank you, your answer is kept. You can change it until the session starts."),
        )
        return redirect("about_session", member.partnership.slug, session_id)
    context = facts_of(member, session) | {"form": form}
    return render(request, "board/answer.html", context)


@for_members
@require_GET
def calendar(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Give the session as a file for calendars."""
    session = sessions_of(request.member).get(pk=session_id)
    answer = HttpResponse(calendar_file(session), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="session.ics"'
    return answer


@require_GET
def series(request: HttpRequest, key: str) -> HttpResponse:
    """Lead to the session of a series that is open or next; who may come in is asked there."""
    session = session_to_open(key)
    person = request.user
    if person.is_authenticated and memberships_of(person).filter(
        partnership=session.partnership_id
    ):
        return redirect("session", session.partnership.slug, session.pk)
    return redirect(f"{reverse('join')}#{session.join_key}")


def facts_of(member: Membership, session: ReflectionSession) -> dict[str, Any]:
    """Return what a member may know of a session before, during and after it."""
    return {
        "session": session,
        "when": when_words(session),
        "zone": zone_words(session.partnership.time_zone),
        "agenda": agenda_of(session, session.phases.all()),
        "items": data_items_of(session),
        "invitation": invitation_to(member, session),
        "may_answer": session.state in ANSWERABLE_STATES,
        "may_run": may_run_session(member, session),
        "may_change_data": may_change_data(member, session) and session.state not in OVER_STATES,
        "is_open": session.is_open,
        "has_joined": has_joined(member, session),
        "copy": copy_of_session(session) if may_manage_templates(member) else None,
        "stream": partnership_stream(member.partnership_id),
    }
