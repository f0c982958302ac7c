"""The pages of an import: choose a file, choose its columns, watch it, read what became of it."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from eventlog.events import session_stream
from frontend.forms.imports import ColumnsForm, UploadForm
from frontend.forms.outcome import is_done
from frontend.signed_in import MemberRequest, for_members
from kernel.errors import InvalidInputError
from reflections.models.note import ImportState, NoteImport
from reflections.queries.imports import imports_of
from reflections.queries.participants import has_joined
from reflections.queries.sessions import sessions_of
from reflections.services.import_rows import Mapping
from reflections.services.imports import (
    Preview,
    choose_columns,
    mapping_of,
    preview_of,
    start_import,
    upload_notes,
)
from reflections.services.tables import MOST_BYTES
from reflections.tasks import import_notes

TOO_LARGE = 413
SECONDS_TO_RELOAD = 3


@for_members
@require_http_methods(["GET", "POST"])
def upload(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Take a file, and show the imports that were there before."""
    member = request.member
    earlier = imports_of(member, session_id).exclude(state=ImportState.PREPARING)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if request.method == "POST" and is_done(form, partial(_keep, request, session_id)):
        made = imports_of(member, session_id).filter(by=member, state=ImportState.PREPARING)
        return redirect("import_columns", member.partnership.slug, session_id, made[0].pk)
    file = request.FILES.get("file")
    is_too_large = file is not None and (file.size or 0) > MOST_BYTES
    return render(
        request,
        "imports/upload.html",
        {
            "form": form,
            "earlier": earlier.defer("content"),
            "session": sessions_of(member).get(pk=session_id),
            "partnership": member.partnership,
        },
        status=TOO_LARGE if is_too_large else 200,
    )


@for_members
@require_http_methods(["GET", "POST"])
def columns(request: MemberRequest, session_id: UUID, import_id: UUID) -> HttpResponse:
    """Show what the file would become; choose other columns, or start."""
    member = request.member
    note_import = imports_of(member, session_id).get(pk=import_id)
    if note_import.state != ImportState.PREPARING:
        return redirect("import", member.partnership.slug, session_id, import_id)
    preview = preview_of(note_import)
    form = _columns_form(request, note_import, preview)
    if request.method == "POST" and is_done(form, partial(_choose, request, note_import)):
        is_as_shown = set(form.changed_data) <= {"attribution"}
        if "start" in request.POST and is_as_shown:
            return _started(request, session_id, import_id)
        if "start" in request.POST:
            messages.info(request, _("You chose other columns. Look at the notes once more."))
        return redirect("import_columns", member.partnership.slug, session_id, import_id)
    return render(
        request,
        "imports/columns.html",
        {
            "form": form,
            "preview": preview,
            "problems": [(one.row, one.problem) for one in preview.problems],
            "import": note_import,
            "session": note_import.session,
            "partnership": member.partnership,
        },
    )


@for_members
@require_GET
def progress(request: MemberRequest, session_id: UUID, import_id: UUID) -> HttpResponse:
    """Show how far the import is, and in the end what became of each row."""
    member = request.member
    note_import = imports_of(member, session_id).defer("content").get(pk=import_id)
    if note_import.state == ImportState.PREPARING:
        return redirect("import_columns", member.partnership.slug, session_id, import_id)
    is_under_way = note_import.state in {ImportState.WAITING, ImportState.RUNNING}
    is_live = has_joined(member, note_import.session)
    answer = render(
        request,
        "imports/import.html",
        {
            "import": note_import,
            "is_under_way": is_under_way,
            "is_done": note_import.state == ImportState.DONE,
            "session": note_import.session,
            "partnership": member.partnership,
            "stream": session_stream(session_id) if is_live else "",
        },
    )
    if is_under_way and not is_live:
        # News of a board goes to those who joined it; others see it move all the same.
        answer["Refresh"] = str(SECONDS_TO_RELOAD)
    return answer


@for_members
@require_POST
def go_on(request: MemberRequest, session_id: UUID, import_id: UUID) -> HttpResponse:
    """Set an import going again that stopped."""
    return _started(request, session_id, import_id)


def content_of(file: UploadedFile) -> bytes:
    """Return what a file holds; raises InvalidInputError for one that is too large to be looked at."""
    # What is larger than fits is on disk until here, and stays there.
    if (file.size or 0) > MOST_BYTES:
        raise InvalidInputError(
            _("This file is larger than 5 MB. Split it and import the parts one by one."),
            field="file",
        )
    return bytes(file.read())


def _keep(request: MemberRequest, session_id: UUID, said: dict[str, Any]) -> None:
    file = said["file"]
    upload_notes(request.member, session_id, file_name=file.name, content=content_of(file))


def _columns_form(request: MemberRequest, note_import: NoteImport, preview: Preview) -> ColumnsForm:
    mapping = mapping_of(note_import)
    return ColumnsForm(
        request.POST or None,
        header=preview.header,
        columns=note_import.session.columns.all(),
        initial={
            "text": str(mapping.text),
            "reference": "" if mapping.reference is None else str(mapping.reference),
            "column_id": str(mapping.column_id),
            "attribution": note_import.attribution,
        },
    )


def _choose(request: MemberRequest, note_import: NoteImport, said: dict[str, Any]) -> None:
    attribution = said.pop("attribution")
    choose_columns(
        request.member,
        note_import.session_id,
        note_import.pk,
        mapping=Mapping(**said),
        attribution=attribution,
    )


def _started(request: MemberRequest, session_id: UUID, import_id: UUID) -> HttpResponse:
    with transaction.atomic():
        start_import(request.member, session_id, import_id)
        import_notes.enqueue(str(import_id))
    return redirect("import", request.member.partnership.slug, session_id, import_id)
