"""What there is to draw: bars by age, by waiting, by date and by silence, and the flow as a whole."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise, product
from uuid import UUID

from actions.indicators.facts import ActionFacts, Facts
from actions.indicators.following import (
    days_to_yes,
    days_without_news,
    is_closure_due,
    is_on_time,
)
from actions.records.indicators import Bar, Bars, FlowPlace, FlowStream, WholeFlow
from actions.states import ActionState, Effect
from reflections.states import Disposition

# The last day of each span; what is longer comes last.
AGES = (30, 90, 180, 365)
WAITS = (0, 2, 7, 14, 30)
# The same, in rhythms of the partnership's reports.
SILENCES = (1.0, 1.5, 2.0, 3.0)
# More months than these would be too narrow to read: the first bar is all that was due before.
MOST_MONTHS = 12
DECEMBER = 12
STRAIGHT = "insight.straight"
INSIGHT_PLACES = [*(f"insight.{code}" for code in (*Disposition.values, "none")), STRAIGHT]
ACTION_PLACES = [f"action.{stage}" for stage in ("open", "done", "confirmed", "dropped")]


def bars_of(facts: Facts) -> list[Bars]:
    """Return the pictures made of bars."""
    return [_open_by_age(facts), _until_yes(facts), _closure(facts), _silence(facts)]


def _open_by_age(facts: Facts) -> Bars:
    found = Counter(
        (
            _span((facts.today - one.offered).days, AGES),
            "late" if one.due < facts.today else "in_time",
        )
        for one in facts.actions
        if one.is_open
    )
    return _spans("open_by_age", found, len(AGES), ["in_time", "late"])


def _until_yes(facts: Facts) -> Bars:
    found = Counter(
        (_span(days_to_yes(one), WAITS), "actions") for one in facts.actions if one.accepted
    )
    waiting = sum(one.state == ActionState.PROPOSED for one in facts.actions)
    drawn = _spans("until_yes", found, len(WAITS), ["actions"])
    return replace(drawn, bars=[*drawn.bars, Bar("waiting", [waiting])])


def _closure(facts: Facts) -> Bars:
    """Count by the month that was agreed first, of what was due by now."""
    found = Counter(
        (f"{one.original_due:%Y-%m}", _closed_how(one))
        for one in facts.actions
        if is_closure_due(one, facts)
    )
    months = _months({month for month, _ in found})
    early, shown = months[:-MOST_MONTHS], months[-MOST_MONTHS:]
    series = ["on_time", "later", "not_done"]
    bars = [Bar(month, [found[month, how] for how in series]) for month in shown]
    if early:
        before = [sum(found[month, how] for month in early) for how in series]
        bars = [Bar("before", before), *bars]
    return Bars("closure", series, bars)


def _months(known: set[str]) -> list[str]:
    """Return the months from the first to the last, also those without anything."""
    year, month = map(int, min(known, default="0-0").split("-"))
    months = []
    while (named := f"{year}-{month:02}") <= max(known, default=""):
        months.append(named)
        year, month = (year + 1, 1) if month == DECEMBER else (year, month + 1)
    return months


def _closed_how(action: ActionFacts) -> str:
    if is_on_time(action):
        return "on_time"
    return "later" if action.done else "not_done"


def _silence(facts: Facts) -> Bars:
    spans = [round(times * facts.check_in_days) for times in SILENCES]
    found = Counter(
        (_span(days_without_news(one, facts), spans), "actions")
        for one in facts.actions
        if one.is_under_way
    )
    return _spans("silence", found, len(spans), ["actions"])


def _span(days: int, ends: Iterable[int]) -> int:
    return sum(days > end for end in ends)


def _spans(code: str, found: Counter[tuple[int, str]], last: int, series: list[str]) -> Bars:
    bars = [Bar(str(span), [found[span, kind] for kind in series]) for span in range(last + 1)]
    return Bars(code, series, bars)


def flow_of(facts: Facts) -> WholeFlow:
    """Return how notes became insights, these actions, and these effects, and where it ended.

    What became an action straight from notes is counted where the insights are.
    """
    notes, insights, actions, effects = _places(facts)
    # Each with what goes on from there: of which place, to which.
    links: set[tuple[UUID, str, str]] = set()
    for insight in facts.insights:
        found = insight.note_ids & notes.keys()
        links |= {(pk, notes[pk], insights[insight.id]) for pk in found}
    straight = [one for one in facts.actions if not one.insight_ids & insights.keys()]
    for action in facts.actions:
        behind = action.insight_ids & insights.keys()
        links |= {(pk, insights[pk], actions[action.id]) for pk in behind}
    for action in straight:
        links |= {(pk, notes[pk], STRAIGHT) for pk in action.note_ids & notes.keys()}
        links.add((action.id, STRAIGHT, actions[action.id]))
    links |= {(pk, actions[pk], effect) for pk, effect in effects.items()}
    columns = [
        _column(notes.values(), ["note.used", "note.unused"]),
        _column([*insights.values(), *[STRAIGHT] * len(straight)], INSIGHT_PLACES),
        _column(actions.values(), ACTION_PLACES),
        _column(effects.values(), [f"effect.{code}" for code in Effect.values]),
    ]
    return WholeFlow(columns, list(_streams(columns, links)))


def _places(facts: Facts) -> tuple[dict[UUID, str], ...]:
    """Return where each note, insight, action and effect is counted."""
    used: frozenset[UUID] = frozenset().union(
        *(one.note_ids for one in facts.insights), *(one.note_ids for one in facts.actions)
    )
    return (
        {one.id: "note.used" if one.id in used else "note.unused" for one in facts.notes},
        {one.id: f"insight.{one.disposition or 'none'}" for one in facts.insights},
        {one.id: f"action.{_stage(one)}" for one in facts.actions},
        {one.id: f"effect.{one.effect}" for one in facts.actions if one.effect},
    )


def _stage(action: ActionFacts) -> str:
    if action.is_open:
        return "open"
    if action.state == ActionState.DONE:
        return "done"
    return "dropped" if action.done is None else "confirmed"


def _column(codes: Iterable[str], order: Iterable[str]) -> list[FlowPlace]:
    found = Counter(codes)
    return [FlowPlace(code, found[code]) for code in order if found[code]]


def _streams(
    columns: list[list[FlowPlace]], links: set[tuple[UUID, str, str]]
) -> Iterator[FlowStream]:
    counts = Counter((source, target) for _, source, target in links)
    for left, right in pairwise(columns):
        for source, target in product(left, right):
            if n := counts[source.code, target.code]:
                yield FlowStream(source.code, target.code, n)
