"""Imports a CSV file of notes into a session, as somebody who runs it."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from accounts.models import Person
from kernel.errors import DomainError
from partnerships.models.membership import Membership
from partnerships.queries import memberships_of
from reflections.management.terminal import content_of, draw_progress, place_of, report, short
from reflections.models.note import NoteImport
from reflections.queries.sessions import sessions_of
from reflections.services.import_rows import Mapping
from reflections.services.imports import (
    Preview,
    choose_columns,
    mapping_of,
    preview_of,
    run_import,
    start_import,
    upload_notes,
)


class Command(BaseCommand):
    """Import notes from a file."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the file, the session and who does it; the columns are guessed if not said."""
        parser.add_argument("file", type=Path, help="a CSV file in UTF-8, at most 5 MB")
        parser.add_argument("--session", type=UUID, required=True, help="the session's id")
        parser.add_argument("--as", dest="email", required=True, help="your e-mail address")
        parser.add_argument("--text", help="the column that holds the text")
        parser.add_argument("--reference", help="the column that names each row")
        parser.add_argument("--into", help="the board column that the notes go to")
        parser.add_argument("--attribution", default="", help="whose data it is, shown with them")
        parser.add_argument("--dry-run", action="store_true", help="show the preview only")

    def handle(self, *args: Any, **options: Any) -> None:
        """Show what would become of the file, import it, and report row by row."""
        try:
            self._import(options)
        except DomainError as error:
            raise CommandError(error.message) from error

    def _import(self, options: dict[str, Any]) -> None:
        member = _member(options["email"], options["session"])
        with transaction.atomic():
            note_import = _prepared(member, options)
            preview = preview_of(note_import)
            self._show(note_import, preview)
            if options["dry_run"]:
                transaction.set_rollback(True)
                return
            start_import(member, note_import.session_id, note_import.pk)
        report(
            self.stdout, run_import(note_import.pk, after_batch=partial(draw_progress, self.stdout))
        )

    def _show(self, note_import: NoteImport, preview: Preview) -> None:
        mapping = mapping_of(note_import)
        name = "none" if mapping.reference is None else preview.header[mapping.reference]
        self.stdout.write(f"{note_import.file_name}: {note_import.rows_total} rows")
        self.stdout.write(f"Text: {preview.header[mapping.text]}. Name of the row: {name}.\n\n")
        for one in preview.first:
            what = one.problem or f"{one.reference}  {short(one.text)}"
            self.stdout.write(f"  row {one.row:>4}  {what}")
        self.stdout.write(
            f"\nTo add: {preview.to_add}. There already: {preview.known}."
            f" Skipped: {len(preview.problems)}."
        )


def _member(email: str, session_id: UUID) -> Membership:
    try:
        person = Person.objects.get(email=email.strip().lower())
        return memberships_of(person).get(partnership__sessions=session_id)
    except ObjectDoesNotExist:
        raise CommandError(
            f"{email} is not a member of a partnership with session {session_id}."
        ) from None


def _prepared(member: Membership, options: dict[str, Any]) -> NoteImport:
    path, session_id = options["file"], options["session"]
    note_import = upload_notes(member, session_id, file_name=path.name, content=content_of(path))
    return choose_columns(
        member,
        session_id,
        note_import.pk,
        mapping=_mapping(member, note_import, options),
        attribution=options["attribution"],
    )


def _mapping(member: Membership, note_import: NoteImport, options: dict[str, Any]) -> Mapping:
    mapping = mapping_of(note_import)
    header = preview_of(note_import).header
    board = list(sessions_of(member).get(pk=note_import.session_id).columns.all())
    if options["text"] is not None:
        mapping = replace(mapping, text=place_of(header, options["text"], "The file"))
    if options["reference"] is not None:
        mapping = replace(mapping, reference=place_of(header, options["reference"], "The file"))
    if options["into"] is not None:
        place = place_of([column.title for column in board], options["into"], "The board")
        mapping = replace(mapping, column_id=board[place].pk)
    return mapping
