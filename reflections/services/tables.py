"""Reading a file that somebody exported from a spreadsheet or a survey, whatever her programme made of it."""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kernel.errors import InvalidInputError

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 5000
MOST_COLUMNS = 200
# Empty rows count here: reading millions of them takes longer than anybody waits.
MOST_ROWS_READ = 50_000
DELIMITERS = ",;\t"
# How many rows say whether a delimiter fits.
SAMPLE = 50

# What files begin with that are called .csv but are something else.
OTHER_KINDS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x1f\x8b", b"{\\rtf")
OTHER_TEXTS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

# A row may hold more than the library's own limit; what is too long for a note is told row by row.
csv.field_size_limit(MOST_BYTES)


@dataclass(frozen=True)
class Row:
    """One row, with its number as a spreadsheet shows it (the header is row 1), or what is wrong."""

    number: int
    values: list[str]
    fault: str = ""


@dataclass(frozen=True)
class Table:
    """What a file holds."""

    header: list[str]
    rows: list[Row]


def text_of(content: bytes) -> str:
    """Return a file's text; raises InvalidInputError with a sentence on how to save it otherwise."""
    if len(content) > MOST_BYTES:
        raise _refused(
            _("This file is larger than 5 MB. Split it and import the parts one by one.")
        )
    if content.startswith(OTHER_KINDS):
        raise _refused(
            _(
                "This is not a text file. Open it in your spreadsheet programme and save it as"
                " “CSV UTF-8”."
            )
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text or content.startswith(OTHER_TEXTS):
        raise _refused(
            _(
                "This file is not written in UTF-8, so letters such as é would be lost. Open it in"
                " your spreadsheet programme and save it as “CSV UTF-8”."
            )
        )
    return text


def table_of(text: str) -> Table:
    """Return the rows of a file's *text*; raises InvalidInputError when there is nothing to import."""
    text = _without_empty_end(text)
    delimiter = max(DELIMITERS, key=lambda one: _fit(text, one))
    records = records_of(text, delimiter)
    header = _header(next(records, None))
    rows = list(islice(_rows_worth_telling(records, header), MOST_ROWS + 1))
    if not rows:
        raise _refused(
            _("This file has a row with the names of the columns, and nothing below it.")
        )
    if len(rows) > MOST_ROWS:
        raise _too_many_rows()
    return Table(header=header, rows=rows)


def _without_empty_end(text: str) -> str:
    # Spreadsheets save a million rows when one far below was ever touched.
    end = text.find("\n", len(text.rstrip(f"\r\n {DELIMITERS}")))
    return text if end < 0 else text[: end + 1]


def _header(row: Row | None) -> list[str]:
    if row is None:
        raise _refused(_("This file is empty."))
    if not any(name.strip() for name in row.values):
        raise _refused(_("The first row must name the columns, but it is empty."))
    if len(row.values) > MOST_COLUMNS:
        raise _refused(_("This file has more than 200 columns. Delete those you do not need."))
    return [
        " ".join(name.split()) or _("Column %(number)d") % {"number": number}
        for number, name in enumerate(row.values, start=1)
    ]


def _rows_worth_telling(records: Iterator[Row], header: list[str]) -> Iterator[Row]:
    for row in records:
        if row.number > MOST_ROWS_READ:
            raise _too_many_rows()
        if row.fault and len(header) == 1:
            # What is left of the row below a line break could pass for a row of its own.
            raise _refused(_("Row %(number)d: %(fault)s") % vars(row))
        if row.fault or any(value.strip() for value in row.values):
            yield row


def _fit(text: str, delimiter: str) -> tuple[bool, int]:
    """Say how well a delimiter fits: most rows have as many columns as the first, and many."""
    lengths = []
    try:
        lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        for values in islice(lines, MOST_ROWS_READ):
            if values:
                lengths.append(len(values))
            if len(lengths) == SAMPLE:
                break
    except csv.Error:
        return (False, 0)
    same = sum(length == lengths[0] for length in lengths)
    return (2 * same > len(lengths), lengths[0] if lengths else 0)


def records_of(text: str, delimiter: str) -> Iterator[Row]:
    """Read row by row; raises InvalidInputError when a quotation mark swallows the rest."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            values = next(lines)
        except StopIteration:
            return
        except csv.Error as error:
            if "unexpected end" in str(error):
                raise _refused(
                    _(
                        "A quotation mark in row %(number)d is never closed, so it cannot be said"
                        " where the row ends. Mend it in your spreadsheet programme."
                    )
                    % {"number": number}
                ) from None
            fault = _("The quotation marks in this row are not in pairs.")
            yield Row(number=number, values=[], fault=fault)
        else:
            yield Row(number=number, values=values)


def fault_in(row: Row, table: Table) -> str:
    """Say what is wrong with a row that has other columns than the header, if anything."""
    values = row.values
    if row.fault:
        return row.fault
    while len(values) > len(table.header) and not values[-1].strip():
        values = values[:-1]
    if len(values) == len(table.header):
        return ""
    return ngettext(
        "This row has %(count)d column; the first row names %(wanted)d.",
        "This row has %(count)d columns; the first row names %(wanted)d.",
        len(values),
    ) % {"count": len(values), "wanted": len(table.header)}


def _too_many_rows() -> InvalidInputError:
    return _refused(
        _("This file has more than 5,000 rows. Split it and import the parts one by one.")
    )


def _refused(sentence: str) -> InvalidInputError:
    return InvalidInputError(sentence, field="file")
