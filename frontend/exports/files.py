"""Sheets as files: one workbook for Excel, or a file of comma-separated values for each."""

import csv
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.utils.timezone import make_naive
from openpyxl import Workbook
from openpyxl.cell import Cell as Box
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from frontend.documents.letters import writable
from frontend.exports.guard import could_compute, guarded
from frontend.exports.sheets import Cell, Sheet

WIDE, NARROW = 60, 16
LONG = 40  # letters from which a column is a wide one
# What Excel expects between the cells where a comma stands before decimals.
SEMICOLON_LANGUAGES = {"nl", "sv"}


def workbook_of(sheets: list[Sheet]) -> bytes:
    """Return the sheets as one workbook (.xlsx): texts as text, numbers and days as what they are."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(sheet.title)
        page.freeze_panes = "A2"
        for place, width in enumerate(_widths(sheet), start=1):
            page.column_dimensions[get_column_letter(place)].width = width
        page.append([_head(page, text) for text in sheet.head])
        for row in sheet.rows:
            page.append([_cell(page, value) for value in row])
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.head))}{len(sheet.rows) + 1}"
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def csv_archive_of(sheets: list[Sheet], language: str) -> bytes:
    """Return the sheets as files of values in one archive (.zip), as Excel in that language reads them."""
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as archive:
        for sheet in sheets:
            archive.writestr(f"{sheet.code}.csv", csv_of(sheet, language))
    return kept.getvalue()


def csv_of(sheet: Sheet, language: str) -> bytes:
    """Return one sheet as values in UTF-8, with the mark by which Excel knows that it is."""
    delimiter = ";" if language in SEMICOLON_LANGUAGES else ","
    kept = StringIO(newline="")
    writer = csv.writer(kept, delimiter=delimiter, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(sheet.head)
    writer.writerows([_value(cell) for cell in row] for row in sheet.rows)
    return kept.getvalue().encode("utf-8-sig")


def _value(cell: Cell) -> str | int:
    if isinstance(cell, str):
        return guarded(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else cell


def _head(page: Any, text: str) -> Box:
    cell = WriteOnlyCell(page, value=text)
    cell.font = Font(bold=True)
    return cell


def _cell(page: Any, value: Cell) -> Box:
    # Excel knows no time zones: what it shows is the time of the place.
    cell = WriteOnlyCell(page, value=make_naive(value) if isinstance(value, datetime) else None)
    if isinstance(value, str):
        cell.value = writable(value)
        cell.data_type = "s"  # whatever it looks like: "=1+1" and "#N/A" are words here
        cell.quotePrefix = could_compute(value)  # and stay words when somebody edits the cell
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    elif not isinstance(value, datetime):
        cell.value = value
    return cell


def _widths(sheet: Sheet) -> list[int]:
    columns = zip(*sheet.rows, strict=True) if sheet.rows else ([] for _ in sheet.head)
    return [
        WIDE if any(isinstance(cell, str) and len(cell) > LONG for cell in column) else NARROW
        for column in columns
    ]
