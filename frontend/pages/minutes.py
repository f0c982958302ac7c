"""The pages on which minutes become actions: paste them, and answer each proposal."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from actions.models.imports import ActionImport
from actions.queries.imports import minutes_of
from actions.services.minutes import (
    AnsweredProposal,
    answered_proposals,
    keep_answers,
    keep_minutes,
    make_from_minutes,
    refuse_proposal,
)
from actions.services.translation import ActionWording
from frontend.forms.minutes import MAKE, REFUSE, MinutesForm, ProposalForm
from frontend.forms.outcome import is_done
from frontend.signed_in import MemberRequest, for_members
from partnerships.models.membership import Membership
from partnerships.queries import members_of
from reflections.models.note import ImportState


@for_members
@require_http_methods(["GET", "POST"])
def paste(request: MemberRequest) -> HttpResponse:
    """Take minutes, and show those whose proposals wait for an answer."""
    form = MinutesForm(request.POST or None)
    if request.method == "POST" and is_done(form, partial(_keep, request)):
        newest = minutes_of(request.member)[0]
        return redirect("minutes", request.member.partnership.slug, newest.pk)
    waiting = minutes_of(request.member).filter(state=ImportState.PREPARING)
    return render(request, "minutes/paste.html", {"form": form, "waiting": waiting})


@for_members
@require_http_methods(["GET", "POST"])
def proposals(request: MemberRequest, minutes_id: UUID) -> HttpResponse:
    """Show what the minutes propose; make, leave out or put off each of it."""
    source = minutes_of(request.member).get(pk=minutes_id)
    forms = _forms(request, source)
    if request.method == "POST":
        typed = {form.line: form.typed() for form in forms}
        keep_answers(request.member, source.pk, answers=typed)
        made = sum(_carry_out(request, source, form) for form in forms)
        if made:
            messages.success(request, _made(made))
        if not any(form.errors for form in forms):
            return redirect("minutes", request.member.partnership.slug, minutes_id)
        source.refresh_from_db()
    answered = answered_proposals(request.member, source)
    open_lines = {one.proposal.line for one in answered if _is_open(one)}
    context = {
        "minutes": source,
        "forms": [form for form in forms if form.line in open_lines],
        "rows": source.rows.select_related("action"),
        "left_out": [one.proposal.said for one in answered if one.is_refused],
        "has_errors": request.method == "POST",
    }
    return render(request, "minutes/proposals.html", context)


def _keep(request: MemberRequest, said: dict[str, Any]) -> None:
    keep_minutes(request.member, **said)


def _forms(request: MemberRequest, source: ActionImport) -> list[ProposalForm]:
    members = _members(request.member)
    data = request.POST if request.method == "POST" else None
    return [
        ProposalForm(data, answered=one, members=members)
        for one in answered_proposals(request.member, source)
        if _is_open(one)
    ]


def _is_open(one: AnsweredProposal) -> bool:
    return one.action is None and not one.is_refused


def _carry_out(request: MemberRequest, source: ActionImport, form: ProposalForm) -> bool:
    """Do what was chosen; say whether an action was made."""

    def act(said: dict[str, Any]) -> None:
        choice = said.pop("choice")
        if choice == MAKE:
            wording = ActionWording(**{**said, "owner_id": UUID(said["owner_id"])})
            make_from_minutes(request.member, source.pk, line=form.line, wording=wording)
        elif choice == REFUSE:
            refuse_proposal(request.member, source.pk, line=form.line)

    return is_done(form, act) and form["choice"].value() == MAKE


def _made(count: int) -> str:
    return ngettext(
        "%(count)d action is made, and its owner is asked.",
        "%(count)d actions are made, and their owners are asked.",
        count,
    ) % {"count": count}


def _members(member: Membership) -> list[Membership]:
    return list(members_of(member).select_related("person").order_by("person__name", "pk"))
