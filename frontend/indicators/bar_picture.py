"""Bars, and the square of levels, as drawings: text and lines for an SVG that fits a phone."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from actions.records.indicators import Bars
from frontend.indicators.picture_words import ABOUT, SERIES, TITLES, bar_words
from partnerships.models.membership import Level

# As wide as a narrow phone shows it, so that its letters keep their size there.
WIDTH, ROW, HEAD = 340, 30, 6
LEFT, RIGHT = 122, 300
THICK = 20
# A segment that is narrower has no room for its number.
NARROWEST = 20.0
# How each series is filled: they differ in more than their colour.
FILLS = {
    "actions": "plain",
    "in_time": "plain",
    "late": "striped",
    "on_time": "plain",
    "later": "light",
    "not_done": "striped",
}
SIDE = 68
TOP = 46


@dataclass(frozen=True)
class Segment:
    """A piece of a bar; `middle` is where its number stands, if there is room."""

    fill: str
    x: str
    width: str
    middle: str
    n: int
    has_room: bool


@dataclass(frozen=True)
class Row:
    """One bar with its label and its sum."""

    label: str
    y: int
    text_y: int
    segments: list[Segment]
    end: str
    total: int
    counts: list[int]


@dataclass(frozen=True)
class BarPicture:
    """Bars below each other."""

    code: str
    title: str
    about: str
    box: str
    rows: list[Row]
    # What each fill stands for; empty where there is one alone.
    legend: list[tuple[str, str]]
    heads: list[str]

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to draw."""
        return not any(row.total for row in self.rows)


def bar_picture(bars: Bars, check_in_days: int) -> BarPicture:
    """Draw bars, the longest from one side to the other."""
    most = max((sum(bar.counts) for bar in bars.bars), default=0) or 1
    rows = []
    for place, bar in enumerate(bars.bars):
        y = HEAD + place * ROW
        segments = list(_segments(bars.series, bar.counts, (RIGHT - LEFT) / most))
        end = LEFT + sum(bar.counts) * (RIGHT - LEFT) / most + 6
        label = bar_words(bars.code, bar.code, check_in_days)
        rows.append(
            Row(label, y, y + 15, segments, f"{end:.1f}", sum(bar.counts), list(bar.counts))
        )
    named = [(FILLS[code], str(SERIES[code])) for code in bars.series]
    return BarPicture(
        code=bars.code,
        title=str(TITLES[bars.code]),
        about=str(ABOUT[bars.code]),
        box=f"0 0 {WIDTH} {HEAD + len(rows) * ROW}",
        rows=rows,
        legend=named if len(named) > 1 else [],
        heads=[name for _fill, name in named],
    )


def _segments(series: list[str], counts: list[int], unit: float) -> Iterator[Segment]:
    x = float(LEFT)
    for code, n in zip(series, counts, strict=True):
        width = n * unit
        if n:
            fits = len(series) > 1 and width >= NARROWEST
            yield Segment(FILLS[code], f"{x:.1f}", f"{width:.1f}", f"{x + width / 2:.1f}", n, fits)
        x += width


@dataclass(frozen=True)
class Square:
    """How many steps led from one level to another; `shade` from 0 to 4, the most is the darkest."""

    n: int
    x: int
    y: int
    shade: int
    is_lower: bool


@dataclass(frozen=True)
class SquarePicture:
    """The levels of insights downwards, those of actions from left to right."""

    title: str
    about: str
    box: str
    squares: list[Square]
    across: list[tuple[str, int]]
    down: list[tuple[str, int]]
    rows: list[tuple[str, list[int]]]
    top: str
    side: str

    @property
    def is_empty(self) -> bool:
        """Say whether there is nothing to draw."""
        return not any(square.n for square in self.squares)


def square_picture(drift: list[list[int]]) -> SquarePicture:
    """Draw three by three squares."""
    levels = [_short(level) for level in Level]
    most = max(map(max, drift)) or 1
    squares = [
        Square(
            n=n,
            x=LEFT + across * SIDE,
            y=TOP + down * SIDE,
            shade=-(-4 * n // most),
            is_lower=across < down,
        )
        for down, line in enumerate(drift)
        for across, n in enumerate(line)
    ]
    return SquarePicture(
        title=str(TITLES["drift"]),
        about=str(ABOUT["drift"]),
        box=f"0 0 {WIDTH} {TOP + 3 * SIDE + 2}",
        squares=squares,
        across=[(name, LEFT + place * SIDE + SIDE // 2) for place, name in enumerate(levels)],
        down=[(name, TOP + place * SIDE + SIDE // 2) for place, name in enumerate(levels)],
        rows=list(zip(levels, drift, strict=True)),
        top=_("Action"),
        side=_("Insight"),
    )


def _short(level: Level) -> str:
    return {
        Level.MICRO: _("Work floor"),
        Level.MESO: _("Region"),
        Level.MACRO: _("System"),
    }[level]
