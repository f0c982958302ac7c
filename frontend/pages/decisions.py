"""What a partnership decided and has to decide, and one decision with its reasons."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from actions.models.decision import Decision
from actions.policies import may_record_decision
from actions.queries.decisions import decisions_of, is_due_again, replaceable_by
from actions.queries.provenance import ActionOrigin, origin_of_decision
from actions.queries.read_back import dissent_of
from actions.records.decision import DecisionRecord, decision_record
from actions.services.decisions import DecisionWording, confirm_decision, revise_decision
from actions.states import DecisionState
from eventlog.events import partnership_stream
from frontend.forms.decisions import DecisionForm, StillHoldsForm
from frontend.forms.outcome import is_done
from frontend.outcome_words import DecisionLine, decision_line, decision_lines
from frontend.signed_in import MemberRequest, for_members
from partnerships.models.membership import Membership
from partnerships.queries import members_of

PER_PAGE = 50


@for_members
@require_GET
def decisions(request: MemberRequest) -> HttpResponse:
    """List the decisions, the newest first."""
    member = request.member
    page = Paginator(decisions_of(member), PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "decisions/decisions.html",
        {
            "page": page,
            "lines": decision_lines(map(decision_record, page), member),
            "stream": partnership_stream(member.partnership_id),
        },
    )


@for_members
@require_http_methods(["GET", "POST"])
def decision(request: MemberRequest, decision_id: UUID) -> HttpResponse:
    """Show one decision with where it came from, and write down what was decided."""
    member = request.member
    found = decisions_of(member).get(pk=decision_id)
    if "still_holds" in request.POST:
        return _still_holds(request, found)
    form = _form(member, found) if _is_open_to(member, found) else None
    if request.method == "POST":
        form = _form(member, found, request.POST)
        if is_done(form, lambda said: _revise(member, found, **said)):
            messages.success(request, _("The decision is saved."))
            return redirect("decision", member.partnership.slug, decision_id)
    return render(request, "decisions/decision.html", _whole_story(member, found, form))


def _still_holds(request: MemberRequest, found: Decision) -> HttpResponse:
    member = request.member
    form = StillHoldsForm(request.POST)
    if is_done(form, lambda said: confirm_decision(member, found.pk, **said)):
        messages.success(request, _("Saved: it still holds."))
        return redirect("decision", member.partnership.slug, found.pk)
    shown = {**_whole_story(member, found, None), "holds": form}
    return render(request, "decisions/decision.html", shown)


def _is_open_to(member: Membership, found: Decision) -> bool:
    is_open = found.state == DecisionState.PROPOSED
    return is_open and may_record_decision(member, found.session)


def _form(member: Membership, found: Decision, data: Any = None) -> DecisionForm:
    record = decision_record(found)
    return DecisionForm(
        data,
        initial={**vars(record), "decider_ids": [str(pk) for pk in record.decider_ids]},
        members=members_of(member),
        earlier=replaceable_by(found),
    )


def _revise(member: Membership, found: Decision, *, version: int, **said: Any) -> None:
    revise_decision(member, found.pk, wording=DecisionWording(**said), version=version)


def _whole_story(member: Membership, found: Decision, form: DecisionForm | None) -> dict[str, Any]:
    record: DecisionRecord = decision_record(found)
    origin: ActionOrigin = origin_of_decision(member, record)
    return {
        "line": decision_line(record, member.partnership),
        "decision": record,
        "earlier": _line_of(member, record.replaces_id),
        "later": _line_of(member, record.replaced_by_id),
        "origin": origin,
        "dissent": dissent_of(member).filter(decision=found),
        "form": form,
        "holds": _holds_form(member, found),
        "is_due": is_due_again(found),
        "stream": partnership_stream(member.partnership_id),
    }


def _holds_form(member: Membership, found: Decision) -> StillHoldsForm | None:
    is_decided = found.state == DecisionState.DECIDED and found.review_on is not None
    if not is_decided or not may_record_decision(member, found.session):
        return None
    return StillHoldsForm(initial={"version": found.version})


def _line_of(member: Membership, decision_id: UUID | None) -> DecisionLine | None:
    if decision_id is None:
        return None
    found = decisions_of(member).get(pk=decision_id)
    return decision_line(decision_record(found), member.partnership)
