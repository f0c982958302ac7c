"""What a trusted advisor follows up: the actions of all partnerships that she advises."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from actions.models.action import ActionItem
from actions.queries.log import actions_of
from actions.queries.workbench import advised_action, advised_by, follow_up_page
from actions.services.asking import ask_owner
from eventlog.events import partnership_stream
from frontend.advising_words import follow_up_lines
from frontend.forms.follow_up import FollowUpFilterForm
from frontend.pages.action_steps import step_form, take_step, thanks_for
from frontend.signed_in import SignedInRequest
from kernel.errors import DomainError, InvalidInputError, NotAllowedError
from partnerships.models.membership import Membership

Opened = tuple[Membership, ActionItem]


@login_required
@require_http_methods(["GET", "POST"])
def follow_up(request: SignedInRequest) -> HttpResponse:
    """List what asks for a follow-up; one action at a time opens its form in the list."""
    members = advisor_in(request)
    if "ask" in request.POST:
        return _ask(request)
    opened = _opened(request)
    form = _form(request, opened) if opened else None
    if request.method == "POST" and opened and form and take_step(form, "check_in", *opened):
        messages.success(request, _("Your follow-up is saved."))
        return redirect(f"{_list_address(request)}#action-{opened[1].pk}")
    try:
        shown = _list(request, members)
    except InvalidInputError:
        # A place in the list that does not exist: the list begins anew.
        return redirect(_list_address(request))
    return render(
        request,
        "follow_up/follow_up.html",
        {**shown, "opened": opened[1].pk if opened else None, "form": form},
    )


def advisor_in(request: SignedInRequest) -> list[Membership]:
    """Return where the reader advises, or refuse the page."""
    members = advised_by(request.user)
    if not members:
        raise NotAllowedError(_("This page is for trusted advisors."))
    return members


def _list(request: SignedInRequest, members: list[Membership]) -> dict[str, Any]:
    filters = FollowUpFilterForm(request.GET, members=members)
    after = request.GET.get("after", "")
    page = follow_up_page(request.user, filters.wanted(), slug=filters.slug, after=after)
    return {
        "filters": filters,
        "query": _query(request),
        "lines": follow_up_lines(page.lines, members),
        "page": page,
        "is_first": not after,
        "round_id": uuid4(),
        "streams": " ".join(partnership_stream(one.partnership_id) for one in members),
    }


def _ask(request: SignedInRequest) -> HttpResponse:
    """Ask the owner of one action how it goes, and come back to where one was in the list."""
    member, action = advised_action(request.user, id_or_404(request.POST["ask"]))
    try:
        ask_owner(member, action.pk)
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, thanks_for("ask_owner"))
    return redirect(f"{_list_address(request)}#action-{action.pk}")


def _opened(request: SignedInRequest) -> Opened | None:
    asked = request.GET.get("on", "")
    if not asked:
        return None
    member, action = advised_action(request.user, id_or_404(asked))
    return member, actions_of(member).get(pk=action.pk)


def _form(request: SignedInRequest, opened: Opened) -> Form:
    data = request.POST if request.method == "POST" else None
    return step_form("check_in", *opened, data, prefix="follow")


def id_or_404(asked: str) -> UUID:
    """Return the id that stands in an address, or say that there is nothing."""
    try:
        return UUID(asked)
    except ValueError:
        raise Http404 from None


def _query(request: SignedInRequest) -> str:
    kept = [*FollowUpFilterForm.base_fields, "after"]
    return urlencode({name: request.GET[name] for name in kept if request.GET.get(name)})


def _list_address(request: SignedInRequest) -> str:
    query = _query(request)
    return reverse("follow_up") + (f"?{query}" if query else "")
