"""Bringing data items to a session, changing them and taking them away."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from frontend.forms.outcome import is_done
from frontend.forms.preparation import ItemChangeForm, NewItemForm
from frontend.signed_in import MemberRequest, for_members
from kernel.errors import NotAllowedError
from reflections.models.data_item import DataItem
from reflections.models.session import ReflectionSession
from reflections.policies import may_change_data
from reflections.queries.preparation import data_items_of
from reflections.queries.sessions import sessions_of
from reflections.services.data_items import (
    ItemContent,
    add_data_item,
    remove_data_item,
    revise_data_item,
)


@for_members
@require_http_methods(["GET", "POST"])
def new(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Bring a data item."""
    session = _session(request, session_id)
    form = NewItemForm(request.POST or None)

    def add(said: dict[str, Any]) -> object:
        item_id, content = said["item_id"], _content(said)
        return add_data_item(request.member, session_id, item_id=item_id, content=content)

    if request.method == "POST" and is_done(form, add):
        messages.success(request, _("The data item is added."))
        return redirect("about_session", request.member.partnership.slug, session_id)
    return render(request, "board/data_item.html", {"form": form, "session": session})


@for_members
@require_http_methods(["GET", "POST"])
def change(request: MemberRequest, session_id: UUID, data_item_id: UUID) -> HttpResponse:
    """Say anew what a data item says, or take it away."""
    session = _session(request, session_id)
    item = data_items_of(session).get(pk=data_item_id)
    slug = request.member.partnership.slug
    if "remove" in request.POST:
        remove_data_item(request.member, session_id, item_id=data_item_id)
        messages.success(request, _("The data item is removed."))
        return redirect("about_session", slug, session_id)
    form = ItemChangeForm(request.POST or None, initial=_initial(item))

    def revise(said: dict[str, Any]) -> object:
        return revise_data_item(
            request.member,
            session_id,
            item_id=data_item_id,
            content=_content(said),
            version=said["version"],
        )

    if request.method == "POST" and is_done(form, revise):
        messages.success(request, _("The changes are saved."))
        return redirect("about_session", slug, session_id)
    return render(request, "board/data_item.html", {"form": form, "session": session, "item": item})


def _session(request: MemberRequest, session_id: UUID) -> ReflectionSession:
    session = sessions_of(request.member).get(pk=session_id)
    if not may_change_data(request.member, session):
        raise NotAllowedError(
            _("Only data scientists and those who run the session can change its data.")
        )
    return session


def _content(said: dict[str, Any]) -> ItemContent:
    return ItemContent(
        **{name: value for name, value in said.items() if name not in {"item_id", "version"}}
    )


def _initial(item: DataItem) -> dict[str, Any]:
    return {name: getattr(item, name) for name in ItemChangeForm.base_fields}
