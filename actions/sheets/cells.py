"""What a spreadsheet holds, whatever kind of file it was: sheets of lines of cells."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from kernel.errors import InvalidInputError

MOST_COLUMNS = 200
MOST_ROWS = 5000


@dataclass(frozen=True)
class Unreadable:
    """A cell whose content cannot be had, and why."""

    fault: str


Cell = str | date | Unreadable


@dataclass(frozen=True)
class Line:
    """One row, with its number as the spreadsheet shows it; `fault` says what keeps it from being read."""

    number: int
    cells: list[Cell]
    fault: str = ""

    def at(self, column: int) -> Cell:
        """Return what stands in a column, counted from 0; nothing stands beyond the end."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True)
class Sheet:
    """One sheet, without its empty rows; `had_merged` when cells that were one were taken apart."""

    name: str
    lines: list[Line]
    had_merged: bool = False


def shown(cell: Cell) -> str:
    """Return a cell as text."""
    if isinstance(cell, Unreadable):
        return ""
    return cell.isoformat() if isinstance(cell, date) else cell


def is_filled(cells: list[Cell]) -> bool:
    """Say whether anything stands in a line."""
    return any(not isinstance(cell, str) or cell.strip() for cell in cells)


def refused(sentence: str) -> InvalidInputError:
    """Say why a file cannot be read; to be raised."""
    return InvalidInputError(sentence, field="file")


def too_many_rows() -> InvalidInputError:
    """Say that a sheet is too long; to be raised."""
    return refused(
        _("This sheet has more than 5,000 rows. Split it and import the parts one by one.")
    )
