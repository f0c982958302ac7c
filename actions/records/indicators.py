"""The shapes in which figures about the learning of a partnership leave the server: counts, no people."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Share:
    """So many of so many; in percent only from five on."""

    code: str
    n: int
    of: int
    percent: int | None


@dataclass(frozen=True)
class Median:
    """The middle of so many numbers of days; only from five on."""

    code: str
    count: int
    days: float | None


@dataclass(frozen=True)
class Part:
    """How many of a figure are of one kind."""

    code: str
    n: int


@dataclass(frozen=True)
class Figure:
    """One indicator. `is_withheld`: there are too few people behind it to say anything."""

    code: str
    shares: list[Share]
    medians: list[Median]
    parts: list[Part]
    is_withheld: bool = False


@dataclass(frozen=True)
class Bar:
    """One bar: how many of each series of its picture."""

    code: str
    counts: list[int]


@dataclass(frozen=True)
class Bars:
    """A picture of bars; `series` names what each bar is made of."""

    code: str
    series: list[str]
    bars: list[Bar]


@dataclass(frozen=True)
class FlowPlace:
    """Where notes, insights, actions or effects are counted together."""

    code: str
    n: int


@dataclass(frozen=True)
class FlowStream:
    """How many of one place went to another, each of them counted once."""

    source: str
    target: str
    n: int


@dataclass(frozen=True)
class WholeFlow:
    """From notes to insights to actions to effects: four columns, and what went between them."""

    columns: list[list[FlowPlace]]
    streams: list[FlowStream]


@dataclass(frozen=True)
class IndicatorsRecord:
    """The figures of a partnership's sessions on a theme, in some months.

    `check_in_days` is the rhythm of reports that the bars of silence are counted in.
    `drift` counts steps from an insight to an action: a line for each level of the insight, in it a
    number for each level of the action, micro first.
    """

    theme_id: UUID | None
    since: date | None
    until: date | None
    sessions: int
    check_in_days: int
    figures: list[Figure]
    bars: list[Bars]
    flow: WholeFlow
    drift: list[list[int]]
