"""Reading a file in which actions stand: a workbook or comma-separated values."""

from collections import Counter
from itertools import islice

from django.utils.translation import gettext as _

from actions.sheets.cells import MOST_COLUMNS, MOST_ROWS, Line, Sheet, refused, too_many_rows
from actions.sheets.workbook import protected, sheets_of_workbook
from kernel.errors import InvalidInputError
from reflections.services.tables import (
    DELIMITERS,
    MOST_BYTES,
    MOST_ROWS_READ,
    SAMPLE,
    records_of,
    text_of,
)

ZIP, OLE, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
# The name of what is locked, as it stands in such a file.
LOCKED = "EncryptedPackage".encode("utf-16-le")


def sheets_in(content: bytes) -> list[Sheet]:
    """Return the sheets of a file, the fullest first; raises InvalidInputError with what to do else.

    What a file is, is told by its content; its name may say anything.
    """
    if len(content) > MOST_BYTES:
        raise refused(_("This file is larger than 5 MB. Split it and import the parts one by one."))
    if content.startswith(ZIP):
        sheets = sheets_of_workbook(content)
    elif content.startswith((OLE, PDF)):
        raise _other_kind(content)
    else:
        sheets = [_sheet_of_values(text_of(content))]
    sheets = [sheet for sheet in sheets if sheet.lines]
    if not sheets:
        raise refused(_("This file is empty."))
    return sorted(sheets, key=lambda sheet: -len(sheet.lines))


def _other_kind(content: bytes) -> Exception:
    if content.startswith(PDF):
        return refused(
            _(
                "This is a PDF, whatever its name says. Ask for the spreadsheet that it was made"
                " from."
            )
        )
    if LOCKED in content:
        return protected()
    return refused(
        _(
            "This is a workbook of an older kind (.xls). Open it in your spreadsheet programme and"
            " save it as .xlsx."
        )
    )


def _sheet_of_values(text: str) -> Sheet:
    delimiter = max(DELIMITERS, key=lambda one: _fit(text, one))
    lines = []
    for row in records_of(text, delimiter):
        if row.fault or any(value.strip() for value in row.values):
            if len(row.values) > MOST_COLUMNS:
                raise refused(
                    _("This sheet has more than 200 columns. Delete those you do not need.")
                )
            lines.append(Line(row.number, list(row.values), row.fault))
        if len(lines) > MOST_ROWS + 100 or row.number > MOST_ROWS_READ:
            raise too_many_rows()
    return Sheet("", lines)


def _fit(text: str, delimiter: str) -> tuple[int, int]:
    """Say how well a delimiter fits: how many of the first rows have as many columns, and many."""
    try:
        rows = list(islice(records_of(text, delimiter), SAMPLE))
    except InvalidInputError:
        return (0, 0)
    counted = Counter(len(row.values) for row in rows if len(row.values) > 1)
    columns, times = max(counted.items(), key=lambda one: (one[1], one[0]), default=(1, 0))
    return (times, columns)
