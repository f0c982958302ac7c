"""The picture of how a session goes: a bar for each part, as wide as it is long, with who works together."""

from collections.abc import Iterable
from dataclasses import dataclass

from reflections.course import Grouping
from reflections.records.template import TemplatePhase
from reflections.states import PhaseKind

HEIGHT = 60
FLOOR = 60
ROOM_FOR_PEOPLE = 15
# How high a bar stands, so that the kinds of parts can be told apart without their colour.
TALK, CHOOSE, WRITE, ACT = "talk", "choose", "write", "act"
HEIGHTS = {TALK: 14, CHOOSE: 22, WRITE: 32, ACT: 32}
WHAT_PEOPLE_DO = {
    PhaseKind.FOLLOW_UP: TALK,
    PhaseKind.COLLECT: WRITE,
    PhaseKind.GROUP: CHOOSE,
    PhaseKind.VOTE: CHOOSE,
    PhaseKind.DISCUSS: TALK,
    PhaseKind.AGREE: CHOOSE,
    PhaseKind.TRANSLATE: ACT,
    PhaseKind.READ_BACK: TALK,
}
# Where people stand in the sign above a bar, around its middle.
CIRCLE = ((8, 0), (6, 6), (0, 8), (-6, 6), (-8, 0), (-6, -6), (0, -8), (6, -6))
SIGNS: dict[str, tuple[tuple[int, int], ...]] = {
    Grouping.ALONE: ((0, 0),),
    Grouping.PAIR: ((-4, 0), (4, 0)),
    Grouping.FOUR: ((-4, -4), (4, -4), (-4, 4), (4, 4)),
    Grouping.SMALL: ((0, -6), (6, -2), (4, 5), (-4, 5), (-6, -2)),
    Grouping.FISHBOWL: ((-3, 0), (3, 0), *CIRCLE),
    Grouping.PLENARY: CIRCLE,
    Grouping.SPREAD: ((-9, 4), (0, -4), (9, 4)),
}
# A bar that is narrower than this has no room for a sign.
NARROWEST = 6.5  # of a hundred


@dataclass(frozen=True)
class Bar:
    """One part, in hundredths of the width; `does` says what people mostly do in it."""

    does: str
    left: str
    width: str
    top: int
    height: int
    above: int
    people: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class CoursePicture:
    """The bars of all parts, for an SVG of any width."""

    height: int
    bars: list[Bar]


def course_picture(phases: Iterable[TemplatePhase]) -> CoursePicture:
    """Draw the parts side by side, each as wide as its share of the time."""
    shown = list(phases)
    whole = sum(phase.minutes for phase in shown) or 1
    bars, left = [], 0.0
    for phase in shown:
        width = 100 * phase.minutes / whole
        bars.append(_bar(phase, left, width))
        left += width
    return CoursePicture(height=HEIGHT, bars=bars)


def what_people_do(kind: str) -> str:
    """Return what people mostly do in a part of that kind: talk, write, choose or act."""
    return WHAT_PEOPLE_DO[PhaseKind(kind)]


def _bar(phase: TemplatePhase, left: float, width: float) -> Bar:
    does = what_people_do(phase.kind)
    height = HEIGHTS[does]
    return Bar(
        does=does,
        left=f"{left:.2f}%",
        width=f"{width:.2f}%",
        top=FLOOR - height,
        height=height,
        above=FLOOR - height - ROOM_FOR_PEOPLE,
        people=SIGNS[phase.grouping] if width >= NARROWEST else (),
    )
