"""The pages on which a spreadsheet becomes actions: choose a file, say how to read it, watch it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from actions.models.imports import ActionImport, SourceKind
from actions.queries.imports import imports_of
from actions.services.sheet_imports import (
    choose_reading,
    mapping_of,
    preview_of,
    start_import,
    upload_actions,
)
from actions.services.sheet_rows import Verdict
from actions.sheets.reading import sheets_in
from actions.states import ActionState
from actions.tasks import import_actions
from frontend.forms.action_imports import ActionsFileForm, ReadingForm
from frontend.forms.outcome import is_done
from frontend.pages.imports import SECONDS_TO_RELOAD, TOO_LARGE, content_of
from frontend.signed_in import MemberRequest, for_members
from partnerships.queries import members_of
from reflections.models.note import ImportState
from reflections.services.tables import MOST_BYTES


@dataclass(frozen=True)
class PreviewLine:
    """What one row would become, or why it would be skipped."""

    row: int
    title: str = ""
    owner: str = ""
    due: date | None = None
    state: str = ""
    is_known: bool = False
    problem: str = ""


@for_members
@require_http_methods(["GET", "POST"])
def upload(request: MemberRequest) -> HttpResponse:
    """Take a file, and show what was brought in before."""
    member = request.member
    earlier = _sheets_of(request).exclude(state=ImportState.PREPARING).defer("content")
    is_sent = request.method == "POST"
    form = ActionsFileForm(request.POST, request.FILES) if is_sent else ActionsFileForm()
    if is_sent and is_done(form, partial(_keep, request)):
        made = _sheets_of(request).filter(by=member, state=ImportState.PREPARING)
        return redirect("action_import_reading", member.partnership.slug, made[0].pk)
    file = request.FILES.get("file")
    is_too_large = file is not None and (file.size or 0) > MOST_BYTES
    return render(
        request,
        "action_imports/upload.html",
        {"form": form, "earlier": earlier},
        status=TOO_LARGE if is_too_large else 200,
    )


@for_members
@require_http_methods(["GET", "POST"])
def reading(request: MemberRequest, action_import_id: UUID) -> HttpResponse:
    """Show what the file would become; have it read otherwise, or start."""
    source = _sheets_of(request).get(pk=action_import_id)
    slug = request.member.partnership.slug
    if source.state != ImportState.PREPARING:
        return redirect("action_import", slug, action_import_id)
    preview = preview_of(request.member, source)
    members = list(members_of(request.member).select_related("person").order_by("person__name"))
    form = ReadingForm(
        request.POST or None,
        preview=preview,
        sheets=[sheet.name for sheet in sheets_in(bytes(source.content))],
        mapping=mapping_of(source),
        members=members,
    )
    if request.method == "POST" and is_done(form, partial(_choose, request, source, form)):
        if "start" in request.POST and not form.changed_data:
            if is_done(form, lambda _said: _start(request, action_import_id)):
                return redirect("action_import", slug, action_import_id)
        else:
            if "start" in request.POST:
                messages.info(
                    request, _("You chose something else. Look at the actions once more.")
                )
            return redirect("action_import_reading", slug, action_import_id)
    names = {one.pk: one.person.name for one in members}
    context = {
        "form": form,
        "preview": preview,
        "problems": [(one.row, one.problem) for one in preview.problems],
        "import": source,
        "lines": [_line(one, names) for one in preview.first],
    }
    return render(request, "action_imports/reading.html", context)


@for_members
@require_GET
def progress(request: MemberRequest, action_import_id: UUID) -> HttpResponse:
    """Show how far the import is, and in the end what became of each row."""
    source = _sheets_of(request).defer("content").get(pk=action_import_id)
    if source.state == ImportState.PREPARING:
        return redirect("action_import_reading", request.member.partnership.slug, action_import_id)
    is_under_way = source.state in {ImportState.WAITING, ImportState.RUNNING}
    answer = render(
        request,
        "action_imports/import.html",
        {
            "import": source,
            "is_under_way": is_under_way,
            "is_done": source.state == ImportState.DONE,
            "is_gone": source.is_out_of_time,
        },
    )
    if is_under_way:
        answer["Refresh"] = str(SECONDS_TO_RELOAD)
    return answer


@for_members
@require_POST
def go_on(request: MemberRequest, action_import_id: UUID) -> HttpResponse:
    """Set an import going again that stopped."""
    _start(request, action_import_id)
    return redirect("action_import", request.member.partnership.slug, action_import_id)


def _sheets_of(request: MemberRequest) -> Any:
    return imports_of(request.member).filter(kind=SourceKind.SHEET)


def _line(verdict: Verdict, names: Mapping[UUID, str]) -> PreviewLine:
    read = verdict.read
    if read is None or verdict.problem:
        return PreviewLine(row=verdict.row, problem=verdict.problem)
    return PreviewLine(
        row=verdict.row,
        title=read.title,
        owner=names.get(read.owner_id, ""),
        due=read.due,
        state=str(ActionState(read.state).label),
        is_known=verdict.is_known,
    )


def _keep(request: MemberRequest, said: dict[str, Any]) -> None:
    upload_actions(request.member, file_name=said["file"].name, content=content_of(said["file"]))


def _choose(
    request: MemberRequest, source: ActionImport, form: ReadingForm, _said: dict[str, Any]
) -> None:
    choose_reading(request.member, source.pk, mapping=form.reading())


def _start(request: MemberRequest, import_id: UUID) -> None:
    with transaction.atomic():
        start_import(request.member, import_id)
        import_actions.enqueue(str(import_id))
