"""Bringing a spreadsheet into the action log: upload, how it is read, and the import in batches."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from actions.models.imports import ActionImport, SourceKind
from actions.policies import may_import_actions
from actions.queries.imports import imports_of, locked_import_of
from actions.services.bringing_in import IMPORTABLE, bring_in
from actions.services.sheet_rows import Verdict, verdicts_on
from actions.sheets.cells import MOST_ROWS, Line, Sheet, refused, too_many_rows
from actions.sheets.headers import header_at, names_in, rows_below
from actions.sheets.mapping import (
    DAY_FIRST,
    MONTH_FIRST,
    SheetMapping,
    first_guess,
    unclear_day,
    with_values,
)
from actions.sheets.reading import sheets_in
from kernel.clock import now
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError
from kernel.text import clean_line, clean_optional_text
from partnerships.models.membership import Membership
from partnerships.queries import locked_partnership_of, members_of
from reflections.models.note import ImportState

# Short enough that people who work in the log meanwhile do not wait.
BATCH = 100
PREVIEWED = 10
UNTOUCHED = timedelta(days=7)
UNDER_WAY = {ImportState.WAITING, ImportState.RUNNING}


@transaction.atomic
def upload_actions(member: Membership, *, file_name: str, content: bytes) -> ActionImport:
    """Keep a file that can be read, with a first guess of how.

    It takes the place of what the member uploaded before and did not start.
    """
    _must_be_allowed(member)
    sheet = sheets_in(content)[0]
    mapping = first_guess(sheet, _members(member), _chosen_before(member))
    preparing = imports_of(member).filter(by=member, state=ImportState.PREPARING)
    preparing.filter(kind=SourceKind.SHEET).delete()
    return ActionImport.objects.create(
        partnership_id=member.partnership_id,
        by=member,
        kind=SourceKind.SHEET,
        name=clean_line(file_name, field="file", most=200),
        content=content,
        mapping=mapping.stored(),
        rows_total=len(rows_of(sheet, mapping)),
        made_at=now(),
    )


@transaction.atomic
def choose_reading(member: Membership, import_id: UUID, *, mapping: SheetMapping) -> ActionImport:
    """Say how the file is to be read, before the import starts.

    Where other columns are chosen, what their values mean is guessed anew.
    """
    _must_be_allowed(member)
    source = locked_import_of(member, import_id, kind=SourceKind.SHEET)
    if source.state != ImportState.PREPARING:
        raise ConflictError(_("This import has started; its columns stay as they are."))
    sheet = sheet_of(source, mapping.sheet)
    if mapping.sheet != mapping_of(source).sheet:
        mapping = first_guess(sheet, _members(member), _chosen_before(member))
    mapping = _cleaned(member, sheet, mapping)
    rows = rows_of(sheet, mapping)
    source.mapping = with_values(mapping, rows, _members(member), mapping).stored()
    source.rows_total = len(rows)
    source.save(update_fields=["mapping", "rows_total"])
    return source


@dataclass(frozen=True)
class Preview:
    """What an import would do: the first rows, how many become actions, which are skipped.

    `unclear_day` is a day that can be read in two ways as long as nobody said which.
    """

    sheet: Sheet
    header: list[str]
    first: list[Verdict]
    to_add: int
    known: int
    problems: list[Verdict]
    unclear_day: str


def preview_of(member: Membership, source: ActionImport) -> Preview:
    """Return what becomes of the rows if the import starts now."""
    mapping = mapping_of(source)
    sheet = sheet_of(source, mapping.sheet)
    rows = rows_of(sheet, mapping)
    verdicts = list(verdicts_on(member, rows, mapping))
    unclear = "" if mapping.date_order else unclear_day(rows, mapping.columns.get("due"))
    return Preview(
        sheet=sheet,
        header=names_in(_header(sheet, mapping)),
        first=verdicts[:PREVIEWED],
        to_add=sum(one.is_new for one in verdicts),
        known=sum(one.is_known for one in verdicts),
        problems=[one for one in verdicts if one.problem],
        unclear_day=unclear or "",
    )


@transaction.atomic
def start_import(member: Membership, import_id: UUID) -> ActionImport:
    """Set the import going, or going again after it stopped; no row is ever added twice."""
    _must_be_allowed(member)
    source = locked_import_of(member, import_id, kind=SourceKind.SHEET)
    if source.state == ImportState.DONE:
        return source
    if not source.content:
        raise ConflictError(source.failure)
    mapping = mapping_of(source)
    rows = rows_of(sheet_of(source, mapping.sheet), mapping)
    _must_be_clear(rows, mapping)
    source.state = ImportState.WAITING
    source.failure = ""
    source.save(update_fields=["state", "failure"])
    return source


def run_import(
    import_id: UUID, *, after_batch: Callable[[ActionImport], None] = lambda _: None
) -> ActionImport:
    """Import what is left of a file that was set going, batch by batch, each whole or not at all.

    May be stopped at any moment and run again, also twice at once: where it is, is read under a
    lock with each batch.
    """
    source = ActionImport.objects.select_related("partnership", "by__person").get(pk=import_id)
    with translation.override(source.by.person.language or source.partnership.language):
        if source.state in UNDER_WAY:
            mapping = mapping_of(source)
            rows = rows_of(sheet_of(source, mapping.sheet), mapping)
            while source.state in UNDER_WAY:
                source = _import_batch(source.by, import_id, rows, mapping)
                after_batch(source)
    return source


@transaction.atomic
def forget_uploads() -> int:
    """Forget the files that nobody imported within a week, and return how many."""
    old = ActionImport.objects.filter(kind=SourceKind.SHEET, state=ImportState.PREPARING)
    return old.filter(made_at__lt=now() - UNTOUCHED).delete()[0]


@transaction.atomic
def stop_import(import_id: UUID, *, reason: str) -> None:
    """Say that an import ended before its end, and why; it can be set going again."""
    source = ActionImport.objects.select_for_update().get(pk=import_id)
    if source.state != ImportState.DONE:
        stop(source, reason)


@transaction.atomic
def _import_batch(
    member: Membership, import_id: UUID, rows: list[Line], mapping: SheetMapping
) -> ActionImport:
    locked_partnership_of(member)  # so that no two imports bring in the same row at once
    source = locked_import_of(member, import_id, kind=SourceKind.SHEET)
    if source.state not in UNDER_WAY:
        return source
    member.refresh_from_db()
    if member.until is not None or not may_import_actions(member):
        return stop(source, _("Who started it may not import actions any more."))
    batch = rows[source.rows_done : source.rows_done + BATCH]
    verdicts = list(verdicts_on(member, batch, mapping))
    new = [one.read for one in verdicts if one.is_new and one.read]
    source.rows_done += len(batch)
    source.added += len(new)
    source.known += sum(one.is_known for one in verdicts)
    source.problems += [[one.row, one.problem] for one in verdicts if one.problem]
    _save_progress(source, is_done=source.rows_done >= len(rows))
    bring_in(member, source, new)
    return source


def _save_progress(source: ActionImport, *, is_done: bool) -> None:
    source.state = ImportState.DONE if is_done else ImportState.RUNNING
    changed = ["state", "rows_done", "added", "known", "problems"]
    if is_done:
        source.content = b""
        changed.append("content")
    source.save(update_fields=changed)


def stop(source: ActionImport, reason: str) -> ActionImport:
    """Say on *source* that it ended before its end, and why."""
    source.state = ImportState.FAILED
    source.failure = reason
    source.save(update_fields=["state", "failure"])
    return source


def mapping_of(source: ActionImport) -> SheetMapping:
    """Return how a file is read."""
    return SheetMapping(**source.mapping)


def sheet_of(source: ActionImport, name: str) -> Sheet:
    """Return one sheet of the file."""
    sheets = sheets_in(bytes(source.content))
    found = next((sheet for sheet in sheets if sheet.name == name), None)
    if found is None:
        raise InvalidInputError(_("This file has no such sheet."), field="sheet")
    return found


def rows_of(sheet: Sheet, mapping: SheetMapping) -> list[Line]:
    """Return the rows that may become actions; raises InvalidInputError where there are none or too many."""
    rows = rows_below(sheet, _header(sheet, mapping))
    if len(rows) > MOST_ROWS:
        raise too_many_rows()
    if not rows:
        raise refused(_("There is nothing below the row with the names of the columns."))
    return rows


def _header(sheet: Sheet, mapping: SheetMapping) -> Line:
    header = header_at(sheet, mapping.header)
    if header is None:
        raise InvalidInputError(_("Please choose one of the first rows."), field="header")
    return header


def _must_be_allowed(member: Membership) -> None:
    if not may_import_actions(member):
        raise NotAllowedError(_("Only a programme manager can import actions."))


def _members(member: Membership) -> list[Membership]:
    return list(members_of(member).select_related("person").order_by("person__name", "pk"))


def _chosen_before(member: Membership) -> SheetMapping | None:
    started = imports_of(member).filter(kind=SourceKind.SHEET)
    last = started.exclude(state=ImportState.PREPARING).first()
    return mapping_of(last) if last else None


def _cleaned(member: Membership, sheet: Sheet, mapping: SheetMapping) -> SheetMapping:
    names = names_in(_header(sheet, mapping))
    columns = mapping.columns
    if not set(columns.values()) <= set(range(len(names))):
        raise InvalidInputError(_("This file has no such column."), field="title")
    if len(set(columns.values())) != len(columns):
        raise InvalidInputError(_("Choose each column for one thing only."), field="title")
    if "title" not in columns:
        raise InvalidInputError(
            _("Please choose the column that says what is to be done."), field="title"
        )
    people = {str(one.pk) for one in _members(member)} | {""}
    if not {mapping.other_owner, *mapping.owners.values()} <= people:
        raise InvalidInputError(
            _("Please choose among the members of this partnership."), field="other_owner"
        )
    if not set(mapping.states.values()) <= {*map(str, IMPORTABLE), ""}:
        raise InvalidInputError(_("Please choose one of the listed values."), field="state")
    if mapping.date_order not in {DAY_FIRST, MONTH_FIRST, ""}:
        raise InvalidInputError(_("Please choose one of the listed values."), field="date_order")
    return replace(
        mapping,
        names={name: names[place] for name, place in columns.items()},
        other_outcome=clean_optional_text(mapping.other_outcome, field="other_outcome", most=300),
    )


def _must_be_clear(rows: list[Line], mapping: SheetMapping) -> None:
    unclear = unclear_day(rows, mapping.columns.get("due"))
    if unclear and not mapping.date_order:
        raise InvalidInputError(
            _("“%(text)s” can be read in two ways. Say which comes first, day or month.")
            % {"text": unclear},
            field="date_order",
        )
