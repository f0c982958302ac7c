"""One action with its story, and one's own actions."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from actions.models.action import ActionItem, Visibility
from actions.models.saved_view import Layout
from actions.policies import may_share_example
from actions.queries.advisor_notes import advisor_notes_on
from actions.queries.asking import last_asks
from actions.queries.examples import is_effect_known
from actions.queries.history import history_of_action
from actions.queries.log import actions_of, own_actions
from actions.queries.provenance import origin_of
from actions.queries.questions import questions_of_action, reviews_behind_insights
from actions.queries.read_back import dissent_of
from actions.records.action import ActionRecord, action_record
from actions.states import ESCALATE_FROM, ActionState, NextStep
from eventlog.events import partnership_stream
from frontend.action_words import action_line, action_lines, due_words
from frontend.advising_words import note_line
from frontend.history_words import history_sentences
from frontend.pages.action_steps import (
    Step,
    asked_step,
    step_form,
    steps_for,
    take_step,
    thanks_for,
    with_forms,
)
from frontend.signed_in import MemberRequest, SignedInRequest, for_members
from partnerships.queries import memberships_of

# The lists from which one can answer, and where to return to.
LISTS = {"home", "my_actions", "follow_up"}


@for_members
@require_http_methods(["GET", "POST"])
def action(request: MemberRequest, action_id: UUID) -> HttpResponse:
    """Show one action with where it came from and what happened, and take the next step with it."""
    item = actions_of(request.member).get(pk=action_id)
    if request.method == "GET":
        return render(request, "actions/action.html", _whole_story(request, item))
    name = asked_step(request)
    if not name:
        return redirect("action", request.member.partnership.slug, action_id)
    form = step_form(name, request.member, item, request.POST)
    if take_step(form, name, request.member, item):
        messages.success(request, thanks_for(name))
        return _back(request, action_id)
    fresh = actions_of(request.member).get(pk=action_id)
    return render(request, "actions/action.html", _whole_story(request, fresh, Step(name, form)))


@login_required
@require_GET
def my_actions(request: SignedInRequest) -> HttpResponse:
    """Show what somebody owns in all her partnerships."""
    lines = action_lines(own_actions(request.user))
    asked = ActionState.PROPOSED
    return render(
        request,
        "actions/my_actions.html",
        {
            "asked": [line for line in lines if line.action.state == asked],
            "open": [line for line in lines if line.is_open and line.action.state != asked],
            "finished": [line for line in lines if not line.is_open],
            "streams": _streams_of(request),
        },
    )


def _whole_story(
    request: MemberRequest, item: ActionItem, tried: Step | None = None
) -> dict[str, Any]:
    member = request.member
    record = action_record(item)
    steps = steps_for(member, item, tried, claim=request.GET.get("claim", ""))
    return {
        "line": action_line(record, member),
        "action": record,
        "due_words": due_words(record.due),
        "level": item.get_level_display(),
        "strength": item.get_strength_display(),
        "horizon": item.get_horizon_display(),
        "ask": last_asks([item.pk]).get(item.pk),
        "advisor_notes": [note_line(one, member) for one in advisor_notes_on(member, item.pk)],
        "visibility": ""
        if item.visibility == Visibility.PARTNERSHIP
        else item.get_visibility_display(),
        "dissent": dissent_of(member).filter(action=item),
        "origin": origin_of(member, record),
        "history": history_sentences(history_of_action(member, item.pk), record),
        "steps": steps,
        "offered": with_forms(steps),
        "tried": tried,
        "suggests_escalation": record.life.due_change_count + 1 >= ESCALATE_FROM,
        "is_mine": item.owner_id == member.pk,
        "learned_from": list(reviews_behind_insights(member, record.insight_ids).values()),
        "next_step": _next_step_words(record),
        "questions": questions_of_action(member, item.pk),
        "may_share": may_share_example(member) and is_effect_known(record),
        "back": request.POST.get("back", ""),
        # Which of the steps somebody came for.
        "wanted_step": request.GET.get("step", ""),
        "stream": partnership_stream(member.partnership_id),
    }


def _next_step_words(record: ActionRecord) -> str:
    review = record.life.last_review
    return str(NextStep(review.next_step).label) if review and review.next_step else ""


def _back(request: MemberRequest, action_id: UUID) -> HttpResponse:
    back = request.POST.get("back", "")
    if back in LISTS:
        return redirect(back)
    if back == Layout.BOARD:
        log = reverse("actions", args=[request.member.partnership.slug])
        return redirect(f"{log}?layout={Layout.BOARD}#card-{action_id}")
    return redirect("action", request.member.partnership.slug, action_id)


def _streams_of(request: SignedInRequest) -> str:
    members = memberships_of(request.user)
    return " ".join(partnership_stream(member.partnership_id) for member in members)
