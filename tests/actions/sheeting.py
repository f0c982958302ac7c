"""Spreadsheets of actions as tests need them."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from actions.models.imports import ActionImport
from actions.services.sheet_imports import (
    choose_reading,
    mapping_of,
    run_import,
    start_import,
    stop_import,
    upload_actions,
)
from actions.sheets.mapping import SheetMapping
from partnerships.models.membership import Membership

HEADER = ["Nr", "Actie", "Wie", "Deadline", "Status"]
ROWS: list[list[Any]] = [
    [1, "Losse kleden weghalen", "Bo Jansen", "3 maart 2030", "Loopt"],
    [2, "Bibliotheek om een zaal vragen", "O. Bakker", "31-03-2030", "Niet gestart"],
    [3, "Folder maken", "Ada", "2030-04-01", "Vervallen"],
]


def workbook(*rows: list[Any], title: str = "Acties") -> bytes:
    """Make a workbook of one sheet that holds these rows."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = title
    for row in rows or (HEADER, *ROWS):
        page.append(row)
    return saved(book)


def saved(book: Workbook) -> bytes:
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def uploaded(
    member: Membership, content: bytes | None = None, *, name: str = "acties.xlsx", **chosen: Any
) -> ActionImport:
    made = upload_actions(member, file_name=name, content=content or workbook())
    if chosen:
        mapping = SheetMapping(**{**mapping_of(made).stored(), **chosen})
        made = choose_reading(member, made.pk, mapping=mapping)
    return made


def imported(member: Membership, content: bytes | None = None, **chosen: Any) -> ActionImport:
    made = uploaded(member, content, **chosen)
    start_import(member, made.pk)
    return run_import(made.pk)


def stopped_half_way(member: Membership, owner: str) -> ActionImport:
    """Import 150 rows, of which 100 become actions before the power goes."""
    rows = [[n, f"Actie {n}", owner, "2030-03-01", "Loopt"] for n in range(1, 151)]
    made = uploaded(member, workbook(HEADER, *rows))
    start_import(member, made.pk)

    def break_off(_source: ActionImport) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_import(made.pk, after_batch=break_off)
    stop_import(made.pk, reason="The power went")
    made.refresh_from_db()
    return made


def outcome(done: ActionImport) -> tuple[str, int, int, list[Any]]:
    return (done.state, done.added, done.known, done.problems)
