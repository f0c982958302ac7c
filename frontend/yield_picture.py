"""The picture of how much of what was written down became something that somebody does."""

from dataclasses import dataclass
from math import sqrt

from actions.queries.provenance import Yield

WIDTH, HEIGHT = 400, 96
MIDDLE = HEIGHT / 2


@dataclass(frozen=True)
class Picture:
    """A band that runs from notes to done; its path is for an SVG of WIDTH by HEIGHT."""

    path: str
    box: str
    posts: list[tuple[str, str, str]]


def picture_of(counts: Yield) -> Picture:
    """Draw a band as thick as there are notes, insights, actions and done actions.

    Thickness grows with the square root: nine hundred notes and five actions are both to be seen.
    """
    numbers = [counts.notes, counts.insights, counts.actions, counts.done_actions]
    most = max(*numbers, 1)
    halves = [max(sqrt(number / most) * MIDDLE, 3.0 if number else 1.0) for number in numbers]
    places = [WIDTH * (n + 0.5) / len(numbers) for n in range(len(numbers))]
    upper = [(0.0, halves[0]), *zip(places, halves, strict=True), (float(WIDTH), halves[-1])]
    there = _curve([(x, MIDDLE - half) for x, half in upper])
    back = _curve([(x, MIDDLE + half) for x, half in reversed(upper)])
    return Picture(
        path=f"M{there}L{back}Z",
        box=f"0 0 {WIDTH} {HEIGHT}",
        posts=[
            (f"{x:.1f}", f"{MIDDLE - half:.1f}", f"{MIDDLE + half:.1f}")
            for x, half in zip(places, halves, strict=True)
        ],
    )


def _curve(points: list[tuple[float, float]]) -> str:
    (x, y), *rest = points
    parts = [f"{x:.1f} {y:.1f}"]
    for next_x, next_y in rest:
        half_way = (x + next_x) / 2
        parts.append(
            f"C{half_way:.1f} {y:.1f} {half_way:.1f} {next_y:.1f} {next_x:.1f} {next_y:.1f}"
        )
        x, y = next_x, next_y
    return "".join(parts)
