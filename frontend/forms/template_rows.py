"""The parts of a template while it is being edited: rows of text that are added, moved and removed.

Every step is a button that sends the whole form, so that it works without scripts; what was typed
comes back as it was.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from reflections.records.template import Course, TemplateColumn, TemplatePhase
from reflections.states import PhaseKind

COLUMN = ("title", "prompt", "kind")
PHASE = ("title", "kind", "minutes", "grouping", "prompt", "output", "reveal", "attribution")
# More than any template may have: a form that says more is not one of ours.
MOST = 60
NEW_COLUMN = TemplateColumn(title="")
NEW_PHASE = TemplatePhase(kind=PhaseKind.COLLECT.value, title="", minutes=10)

# The place of a row, or of the list that it is in: `phases-2-columns-0`, `phases`, `columns-1`.
PLACE = re.compile(
    r"(?:phases-(?P<phase>\d{1,2})-(?P<columns>columns)|(?P<name>phases|columns))"
    r"(?:-(?P<row>\d{1,2}))?"
)

# {"phases": [{"title": ..., "columns": [{...}]}], "columns": [{...}]}, as it was typed.
Rows = dict[str, Any]


def rows_of(course: Course) -> Rows:
    """Return the rows in which a course is edited."""
    return asdict(course)


def rows_in(sent: Mapping[str, str]) -> Rows:
    """Return the rows that a form sent; raises nothing, whatever it is."""
    phases = _rows(sent, "phases", PHASE)
    for n, phase in enumerate(phases):
        phase["columns"] = _rows(sent, f"phases-{n}-columns", COLUMN)
    return {"phases": phases, "columns": _rows(sent, "columns", COLUMN)}


def arranged(rows: Rows, step: str) -> str:
    """Do what a button says, as "up phases-2", in *rows*; return the place to look at now.

    A step that leads nowhere, such as the first part up, changes nothing.
    """
    verb, _, path = step.partition(" ")
    place = PLACE.fullmatch(path)
    if place is None:
        return ""
    phase, name, row = place["phase"], place["columns"] or place["name"], place["row"]
    try:
        found = rows["phases"][int(phase)][name] if phase else rows[name]
        if row is None:
            return _added(found, path) if verb == "add" else ""
        found[int(row)]
        n = _MOVES[verb](found, int(row))
    except (KeyError, IndexError):
        return ""
    parent = path.rpartition("-")[0]
    return f"{parent}-{n}" if found else parent


def _rows(sent: Mapping[str, str], at: str, names: Iterable[str]) -> list[dict[str, Any]]:
    count = sent.get(at, "")
    length = min(int(count), MOST) if count.isascii() and count.isdigit() else 0
    return [{name: sent.get(f"{at}-{n}-{name}", "") for name in names} for n in range(length)]


def _added(found: list[dict[str, Any]], path: str) -> str:
    if len(found) < MOST:
        found.append(asdict(NEW_PHASE if path == "phases" else NEW_COLUMN))
    return f"{path}-{len(found) - 1}"


def _up(found: list[dict[str, Any]], n: int) -> int:
    return _swapped(found, n, max(n - 1, 0))


def _down(found: list[dict[str, Any]], n: int) -> int:
    return _swapped(found, n, min(n + 1, len(found) - 1))


def _swapped(found: list[dict[str, Any]], one: int, other: int) -> int:
    found[one], found[other] = found[other], found[one]
    return other


def _removed(found: list[dict[str, Any]], n: int) -> int:
    del found[n]
    return max(n - 1, 0)


_MOVES = {"up": _up, "down": _down, "remove": _removed}
