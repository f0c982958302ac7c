"""Imports a spreadsheet of actions into the log of a partnership, as one of its programme managers."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from accounts.models import Person
from actions.models.imports import ActionImport
from actions.services.sheet_imports import (
    Preview,
    choose_reading,
    mapping_of,
    preview_of,
    run_import,
    start_import,
    upload_actions,
)
from actions.sheets.mapping import DAY_FIRST, MONTH_FIRST, SheetMapping
from actions.sheets.words import COLUMNS
from kernel.errors import DomainError
from partnerships.models.membership import Membership
from partnerships.queries import members_of, memberships_of
from reflections.management.terminal import content_of, draw_progress, place_of, report, short


class Command(BaseCommand):
    """Import actions from a file."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the file, the partnership and who does it; how to read it is guessed if not said."""
        parser.add_argument("file", type=Path, help="an .xlsx or CSV file, at most 5 MB")
        parser.add_argument("--partnership", required=True, help="its short name in addresses")
        parser.add_argument("--as", dest="email", required=True, help="your e-mail address")
        parser.add_argument("--header", type=int, help="the row with the names of the columns")
        for name in COLUMNS:
            option = f"--{name.replace('_', '-')}"
            parser.add_argument(option, metavar="COLUMN", help=f"the column of the {name}")
        parser.add_argument("--date-order", choices=[DAY_FIRST, MONTH_FIRST])
        parser.add_argument("--other-owner", metavar="EMAIL", help="asked where nobody is known")
        parser.add_argument("--dry-run", action="store_true", help="show the preview only")

    def handle(self, *args: Any, **options: Any) -> None:
        """Show what would become of the file, import it, and report row by row."""
        try:
            self._import(options)
        except DomainError as error:
            raise CommandError(error.message) from error

    def _import(self, options: dict[str, Any]) -> None:
        member = _member(options["email"], options["partnership"])
        with transaction.atomic():
            path = options["file"]
            made = upload_actions(member, file_name=path.name, content=content_of(path))
            mapping = _mapping(member, made, options)
            made = choose_reading(member, made.pk, mapping=mapping)
            self._show(made, preview_of(member, made))
            if options["dry_run"]:
                transaction.set_rollback(True)
                return
            start_import(member, made.pk)
        report(self.stdout, run_import(made.pk, after_batch=partial(draw_progress, self.stdout)))

    def _show(self, made: ActionImport, preview: Preview) -> None:
        self.stdout.write(f"{made.name}: {made.rows_total} rows\n")
        for name, column in mapping_of(made).names.items():
            self.stdout.write(f"  {name}: {column}")
        for one in preview.first:
            what = one.problem or (one.read and f"{one.read.due}  {short(one.read.title)}")
            self.stdout.write(f"  row {one.row:>4}  {what}")
        self.stdout.write(
            f"\nTo add: {preview.to_add}. There already: {preview.known}."
            f" Skipped: {len(preview.problems)}."
        )


def _member(email: str, slug: str) -> Membership:
    try:
        person = Person.objects.get(email=email.strip().lower())
        return memberships_of(person).get(partnership__slug=slug)
    except ObjectDoesNotExist:
        raise CommandError(f"{email} is not a member of a partnership called {slug}.") from None


def _mapping(member: Membership, made: ActionImport, options: dict[str, Any]) -> SheetMapping:
    mapping = mapping_of(made)
    if options["header"]:
        mapping = replace(mapping, header=options["header"])
        made = choose_reading(member, made.pk, mapping=replace(mapping, columns={"title": 0}))
    header = preview_of(member, made).header
    chosen = {
        name: place_of(header, options[name], "The file") for name in COLUMNS if options[name]
    }
    owner = _other_owner(member, options["other_owner"])
    return replace(
        mapping,
        columns={**mapping.columns, **chosen},
        date_order=options["date_order"] or mapping.date_order,
        other_owner=owner,
    )


def _other_owner(member: Membership, email: str | None) -> str:
    if not email:
        return ""
    found = members_of(member).filter(person__email=email.strip().lower()).first()
    if found is None:
        raise CommandError(f"{email} is not a member of this partnership.")
    return str(found.pk)
