"""How the notes of a session flowed into insights and these into actions: what there is to draw."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar
from uuid import UUID

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from frontend.action_words import ActionLine
from frontend.pages.result import Result, ShownInsight, ShownNote

Thing = TypeVar("Thing")

# More than these in one column would be too small to read: the last of them is all the rest.
MOST = 7


@dataclass(frozen=True)
class Place:
    """Notes, insights or actions that are drawn as one: what they are, and how much they weigh."""

    label: str
    detail: str
    weight: int
    ids: frozenset[UUID]


@dataclass(frozen=True)
class Stream:
    """How much went from one place to another."""

    source: Place
    target: Place
    weight: int


@dataclass(frozen=True)
class Flow:
    """Places in three columns, from left to right, and the streams between them."""

    columns: tuple[list[Place], list[Place], list[Place]]
    streams: list[Stream]


def flow_of(result: Result) -> Flow:
    """Return where the notes of a session went."""
    notes = {shown.note.id: shown for shown in _notes(result)}
    agreed = [shown for shown in result.insights if shown.is_agreed]
    groups = [_of_notes(label, found) for label, found in _at_most(_groups(result))]
    insights = [_of_insights(some) for some in _in_parts(agreed)]
    actions = [_of_actions(some) for some in _in_parts(result.lines)]
    streams = [
        *_streams(groups, insights, [(pk, one.id) for pk in notes for one in notes[pk].insights]),
        *_streams(groups, actions, _straight_to_action(notes.values())),
        *_streams(
            insights,
            actions,
            [(shown.insight.id, line.action.id) for shown in agreed for line in shown.actions],
        ),
    ]
    return Flow((groups, insights, actions), streams)


def _notes(result: Result) -> Iterator[ShownNote]:
    for column in result.columns:
        yield from column.notes
        for group in column.groups:
            yield from group.notes


def _groups(result: Result) -> list[tuple[str, list[ShownNote]]]:
    """Return the notes by group, and what stands alone by column; the largest first."""
    found = [
        (group.group.title or _("Group without a name"), group.notes)
        for column in result.columns
        for group in column.groups
    ]
    found += [(column.column.title, column.notes) for column in result.columns if column.notes]
    return sorted(found, key=lambda group: -len(group[1]))


def _at_most(groups: list[tuple[str, list[ShownNote]]]) -> list[tuple[str, list[ShownNote]]]:
    if len(groups) <= MOST:
        return groups
    rest = [note for _label, notes in groups[MOST - 1 :] for note in notes]
    return [*groups[: MOST - 1], (_("All other notes"), rest)]


def _in_parts(things: Sequence[Thing]) -> list[Sequence[Thing]]:
    if len(things) <= MOST:
        return [[thing] for thing in things]
    return [*([thing] for thing in things[: MOST - 1]), things[MOST - 1 :]]


def _of_notes(label: str, notes: list[ShownNote]) -> Place:
    count = len(notes)
    words = ngettext("%(count)d note", "%(count)d notes", count) % {"count": count}
    return Place(label, words, count, frozenset(shown.note.id for shown in notes))


def _of_insights(insights: Sequence[ShownInsight]) -> Place:
    first = insights[0]
    ids = frozenset(shown.insight.id for shown in insights)
    weight = len({pk for shown in insights for pk in shown.insight.note_ids})
    if len(insights) > 1:
        return Place(_more(len(insights)), "", weight, ids)
    answer = first.answer.answer if first.answer else ""
    return Place(first.insight.statement, answer, weight, ids)


def _of_actions(lines: Sequence[ActionLine]) -> Place:
    first = lines[0]
    ids = frozenset(line.action.id for line in lines)
    if len(lines) > 1:
        return Place(_more(len(lines)), "", len(lines), ids)
    return Place(first.action.title, capfirst(first.state.text), 1, ids)


def _more(count: int) -> str:
    return _("%(count)d more") % {"count": count}


def _straight_to_action(notes: Iterable[ShownNote]) -> list[tuple[UUID, UUID]]:
    return [
        (shown.note.id, line.action.id)
        for shown in notes
        if not shown.insights
        for line in shown.actions
    ]


def _streams(
    sources: list[Place], targets: list[Place], pairs: list[tuple[UUID, UUID]]
) -> Iterator[Stream]:
    for source, target in product(sources, targets):
        weight = len({one for one, other in pairs if one in source.ids and other in target.ids})
        if weight:
            yield Stream(source, target, weight)
