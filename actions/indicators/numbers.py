"""Counting without saying too much: what figures are made of.

Each count stands beside what it is a part of. Below five there is no percentage and no median, and
where people could be recognised, no number at all.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from actions.records.indicators import Figure, Median, Part, Share

SMALLEST = 5


def share(code: str, n: int, of: int) -> Share:
    """Return *n* of *of*."""
    return Share(code, n, of, round(100 * n / of) if of >= SMALLEST else None)


def share_that(code: str, holds: Iterable[bool]) -> Share:
    """Return for how many of them it holds."""
    known = list(holds)
    return share(code, sum(known), len(known))


def middle(code: str, days: Iterable[int]) -> Median:
    """Return the median of numbers of days."""
    known = list(days)
    return Median(code, len(known), float(median(known)) if len(known) >= SMALLEST else None)


def parts(codes: Iterable[str], order: Iterable[str]) -> list[Part]:
    """Count how often each code of *order* is there."""
    found = Counter(codes)
    return [Part(str(code), found[str(code)]) for code in order]


def figure(
    code: str,
    *shares: Share,
    medians: Sequence[Median] = (),
    parts: Sequence[Part] = (),
) -> Figure:
    """Put a figure together."""
    return Figure(code, list(shares), list(medians), list(parts))


def withheld(code: str) -> Figure:
    """Return a figure that says nothing, because too few people are behind it."""
    return Figure(code, [], [], [], is_withheld=True)


def told(steps: Sequence[Sequence[int]]) -> int:
    """Return of how many first *steps* one can tell; each counts those of two groups or more.

    From one telling to the next every group grows by five at least, so that nobody who reads both
    learns anything about fewer.
    """
    upto, grown = 0, [0] * len(steps[0]) if steps else []
    for place, step in enumerate(steps, start=1):
        grown = [before + more for before, more in zip(grown, step, strict=True)]
        if min(grown) >= SMALLEST:
            upto, grown = place, [0] * len(grown)
    return upto
