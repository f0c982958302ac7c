"""Finding the row that names the columns, also below a title, and guessing which column is what."""

from collections.abc import Iterable, Mapping

from actions.sheets.cells import Line, Sheet, shown
from actions.sheets.words import COLUMNS, folded

# A title block above the table is not longer than this.
SEARCHED = 30
LONGEST_NAME = 80


def header_of(sheet: Sheet) -> Line:
    """Return the row that names most columns; where none is known, the first of the fullest ones."""
    first = sheet.lines[:SEARCHED]
    return max(first, key=lambda line: (len(guessed(names_in(line))), _filled(line)))


def header_numbers(sheet: Sheet) -> list[int]:
    """Return the rows among which somebody can choose the one with the names."""
    return [line.number for line in sheet.lines[:SEARCHED]]


def header_at(sheet: Sheet, number: int) -> Line | None:
    """Return the row of that number, if one can choose it."""
    return next((line for line in sheet.lines[:SEARCHED] if line.number == number), None)


def names_in(header: Line) -> list[str]:
    """Return what the columns are called; nothing for those without a name."""
    return [" ".join(shown(cell).split())[:LONGEST_NAME] for cell in header.cells]


def rows_below(sheet: Sheet, header: Line) -> list[Line]:
    """Return the rows under the names."""
    return [line for line in sheet.lines if line.number > header.number]


def guessed(names: list[str], remembered: Mapping[str, str] | None = None) -> dict[str, int]:
    """Guess which column is what: as somebody chose before, or else by what people call it."""
    words = [folded(name) for name in names]
    taken: dict[str, int] = {}
    for field, name in (remembered or {}).items():
        if folded(name) in words:
            taken[field] = words.index(folded(name))
    for field, known in COLUMNS.items():
        free = [place for place in range(len(words)) if place not in taken.values()]
        found = _named(words, free, known)
        if field not in taken and found is not None:
            taken[field] = found
    return taken


def _named(words: list[str], free: Iterable[int], known: tuple[str, ...]) -> int | None:
    places = list(free)
    exact = [place for place in places if words[place] in known]
    if not exact:
        exact = [p for p in places if len(words[p].split()) > 1 and _begins(words[p], known)]
    return min(exact, key=lambda place: _rank(words[place], known), default=None)


def _begins(words: str, known: tuple[str, ...]) -> bool:
    return any(words.startswith(f"{name} ") for name in known)


def _rank(word: str, known: tuple[str, ...]) -> int:
    return known.index(word) if word in known else len(known)


def _filled(line: Line) -> int:
    return sum(bool(shown(cell).strip()) for cell in line.cells)
