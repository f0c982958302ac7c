"""Choosing who is asked to come to a session."""

from collections.abc import Iterable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from frontend.forms.outcome import is_done
from frontend.forms.preparation import InviteForm, TickForm
from frontend.signed_in import MemberRequest, for_members
from kernel.errors import DomainError, NotAllowedError
from partnerships.models.membership import Membership
from reflections.models.invitation import Invitation
from reflections.models.session import ReflectionSession
from reflections.policies import may_invite
from reflections.queries.preparation import invitable_to, took_part_around
from reflections.queries.sessions import sessions_of
from reflections.services.inviting import invite_members, uninvite_member
from reflections.states import SessionState


@for_members
@require_http_methods(["GET", "POST"])
def invite(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Show who is not asked yet, with those ticked who fit a choice, and ask them."""
    member = request.member
    session = sessions_of(member).get(pk=session_id)
    if not may_invite(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can invite people."))
    if "uninvite" in request.POST:
        _uninvite(request, session)
        return redirect("prepare_session", member.partnership.slug, session_id)
    people = list(invitable_to(member, session))
    tick = TickForm(request.GET or None)
    initial = {"member_ids": [str(pk) for pk in _ticked(tick, people, session)]}
    form = InviteForm(request.POST or None, members=people, initial=initial)
    if request.method == "POST" and is_done(
        form, lambda said: invite_members(member, session_id, **said)
    ):
        messages.success(request, _invited(session, len(form.cleaned_data["member_ids"])))
        return redirect("prepare_session", member.partnership.slug, session_id)
    context = {"session": session, "form": form, "tick": tick, "people": people}
    return render(request, "board/invite.html", context)


def _uninvite(request: MemberRequest, session: ReflectionSession) -> None:
    try:
        uninvite_member(request.member, session.pk, member_id=UUID(request.POST["uninvite"]))
    except ValueError:
        raise Invitation.DoesNotExist from None
    except DomainError as error:
        messages.error(request, error.message)


def _ticked(tick: TickForm, people: Iterable[Membership], session: ReflectionSession) -> list[UUID]:
    kind, _colon, which = tick.chosen.partition(":")
    around = took_part_around(session) if kind == "theme" else set()
    return [one.pk for one in people if _fits(one, kind, which) or one.pk in around]


def _fits(member: Membership, kind: str, which: str) -> bool:
    group = member.organisation.stakeholder_group if member.organisation else ""
    is_all, is_role, is_group = kind == "all", kind == "role", kind == "group"
    return is_all or (is_role and which in member.roles) or (is_group and which == group)


def _invited(session: ReflectionSession, count: int) -> str:
    if session.state == SessionState.DRAFT:
        return ngettext(
            "%(count)d person is on the list. The invitation goes out when you plan the session.",
            "%(count)d people are on the list. The invitations go out when you plan the session.",
            count,
        ) % {"count": count}
    return ngettext(
        "%(count)d person is invited. The mail is on its way.",
        "%(count)d people are invited. The mails are on their way.",
        count,
    ) % {"count": count}
