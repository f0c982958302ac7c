"""Reading a workbook (.xlsx) that anybody may have sent: limits first, and nothing in it is run."""

import logging
import re
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from typing import Any
from warnings import catch_warnings, simplefilter
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.cell.cell import ERROR_CODES
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from actions.sheets.cells import (
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Line,
    Sheet,
    Unreadable,
    is_filled,
    refused,
    too_many_rows,
)

logger = logging.getLogger(__name__)

# What a workbook may hold once it is unpacked.
MOST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 2000
MOST_SHEETS = 20
# No spreadsheet programme has more; a number beyond it would be counted up to.
LAST_ROW = 1_048_576
# Larger areas of one value are decoration.
MOST_MERGED_CELLS = 20_000
ENCRYPTED = 0x1

MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref=\"([A-Z]+[0-9]+:[A-Z]+[0-9]+)\"")
FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
# What unpacking says of a damaged archive, of one cut short, and, last, of one of a newer version or
# packed in a way that zipfile does not know.
UNPACKING = (BadZipFile, zlib.error, EOFError, NotImplementedError)
# What reading says of XML that is none (a SyntaxError), and where parts are missing, point nowhere or
# hold other than they should: the library looks at nothing first, and stumbles over it.
READING = (
    *(InvalidFileException, SyntaxError, KeyError, IndexError),
    *(ValueError, TypeError, AttributeError, OverflowError),
)


def sheets_of_workbook(content: bytes) -> list[Sheet]:
    """Return the visible sheets that hold anything; raises InvalidInputError with what to do else.

    Formulas count as what they last came to; macros, links and pictures are left alone.
    """
    try:
        with ZipFile(BytesIO(content)) as archive, catch_warnings():
            simplefilter("ignore")  # of what the library leaves out: pictures, rules for typing
            _must_be_a_small_workbook(archive)
            return list(_sheets(content, archive))
    except (*UNPACKING, *READING) as error:
        logger.info("a workbook cannot be read", exc_info=True)  # a mistake of ours shows here, too
        raise refused(
            _(
                "This workbook is damaged. Open it in your spreadsheet programme and save it once"
                " more as .xlsx."
            )
        ) from error


def _must_be_a_small_workbook(archive: ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise protected()
    if "xl/workbook.xml" not in names:
        raise refused(
            _("This is not a workbook. In your spreadsheet programme save it as .xlsx or CSV.")
        )
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise refused(
            _(
                "This workbook unpacks to more than 60 MB. Copy the sheet with the actions into a"
                " new workbook and import that."
            )
        )


def protected() -> Exception:
    """Say that a file is locked; to be raised."""
    return refused(
        _(
            "This file is protected by a password. Save it without one, import it, and delete that"
            " copy."
        )
    )


def _sheets(content: bytes, archive: ZipFile) -> Iterator[Sheet]:
    reader = ExcelReader(BytesIO(content), read_only=True, data_only=True)
    reader.read()
    book = reader.wb
    part_of = {sheet.name: relation.target for sheet, relation in reader.parser.find_sheets()}
    visible: list[Any] = [page for page in book.worksheets if page.sheet_state == "visible"]
    for page in visible[:MOST_SHEETS]:
        part = archive.read(part_of[page.title])
        merged = _merged_in(part)
        formulas = _formulas(content, page.title) if FORMULA.search(part) else None
        lines = _lines(page, merged, formulas)
        if lines:
            yield Sheet(page.title, lines, had_merged=bool(merged))
    book.close()


def _formulas(content: bytes, title: str) -> Iterator[tuple[Any, ...]]:
    book = load_workbook(BytesIO(content), read_only=True)
    return _raw_rows(book[title])


def _raw_rows(page: Any) -> Iterator[tuple[Any, ...]]:
    page.reset_dimensions()
    rows = page.iter_rows(max_row=LAST_ROW, max_col=MOST_COLUMNS + 1, values_only=True)
    # Past its last row a sheet is filled up to the row that was asked for.
    return iter(rows)


def _lines(
    page: Any,
    merged: dict[tuple[int, int], tuple[int, int]],
    formulas: Iterator[tuple[Any, ...]] | None,
) -> list[Line]:
    kept: dict[tuple[int, int], Cell] = {}
    merged_rows = {row for row, _place in (*merged, *merged.values())}
    lines = []
    for number, raw in enumerate(_raw_rows(page), start=1):
        written = next(formulas, ()) if formulas else ()
        if number not in merged_rows and _is_blank(raw) and _is_blank(written):
            continue  # a sheet may have a million of these
        cells = [_cell(value, written, place) for place, value in enumerate(raw)]
        if number in merged_rows:
            _spread(cells, number, merged, kept)
        if is_filled(cells):
            lines.append(Line(number, _must_be_narrow(cells)))
        if len(lines) > MOST_ROWS + 100:
            raise too_many_rows()
    return lines


def _spread(
    cells: list[Cell],
    number: int,
    merged: dict[tuple[int, int], tuple[int, int]],
    kept: dict[tuple[int, int], Cell],
) -> None:
    """Let every cell of a merged area hold what its first one does."""
    for place, cell in enumerate(cells):
        source = merged.get((number, place), (number, place))
        cells[place] = kept.setdefault(source, cell if source == (number, place) else "")


def _is_blank(row: tuple[Any, ...]) -> bool:
    return row.count(None) == len(row)


def _must_be_narrow(cells: list[Cell]) -> list[Cell]:
    if len(cells) > MOST_COLUMNS and cells[MOST_COLUMNS] != "":
        raise refused(_("This sheet has more than 200 columns. Delete those you do not need."))
    while cells and cells[-1] == "":
        cells.pop()
    return cells


def _cell(value: Any, written: tuple[Any, ...], place: int) -> Cell:
    if value is None:
        formula = written[place] if place < len(written) else None
        if formula is None:
            return ""
        return Unreadable(
            _(
                "holds a formula whose result is not in the file. Open the file in your spreadsheet"
                " programme, save it, and import it again."
            )
        )
    if isinstance(value, str):
        if value in ERROR_CODES:
            return Unreadable(_("holds an error (%(code)s).") % {"code": value})
        return value
    return _typed(value)


def _typed(value: Any) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat("minutes") if isinstance(value, time) else str(value)


def _merged_in(part: bytes) -> dict[tuple[int, int], tuple[int, int]]:
    """Return, for each cell that is part of a larger one, where the value of that stands."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for match in islice(MERGED.finditer(part), MOST_MERGED_CELLS):
        left, top, right, bottom = (int(edge or 0) for edge in range_boundaries(match[1].decode()))
        # Across columns it is a title; down the rows each of them means the value.
        if right != left or (bottom - top) + len(found) > MOST_MERGED_CELLS:
            continue
        for row in range(top + 1, bottom + 1):
            found[row, left - 1] = (top, left - 1)
    return found
