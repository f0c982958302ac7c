"""Follow-up rounds of a trusted advisor: one action after the other, and what the round gave."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from actions.models.action import ActionItem
from actions.models.follow_up_round import RoundItem
from actions.queries.advisor_notes import advisor_notes_on
from actions.queries.log import actions_of
from actions.queries.rounds import item_to_report, round_record, rounds_of
from actions.queries.workbench import advised_action, follow_up_page
from actions.records.action import action_record
from actions.records.workbench import RoundRecord
from actions.services.progress import Report
from actions.services.rounds import (
    finish_round,
    keep_typed,
    pass_over,
    report_in_round,
    start_round,
)
from actions.states import UNDER_WAY
from frontend.action_words import action_line
from frontend.advising_words import note_line, yield_words
from frontend.forms.follow_up import FollowUpFilterForm, RoundForm
from frontend.forms.outcome import is_done
from frontend.pages.action_steps import step_form, take_step, thanks_for
from frontend.pages.follow_up import advisor_in, id_or_404
from frontend.signed_in import SignedInRequest
from partnerships.models.membership import Membership

SHOWN = 50


@dataclass(frozen=True)
class Here:
    """The action of a round that is shown, with its two forms: a report, and a note beside it."""

    member: Membership
    action: ActionItem
    item: RoundItem
    report: Form
    note: Form


@login_required
@require_http_methods(["GET", "POST"])
def rounds(request: SignedInRequest) -> HttpResponse:
    """List one's own rounds; sending it starts one through the actions of the list one looked at."""
    members = advisor_in(request)
    if request.method == "GET":
        return render(request, "follow_up/rounds.html", {"rounds": rounds_of(request.user)[:SHOWN]})
    filters = FollowUpFilterForm(request.GET, members=members)
    after = request.GET.get("after", "")
    page = follow_up_page(request.user, filters.wanted(), slug=filters.slug, after=after)
    ids = [line.action.id for line in page.lines if line.action.state in UNDER_WAY]
    form = RoundForm(request.POST)
    if not ids or not form.is_valid():
        messages.error(request, _("Nobody is at any of these actions, so there is nothing to ask."))
        return redirect("follow_up")
    made = start_round(request.user, round_id=form.cleaned_data["round_id"], action_ids=ids)
    return redirect("follow_up_round", made.pk)


@login_required
@require_http_methods(["GET", "POST"])
def follow_up_round(request: SignedInRequest, round_id: UUID) -> HttpResponse:
    """Show the next action of the round with its form, or what the round gave."""
    advisor_in(request)
    made = round_record(request.user, round_id)
    here = None if made.finished_at else _here(request, round_id)
    if here is None:
        # Sent twice, or reported in another window: on to the next one.
        if made.gave.left and not made.finished_at:
            return redirect("follow_up_round", round_id)
        return render(request, "follow_up/round_end.html", _result(made))
    act = ACTS.get(request.POST.get("do", ""))
    then = act(request, round_id, here) if act else ""
    return redirect(then) if then else render(request, "follow_up/round.html", _shown(made, here))


@login_required
@require_POST
def finish(request: SignedInRequest, round_id: UUID) -> HttpResponse:
    """End the round as it is."""
    advisor_in(request)
    finish_round(request.user, round_id)
    return redirect("follow_up_round", round_id)


def _here(request: SignedInRequest, round_id: UUID) -> Here | None:
    asked = request.GET.get("on", "")
    item = item_to_report(request.user, round_id, id_or_404(asked) if asked else None)
    if item is None:
        return None
    member, _action = advised_action(request.user, item.action_id)
    action = actions_of(member).get(pk=item.action_id)
    does = request.POST.get("do", "")
    said, noted = (request.POST if does == name else None for name in ("report", "note"))
    report = step_form("check_in", member, action, said, prefix="follow")
    report.initial |= item.draft
    return Here(member, action, item, report, step_form("write_note", member, action, noted))


def _report(request: SignedInRequest, round_id: UUID, here: Here) -> str:
    def act(said: dict[str, Any]) -> None:
        known, report = said.pop("check_in_id"), Report(**said)
        report_in_round(request.user, round_id, here.action.pk, check_in_id=known, report=report)

    return _address(round_id) if is_done(here.report, act) else ""


def _keep(request: SignedInRequest, round_id: UUID, here: Here) -> str:
    form = here.report
    typed = {name: request.POST.get(form.add_prefix(name), "") for name in form.fields}
    keep_typed(request.user, round_id, here.action.pk, typed=typed)
    messages.success(request, _("What you typed is kept. Go on whenever you like."))
    return reverse("follow_up_rounds")


def _pass(request: SignedInRequest, round_id: UUID, here: Here) -> str:
    pass_over(request.user, round_id, here.action.pk)
    return _address(round_id)


def _write_note(request: SignedInRequest, round_id: UUID, here: Here) -> str:
    if not take_step(here.note, "write_note", here.member, here.action):
        return ""
    messages.success(request, thanks_for("write_note"))
    return f"{_address(round_id)}?on={here.action.pk}"


ACTS: dict[str, Callable[[SignedInRequest, UUID, Here], str]] = {
    "report": _report,
    "keep": _keep,
    "pass": _pass,
    "note": _write_note,
}


def _address(round_id: UUID) -> str:
    return reverse("follow_up_round", args=[round_id])


def _shown(made: RoundRecord, here: Here) -> dict[str, Any]:
    ids = [line.action_id for line in made.lines]
    place = ids.index(here.action.pk)
    notes = advisor_notes_on(here.member, here.action.pk)
    return {
        "round": made,
        "line": action_line(action_record(here.action), here.member),
        "place": place + 1,
        "can_report": bool(made.lines[place].claims),
        "form": here.report,
        "note_form": here.note,
        "advisor_notes": [note_line(note, here.member) for note in notes],
    }


def _result(made: RoundRecord) -> dict[str, Any]:
    return {"round": made, "gave": yield_words(made)}
