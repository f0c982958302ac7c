"""What a trusted advisor follows up: the open actions of all partnerships that she advises."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from actions.queries.log import FollowedAction, actions_of, actions_to_follow_up
from eventlog.events import partnership_stream
from frontend.action_words import action_lines
from frontend.forms.actions import FollowUpFilterForm
from frontend.pages.action_steps import step_form, take_step
from frontend.signed_in import SignedInRequest
from kernel.errors import NotAllowedError
from partnerships.permissions import Role
from partnerships.queries import memberships_of


@login_required
@require_http_methods(["GET", "POST"])
def follow_up(request: SignedInRequest) -> HttpResponse:
    """List what asks for a follow-up; one action at a time opens its form in the list."""
    members = [one for one in memberships_of(request.user) if Role.TRUSTED_ADVISOR in one.roles]
    if not members:
        raise NotAllowedError(_("This page is for trusted advisors."))
    everything = actions_to_follow_up(request.user)
    opened = _opened(request, everything)
    form = None
    if opened:
        item = actions_of(opened.member).get(pk=opened.action.id)
        data = request.POST if request.method == "POST" else None
        form = step_form("check_in", opened.member, item, data, prefix="follow")
        if request.method == "POST" and take_step(form, "check_in", opened.member, item):
            messages.success(request, _("Your follow-up is saved."))
            return redirect(f"{_list_address(request)}#action-{item.pk}")
    filters = FollowUpFilterForm(request.GET, members=members)
    wanted = filters.cleaned_data if filters.is_valid() else {}
    lines = action_lines(one for one in everything if _is_wanted(one, wanted))
    return render(
        request,
        "follow_up/follow_up.html",
        {
            "filters": filters,
            "is_filtered": any(wanted.values()),
            "query": _query(request),
            "lines": lines,
            "asking": sum(line.asks_for_attention for line in lines),
            "opened": opened,
            "form": form,
            "places": [member.partnership for member in members],
            "streams": " ".join(partnership_stream(one.partnership_id) for one in members),
        },
    )


def _opened(request: SignedInRequest, everything: list[FollowedAction]) -> FollowedAction | None:
    asked = request.GET.get("on", "")
    found = next((one for one in everything if str(one.action.id) == asked), None)
    # Reading on when an action has meanwhile been confirmed is fine; reporting on it is not.
    if found is None and request.method == "POST":
        raise Http404
    return found


def _is_wanted(followed: FollowedAction, wanted: dict[str, Any]) -> bool:
    slug, flag = wanted.get("partnership", ""), wanted.get("flag", "")
    action = followed.action
    here = not slug or followed.member.partnership.slug == slug
    return here and (not flag or flag in action.flags or flag == action.state)


def _query(request: SignedInRequest) -> str:
    kept = {name: request.GET[name] for name in ("partnership", "flag") if request.GET.get(name)}
    return urlencode(kept)


def _list_address(request: SignedInRequest) -> str:
    query = _query(request)
    return reverse("follow_up") + (f"?{query}" if query else "")
