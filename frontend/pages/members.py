"""Who is who in a partnership, and the programme manager's work on that."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from actions.queries.leaving import open_actions_left_by
from actions.services.leaving import part_with
from eventlog.events import partnership_stream
from frontend.forms.leaving import choices_in
from frontend.forms.members import MemberForm, NewMemberForm
from frontend.forms.outcome import is_done
from frontend.signed_in import MemberRequest, for_members
from frontend.words import role_words
from kernel.errors import DomainError, NotAllowedError
from partnerships.models.membership import Membership
from partnerships.models.partnership import Organisation, StakeholderGroup
from partnerships.queries import log_view_of, member_records, members_of, organisations_of
from partnerships.services.membership import (
    add_member,
    change_member,
    organisation_named,
)


@for_members
@require_GET
def members(request: MemberRequest) -> HttpResponse:
    """Show who is in the partnership."""
    member = request.member
    view = log_view_of(member)
    if not view.lists_members:
        raise NotAllowedError(_("Your role does not let you see who else is in the partnership."))
    records = sorted(member_records(view, None).values(), key=lambda one: (one.name, one.id))
    groups = dict(StakeholderGroup.choices)
    return render(
        request,
        "members/members.html",
        {
            "rows": [
                {
                    "record": record,
                    "roles": role_words(record.roles),
                    "group": groups.get(record.stakeholder_group, ""),
                    "is_me": record.id == member.pk,
                }
                for record in records
            ],
            "reads_addresses": view.reads_addresses,
            "may_manage": member.may("member.manage"),
            "partnership": member.partnership,
            "stream": partnership_stream(member.partnership_id),
        },
    )


@for_members
@require_http_methods(["GET", "POST"])
def new_member(request: MemberRequest) -> HttpResponse:
    """Make somebody a member."""
    manager = _manager(request)
    form = NewMemberForm(request.POST or None, organisations=organisations_of(manager))
    if request.method == "POST" and is_done(form, lambda said: _add(manager, **said)):
        messages.success(
            request,
            _("%(name)s is now a member and can sign in.") % {"name": form.cleaned_data["name"]},
        )
        return redirect("members", manager.partnership.slug)
    return render(
        request, "members/new_member.html", {"form": form, "partnership": manager.partnership}
    )


@for_members
@require_http_methods(["GET", "POST"])
def change(request: MemberRequest, member_id: UUID) -> HttpResponse:
    """Change what a member does and where she comes from."""
    manager = _manager(request)
    other = members_of(manager).get(pk=member_id)
    initial = {
        "roles": other.roles,
        "organisation_id": other.organisation_id,
        "mandate_level": other.mandate_level,
    }
    form = MemberForm(
        request.POST or None, organisations=organisations_of(manager), initial=initial
    )
    if request.method == "POST" and is_done(form, lambda said: _change(manager, other, **said)):
        messages.success(request, _("The changes are saved."))
        return redirect("members", manager.partnership.slug)
    return render(
        request,
        "members/change_member.html",
        {"form": form, "other": other, "partnership": manager.partnership},
    )


@for_members
@require_http_methods(["GET", "POST"])
def end(request: MemberRequest, member_id: UUID) -> HttpResponse:
    """Ask once more, then end a membership."""
    manager = _manager(request)
    other = members_of(manager).get(pk=member_id)
    refusal = ""
    left = list(open_actions_left_by(manager, member_id))
    if request.method == "POST":
        try:
            part_with(manager, member_id, choices=choices_in(request.POST, left))
        except DomainError as error:
            refusal = error.message
        else:
            messages.success(
                request, _("%(name)s is no longer a member.") % {"name": other.person.name}
            )
            if other == manager:
                return redirect("home")
            return redirect("members", manager.partnership.slug)
    return render(
        request,
        "members/end_membership.html",
        {
            "other": other,
            "refusal": refusal,
            "left": open_actions_left_by(manager, member_id),
            "others": members_of(manager).exclude(pk=other.pk),
            "partnership": manager.partnership,
        },
    )


def _manager(request: MemberRequest) -> Membership:
    if not request.member.may("member.manage"):
        raise NotAllowedError(_("Only a programme manager can change who is a member."))
    return request.member


# An organisation that was made for a member who is then refused must not stay behind.
@transaction.atomic
def _add(manager: Membership, *, name: str, email: str, **said: Any) -> None:
    roles, level = said.pop("roles"), said.pop("mandate_level")
    add_member(
        manager,
        email=email,
        name=name,
        roles=roles,
        organisation=_organisation(manager, **said),
        mandate_level=level,
    )


@transaction.atomic
def _change(
    manager: Membership, other: Membership, *, roles: list[str], mandate_level: str, **said: Any
) -> None:
    change_member(
        manager,
        other.pk,
        roles=roles,
        organisation=_organisation(manager, **said),
        mandate_level=mandate_level,
    )


def _organisation(
    manager: Membership, *, organisation_id: str, organisation: str, stakeholder_group: str
) -> Organisation | None:
    if organisation:
        return organisation_named(manager, name=organisation, stakeholder_group=stakeholder_group)
    return organisations_of(manager).get(pk=organisation_id) if organisation_id else None
