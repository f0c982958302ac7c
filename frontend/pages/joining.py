"""Coming into a session by code, link or square code, as a member or as a guest."""

from typing import Any
from uuid import UUID

from allauth.account.adapter import get_adapter
from allauth.account.views import request_login_code
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import Person
from accounts.services import account_for
from frontend.forms.joining import CodeForm, GuestForm, KeepForm, MemberJoinForm
from frontend.forms.outcome import is_done
from frontend.session_words import when_words, zone_words
from partnerships.models.membership import Membership
from partnerships.queries import memberships_of
from reflections.models.session import ReflectionSession
from reflections.queries.participants import part_of, unclaimed_parts
from reflections.queries.sessions import session_named
from reflections.services.door import find_session
from reflections.services.joining import Introduction, claim_parts, join_as_guest, join_session
from reflections.visitors import Visitor, forget_part, remember_part, visitor_with

# Which sessions a browser found the way to; the address alone opens nothing.
FOUND = "found_sessions"
MOST_FOUND = 20


def visitor_of(request: HttpRequest) -> Visitor:
    """Return who asks for a page."""
    return visitor_with(request.user, request.session)


@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Ask for the code of a session; what a link carries behind its # is filled in by the page."""
    form = CodeForm(request.POST or None)
    found: list[ReflectionSession] = []
    if request.method == "POST" and is_done(
        form, lambda said: found.append(find_session(said["code"], origin=_origin(request)))
    ):
        known = request.session.get(FOUND, [])
        request.session[FOUND] = [*known, str(found[0].pk)][-MOST_FOUND:]
        return redirect("join_session", found[0].pk)
    return render(request, "join/code.html", {"form": form})


@require_http_methods(["GET", "POST"])
def join_one(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Say which session it is, and let in who comes: a member as herself, others as guests."""
    session = session_named(session_id)
    member = _member_at(request, session)
    if member is None and str(session_id) not in request.session.get(FOUND, []):
        return redirect("join")
    if part_of(visitor_of(request), session_id):
        return redirect(_place(session, member))
    form = _form(request, member)
    if request.method == "POST" and is_done(form, lambda said: _let_in(request, session, **said)):
        return redirect(_place(session, member))
    context = {
        "session": session,
        "form": form,
        "member": member,
        "sign_in": _sign_in(session),
        "when": when_words(session),
        "zone": zone_words(session.partnership.time_zone),
        # Who still has to be let in gets no way past the door.
        "is_outside": member is None,
    }
    return render(request, "join/join.html", context)


@require_http_methods(["GET", "POST"])
def keep(request: HttpRequest) -> HttpResponse:
    """Give a guest an account, so that what she did stays hers on every device."""
    if not unclaimed_parts(visitor_of(request)):
        return redirect("home")
    if request.user.is_authenticated:
        return redirect("home")
    form = KeepForm(request.POST or None)
    if request.method == "POST" and is_done(form, lambda said: account_for(**said)):
        # The address and where to go afterwards came with the form, as the sign-in expects them.
        answer: HttpResponse = request_login_code(request)
        return answer
    return render(request, "join/keep.html", {"form": form})


@require_POST
def claim(request: HttpRequest) -> HttpResponse:
    """Make what was done in this browser as a guest hers who signed in, or forget it here."""
    visitor = visitor_of(request)
    parts = unclaimed_parts(visitor)
    if visitor.person and request.POST.get("answer") == "mine":
        claim_parts(visitor.person, [part.participant_id for part in parts])
        messages.success(request, _("What you did as a guest is now part of your account."))
    elif visitor.person:
        for part in parts:
            forget_part(request.session, part.session_id)
    return redirect("home")


def _form(request: HttpRequest, member: Membership | None) -> GuestForm | MemberJoinForm:
    kind = MemberJoinForm if member else GuestForm
    return kind(request.POST if request.method == "POST" else None)


def _let_in(request: HttpRequest, session: ReflectionSession, **said: Any) -> None:
    member = _member_at(request, session)
    if member:
        join_session(member, session.pk, is_observer=said["is_observer"])
        return
    part = join_as_guest(
        session.pk,
        participant_id=said.pop("participant_id"),
        introduction=Introduction(**said),
        person=request.user if isinstance(request.user, Person) else None,
    )
    remember_part(request.session, part)


def _member_at(request: HttpRequest, session: ReflectionSession) -> Membership | None:
    if not isinstance(request.user, Person):
        return None
    return memberships_of(request.user).filter(partnership=session.partnership_id).first()


def _place(session: ReflectionSession, member: Membership | None) -> str:
    if member:
        return reverse("session", args=[session.partnership.slug, session.pk])
    return reverse("take_part", args=[session.pk])


def _sign_in(session: ReflectionSession) -> str:
    back = urlencode({"next": reverse("join_session", args=[session.pk])})
    return f"{reverse('account_request_login_code')}?{back}"


def _origin(request: HttpRequest) -> str:
    return str(get_adapter(request).get_client_ip(request))
