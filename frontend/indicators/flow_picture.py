"""The flow from notes to effects as a drawing: four columns of bars with bands between them.

Drawn twice, for a wide page and for a phone, from the same numbers.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap

from actions.indicators.pictures import STRAIGHT
from actions.records.indicators import FlowPlace, FlowStream, WholeFlow
from frontend.indicators.picture_words import ABOUT, COLUMNS, TITLES, place_words

KINDS = ("notes", "insights", "actions", "effects")


@dataclass(frozen=True)
class Format:
    """How big a drawing is: its width, the letters that fit beside a bar, the height of a line."""

    name: str
    width: int
    letters: int
    line: int
    bars: float  # the height of all bars of one column together

    @property
    def step(self) -> float:
        """Return how far columns are apart."""
        return self.width / len(KINDS)


WIDE = Format("wide", 880, 25, 18, 330.0)
NARROW = Format("narrow", 340, 11, 13, 330.0)
THICK, GAP, HEAD, AIR = 12, 10, 26, 8


@dataclass
class Slot:
    """One bar with its label; its two sides fill up with bands."""

    place: FlowPlace
    kind: str
    x: float
    y: float
    height: float
    lines: list[tuple[str, str]]
    left: float = 0.0
    right: float = 0.0

    @property
    def text_x(self) -> str:
        """Return where its label begins."""
        return f"{self.x + THICK + 5:.1f}"

    @property
    def shape(self) -> dict[str, str]:
        """Return its bar as attributes."""
        return {
            "x": f"{self.x:.1f}",
            "y": f"{self.y:.1f}",
            "height": f"{max(self.height, 1.5):.1f}",
        }


@dataclass(frozen=True)
class FlowDrawing:
    """One drawing: its bands first, then bars and labels above them."""

    name: str
    box: str
    heads: list[tuple[str, str]]
    bands: list[str]
    slots: list[Slot]


@dataclass(frozen=True)
class FlowPicture:
    """The two drawings, and the same as rows of a table."""

    title: str
    about: str
    drawings: list[FlowDrawing]
    rows: list[tuple[str, str, int, str]]

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to draw."""
        return not self.rows


def flow_picture(flow: WholeFlow) -> FlowPicture:
    """Draw the flow for both widths."""
    return FlowPicture(
        title=str(TITLES["flow"]),
        about=str(ABOUT["flow"]),
        drawings=[_drawing(flow, form) for form in (WIDE, NARROW)],
        rows=list(_rows(flow)),
    )


def _rows(flow: WholeFlow) -> Iterator[tuple[str, str, int, str]]:
    onwards: defaultdict[str, list[str]] = defaultdict(list)
    for stream in flow.streams:
        onwards[stream.source].append(f"{place_words(stream.target)}: {stream.n}")
    for head, column in zip(COLUMNS, flow.columns, strict=True):
        for place in column:
            yield str(head), place_words(place.code), place.n, "; ".join(onwards[place.code])


def _drawing(flow: WholeFlow, form: Format) -> FlowDrawing:
    slots = {slot.place.code: slot for slot in _slots(flow, form)}
    bands = [_band(stream, slots, flow) for stream in flow.streams]
    lowest = max((_bottom(slot, form) for slot in slots.values()), default=HEAD)
    heads = [
        (f"{place * form.step:.1f}", f"{title}: {_all_in(column)}")
        for place, (title, column) in enumerate(zip(COLUMNS, flow.columns, strict=True))
    ]
    return FlowDrawing(
        form.name, f"0 0 {form.width} {lowest + AIR:.0f}", heads, bands, list(slots.values())
    )


def _slots(flow: WholeFlow, form: Format) -> Iterator[Slot]:
    units = [form.bars / max(1, sum(one.n for one in column)) for column in flow.columns]
    # Effects are counted on actions, and drawn to their scale.
    units[-1] = units[-2]
    columns = zip(KINDS, flow.columns, units, strict=True)
    for place, (kind, column, unit) in enumerate(columns):
        y = float(HEAD)
        for one in column:
            slot = Slot(one, kind, place * form.step, y, one.n * unit, [])
            words = [str(one.n), *wrap(place_words(one.code), form.letters, max_lines=3)]
            top = y + form.line - 4
            slot.lines = [(f"{top + row * form.line:.1f}", text) for row, text in enumerate(words)]
            y = _bottom(slot, form) + GAP
            yield slot


def _all_in(column: list[FlowPlace]) -> int:
    """Count a column, without what stands there although it skipped it."""
    return sum(one.n for one in column if one.code != STRAIGHT)


def _bottom(slot: Slot, form: Format) -> float:
    return slot.y + max(slot.height, len(slot.lines) * form.line)


def _band(stream: FlowStream, slots: dict[str, Slot], flow: WholeFlow) -> str:
    source, target = slots[stream.source], slots[stream.target]
    out = sum(one.n for one in flow.streams if one.source == stream.source)
    into = sum(one.n for one in flow.streams if one.target == stream.target)
    leaving = source.height * stream.n / max(out, source.place.n)
    arriving = target.height * stream.n / into
    x, end = source.x + THICK, target.x
    y, z = source.y + source.right, target.y + target.left
    source.right += leaving
    target.left += arriving
    bend = (x + end) / 2
    return (
        f"M{x:.1f} {y:.1f}C{bend:.1f} {y:.1f} {bend:.1f} {z:.1f} {end:.1f} {z:.1f}"
        f"V{z + arriving:.1f}C{bend:.1f} {z + arriving:.1f} {bend:.1f} {y + leaving:.1f}"
        f" {x:.1f} {y + leaving:.1f}Z"
    )
