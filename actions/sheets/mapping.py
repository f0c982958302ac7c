"""How a sheet is to be read: which column is what, who is who, which word is which state."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from actions.sheets.cells import Line, Sheet, shown
from actions.sheets.days import readings_of
from actions.sheets.headers import guessed, header_of, names_in, rows_below
from actions.sheets.people import member_called
from actions.sheets.words import folded, state_named
from partnerships.models.membership import Membership

# So many names or words are shown to be chosen; a column with more of them is another one.
MOST_VALUES = 100
DAY_FIRST, MONTH_FIRST = "day", "month"
YEAR_DIGITS = 4


@dataclass(frozen=True)
class SheetMapping:
    """All that somebody chose, as it is kept.

    `columns` gives places counted from 0 and `names` what they are called; `owners` and `states` say
    what a value means, nothing for rows that are left out. The last three are for rows that do not
    say.
    """

    sheet: str
    header: int
    columns: dict[str, int]
    names: dict[str, str] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)
    date_order: str = ""
    other_owner: str = ""
    other_due: str = ""
    other_outcome: str = ""

    @property
    def due_for_others(self) -> date | None:
        """Return the day for rows without one."""
        return date.fromisoformat(self.other_due) if self.other_due else None

    @property
    def owner_for_others(self) -> UUID | None:
        """Return who is asked where a row names nobody that is known."""
        return UUID(self.other_owner) if self.other_owner else None

    def stored(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return asdict(self)


def first_guess(
    sheet: Sheet, members: Sequence[Membership], before: SheetMapping | None
) -> SheetMapping:
    """Guess how a sheet is to be read; what was chosen for another file before comes first."""
    header = header_of(sheet)
    names = names_in(header)
    columns = guessed(names, before.names if before else None)
    mapping = SheetMapping(sheet.name, header.number, columns, _names(columns, names))
    return with_values(mapping, rows_below(sheet, header), members, before)


def with_values(
    mapping: SheetMapping,
    rows: Sequence[Line],
    members: Sequence[Membership],
    before: SheetMapping | None,
) -> SheetMapping:
    """Fill in who and what the values of the chosen columns mean, as far as nobody chose."""
    known = before.owners if before else {}
    words = before.states if before else {}
    current = {str(member.pk) for member in members}
    owners = {
        text: chosen
        if (chosen := known.get(text, "")) in current
        else str(member_called(text, members) or "")
        for text in values_in(rows, mapping.columns.get("owner"))[:MOST_VALUES]
    }
    states = {
        text: words.get(text) or state_named(text)
        for text in values_in(rows, mapping.columns.get("state"))[:MOST_VALUES]
    }
    values = asdict(mapping) | {"owners": owners, "states": states}
    values["date_order"] = mapping.date_order or date_order_in(rows, mapping.columns.get("due"))
    if before and not values["date_order"] and has_unclear_days(rows, mapping.columns.get("due")):
        values["date_order"] = before.date_order
    return SheetMapping(**values)


def values_in(rows: Sequence[Line], column: int | None) -> list[str]:
    """Return what stands in a column, each once, in the order in which it first comes."""
    if column is None:
        return []
    texts = (" ".join(shown(row.at(column)).split()) for row in rows)
    return [text for text in dict.fromkeys(texts) if text]


def date_order_in(rows: Sequence[Line], column: int | None) -> str:
    """Return in which order the days of a column stand, where they show it; nothing else does."""
    orders = {_order(text) for text in values_in(rows, column)} - {""}
    return orders.pop() if len(orders) == 1 else ""


def has_unclear_days(rows: Sequence[Line], column: int | None) -> bool:
    """Say whether a day in the column can be read in two ways."""
    return unclear_day(rows, column) is not None


def unclear_day(rows: Sequence[Line], column: int | None) -> str | None:
    """Return the first day of the column that can be read in two ways."""
    return next((text for text in values_in(rows, column) if len(readings_of(text)) > 1), None)


def _order(text: str) -> str:
    # 13-04 shows that the day comes first; 2026-04-13 and 13 April show nothing.
    numbers = [part for part in folded(text).split() if part.isdecimal()]
    match numbers, readings_of(text):
        case [first, second, _year, *_], [day] if len(first) < YEAR_DIGITS and first != second:
            return DAY_FIRST if day.day == int(first) else MONTH_FIRST
    return ""


def _names(columns: dict[str, int], names: list[str]) -> dict[str, str]:
    return {field: names[place] for field, place in columns.items()}
