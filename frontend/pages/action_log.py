"""The action log of a partnership, as a table in pages or as a board, with what one does there."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from actions.models.saved_view import Layout, SavedView
from actions.policies import (
    bulk_steps_of,
    may_import_actions,
    may_remove_view,
    may_share_views,
    may_use_minutes,
)
from actions.queries.bulk import edit_of
from actions.queries.narrowing import LogFilter, as_words
from actions.queries.pages import PER_PAGE, log_board, log_page
from actions.queries.saved_views import saved_views_of
from actions.records.bulk import bulk_record
from actions.services.bulk import BulkChange, edit_many, undo_many
from actions.services.saved_views import ViewToKeep, keep_view, remove_view
from eventlog.events import partnership_stream
from frontend.action_words import action_line
from frontend.board_words import board_columns
from frontend.forms.action_log import LogFilterForm
from frontend.forms.bulk import BulkForm, KeepViewForm, SelectionForm, UndoForm
from frontend.forms.outcome import is_done
from frontend.signed_in import MemberRequest, for_members
from kernel.errors import DomainError, InvalidInputError
from partnerships.models.membership import Membership
from partnerships.queries import members_of


@dataclass(frozen=True)
class ViewLink:
    """A kept view as a link; `removable` where the reader may remove it."""

    view: SavedView
    url: str
    is_current: bool
    removable: bool


@for_members
@require_http_methods(["GET", "POST"])
def log(request: MemberRequest) -> HttpResponse:
    """Show the action log in order of attention, and take a step with the actions that are chosen."""
    form = LogFilterForm(request.GET, member=request.member)
    wanted = form.wanted()
    if request.GET.get("layout") == Layout.BOARD:
        return render(
            request, "actions/board.html", _around(request, form) | _board(request, wanted)
        )
    try:
        table = _table(request, wanted)
    except InvalidInputError:
        # A place in the log that does not exist: the log begins anew.
        return redirect("actions", request.member.partnership.slug)
    if request.method == "POST":
        edit_id = _take_step(request, table)
        if edit_id:
            return redirect("bulk_edit", request.member.partnership.slug, edit_id)
    return render(request, "actions/log.html", _around(request, form) | table)


@for_members
@require_POST
def keep(request: MemberRequest) -> HttpResponse:
    """Keep the conditions that are chosen under a name."""
    member = request.member
    wanted = LogFilterForm(request.GET, member=member).wanted()
    form = KeepViewForm(request.POST, may_share=may_share_views(member))
    layout = request.GET.get("layout") or Layout.TABLE

    def keep_it(said: dict[str, Any]) -> object:
        view_id = said.pop("view_id")
        return keep_view(
            member, view_id=view_id, view=ViewToKeep(wanted=wanted, layout=layout, **said)
        )

    if is_done(form, keep_it):
        messages.success(request, _("The view is kept."))
    else:
        messages.error(
            request, " ".join(str(one) for errors in form.errors.values() for one in errors)
        )
    return redirect(_place(member, wanted, layout))


@for_members
@require_POST
def remove(request: MemberRequest, view_id: UUID) -> HttpResponse:
    """Keep a view no longer."""
    saved_views_of(request.member).get(pk=view_id)
    try:
        remove_view(request.member, view_id)
    except DomainError as error:
        messages.error(request, error.message)
    else:
        messages.success(request, _("The view is removed."))
    return redirect("actions", request.member.partnership.slug)


@for_members
@require_http_methods(["GET", "POST"])
def edit(request: MemberRequest, edit_id: UUID) -> HttpResponse:
    """Show what became of each action of a step with many, and take it back."""
    member = request.member
    done = bulk_record(edit_of(member, edit_id))
    if request.method == "POST":
        form = UndoForm(request.POST)
        if is_done(form, lambda said: undo_many(member, edit_id, **said)):
            undone = bulk_record(edit_of(member, edit_id)).undone_by
            return redirect("bulk_edit", member.partnership.slug, undone)
    return render(request, "actions/edit.html", {"edit": done, "form": UndoForm()})


def _table(request: MemberRequest, wanted: LogFilter) -> dict[str, Any]:
    member = request.member
    page = log_page(member, wanted, after=request.GET.get("after", ""), most=PER_PAGE)
    data = request.POST if request.method == "POST" else None
    others = list(members_of(member))
    return {
        "page": page,
        "lines": [action_line(action, member) for action in page.actions],
        "is_first": not request.GET.get("after"),
        "selection": SelectionForm(data, shown=[action.id for action in page.actions]),
        "is_tried": data is not None,
        "chosen": set(request.POST.getlist("action")),
        "steps": [
            (step, BulkForm(data if _is_asked(request, step) else None, step=step, members=others))
            for step in bulk_steps_of(member)
        ],
    }


def _is_asked(request: HttpRequest, step: str) -> bool:
    return request.POST.get("step") == step


def _take_step(request: MemberRequest, table: dict[str, Any]) -> UUID | None:
    selection = table["selection"]
    form = next((form for step, form in table["steps"] if _is_asked(request, step)), None)
    if form is None or not selection.is_valid():
        return None
    edit_id: UUID = selection.cleaned_data["edit_id"]

    def take(said: dict[str, Any]) -> object:
        change = BulkChange(step=request.POST["step"], **said)
        ids = selection.cleaned_data["action"]
        return edit_many(request.member, edit_id=edit_id, action_ids=ids, change=change)

    return edit_id if is_done(form, take) else None


def _board(request: MemberRequest, wanted: LogFilter) -> dict[str, Any]:
    return {"columns": board_columns(request.member, log_board(request.member, wanted))}


def _around(request: MemberRequest, form: LogFilterForm) -> dict[str, Any]:
    member, wanted = request.member, form.wanted()
    layout = Layout.BOARD if request.GET.get("layout") == Layout.BOARD else Layout.TABLE
    return {
        "form": form,
        "views": _views_of(member, wanted, layout),
        "may_import": may_import_actions(member),
        "may_use_minutes": may_use_minutes(member),
        "keep": KeepViewForm(may_share=may_share_views(member)),
        "keep_url": f"{reverse('keep_view', args=[member.partnership.slug])}?{_query(wanted, layout)}",
        "as_table": _place(member, wanted, Layout.TABLE),
        "as_board": _place(member, wanted, Layout.BOARD),
        "stream": partnership_stream(member.partnership_id),
    }


def _views_of(member: Membership, wanted: LogFilter, layout: str) -> list[ViewLink]:
    return [
        ViewLink(
            view=view,
            url=f"{reverse('actions', args=[member.partnership.slug])}?{_words_of(view.wanted, view.layout)}",
            is_current=(view.wanted, view.layout) == (as_words(wanted), layout),
            removable=may_remove_view(member, view),
        )
        for view in saved_views_of(member)
    ]


def _place(member: Membership, wanted: LogFilter, layout: str) -> str:
    return f"{reverse('actions', args=[member.partnership.slug])}?{_query(wanted, layout)}"


def _query(wanted: LogFilter, layout: str) -> str:
    return _words_of(as_words(wanted), layout)


def _words_of(words: dict[str, str], layout: str) -> str:
    said = {("q" if name == "text" else name): value for name, value in words.items()}
    return urlencode(said | ({"layout": layout} if layout != Layout.TABLE else {}))
