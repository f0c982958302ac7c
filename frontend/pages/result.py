"""What a session led to: notes by column and group, insights with answers, actions."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from actions.models.life import EffectReview
from actions.queries.decisions import decision_records_on_board
from actions.queries.log import action_records_on_board
from actions.queries.questions import reviews_behind_session
from actions.records.action import ActionRecord
from frontend.action_words import ActionLine
from frontend.outcome_words import (
    AnswerWords,
    DecisionLine,
    Told,
    answer_words,
    decision_line,
    told,
)
from reflections.models.session import ReflectionSession
from reflections.queries.board import BoardView, column_records, participant_records
from reflections.queries.feedback import feedback_records
from reflections.queries.insights import insight_records
from reflections.queries.notes import group_records, note_records
from reflections.queries.recurrences import said_before
from reflections.queries.region_items import items_for
from reflections.queries.voting import tally_records
from reflections.records.insight import InsightRecord
from reflections.records.note import GroupRecord, NoteRecord
from reflections.records.participant import ParticipantRecord
from reflections.records.recurrence import SaidInsight
from reflections.records.region_item import RegionItemRecord
from reflections.records.session import ColumnRecord
from reflections.states import InsightState

Source = TypeVar("Source", InsightRecord, ActionRecord)


@dataclass(frozen=True)
class ShownNote:
    """A note with what became of it."""

    note: NoteRecord
    column: str
    insights: list[InsightRecord]
    actions: list[ActionLine]


@dataclass(frozen=True)
class ShownGroup:
    """A group with its notes."""

    group: GroupRecord
    notes: list[ShownNote]


@dataclass(frozen=True)
class ShownColumn:
    """A column with its groups and the notes that stand alone."""

    column: ColumnRecord
    groups: list[ShownGroup]
    notes: list[ShownNote]


@dataclass(frozen=True)
class ShownInsight:
    """An insight with its answer in words, what came from it, and what contributors were told."""

    insight: InsightRecord
    is_agreed: bool
    answer: AnswerWords | None
    notes: list[NoteRecord]
    actions: list[ActionLine]
    decisions: list[DecisionLine]
    told: list[Told]
    # Has to change beyond the work floor, and was not sent up to the region yet.
    may_go_up: bool
    # The look at an effect whose lesson it is; guests are not told.
    lesson_of: EffectReview | None
    # The earlier insight that it says again; guests are not told.
    says_again: SaidInsight | None


@dataclass(frozen=True)
class Result:
    """All that a session led to so far, each thing with what it came from and what became of it."""

    columns: list[ShownColumn]
    insights: list[ShownInsight]
    lines: list[ActionLine]
    decisions: list[DecisionLine]
    # What contributors were told of the session as a whole.
    told: list[Told]
    participants: list[ParticipantRecord]
    note_count: int
    # Of each group and of each note that stands alone; empty where nobody voted.
    votes: dict[UUID, int]
    # From a theme what it sent up to the region, else what the themes sent up.
    region_items: list[RegionItemRecord]


@dataclass(frozen=True)
class Followed:
    """What followed from the insights of a session."""

    notes: dict[str, NoteRecord]
    actions: list[ActionLine]
    decisions: list[DecisionLine]
    told: list[Told]
    region_items: list[RegionItemRecord]
    lessons: dict[UUID, EffectReview]
    said_before: dict[UUID, SaidInsight]


def result_of(
    view: BoardView, session: ReflectionSession, line_of: Callable[[ActionRecord], ActionLine]
) -> Result:
    """Return what a session led to, as this audience may see it, each action as a line."""
    insights = sorted(insight_records(view, None).values(), key=lambda one: one.drafted_at)
    followed = _followed(view, session, line_of)
    lines = {line.action.id: line for line in followed.actions}
    return Result(
        columns=_columns(view, followed.notes, insights, lines),
        insights=[_insight(insight, followed) for insight in insights],
        lines=followed.actions,
        decisions=followed.decisions,
        told=[one for one in followed.told if one.feedback.insight_id is None],
        participants=sorted(participant_records(view, None).values(), key=lambda p: p.name),
        note_count=len(followed.notes),
        votes={one.id: one.dots + one.room for one in tally_records(view, None).values()},
        region_items=followed.region_items,
    )


def _followed(
    view: BoardView, session: ReflectionSession, line_of: Callable[[ActionRecord], ActionLine]
) -> Followed:
    actions = sorted(action_records_on_board(view, None).values(), key=lambda one: one.number)
    decisions = decision_records_on_board(view, None).values()
    return Followed(
        notes=note_records(view, None),
        actions=[line_of(action) for action in actions],
        decisions=[
            decision_line(one, session.partnership)
            for one in sorted(decisions, key=lambda one: one.number)
        ],
        told=[told(one) for one in feedback_records(view, None).values()],
        region_items=items_for(session),
        lessons={} if view.is_guest else reviews_behind_session(view.session_id),
        said_before={} if view.is_guest else said_before(view.session_id),
    )


def _columns(
    view: BoardView,
    notes: dict[str, NoteRecord],
    insights: list[InsightRecord],
    lines: dict[UUID, ActionLine],
) -> list[ShownColumn]:
    columns = sorted(column_records(view, None).values(), key=lambda one: one.position)
    titles = {column.id: column.title for column in columns}
    insights_of = _by_note(insights)
    actions_of = _by_note([line.action for line in lines.values()])
    shown = {
        note.id: ShownNote(
            note=note,
            column=titles[note.column_id],
            insights=insights_of[note.id],
            actions=[lines[action.id] for action in actions_of[note.id]],
        )
        for note in sorted(notes.values(), key=lambda one: (one.added_at, one.id))
    }
    groups = _groups(group_records(view, None).values(), shown)
    grouped = {one.note.id for group in groups for one in group.notes}
    return [
        ShownColumn(
            column=column,
            groups=[group for group in groups if group.notes[0].note.column_id == column.id],
            notes=[
                one
                for one in shown.values()
                if one.note.column_id == column.id and one.note.id not in grouped
            ],
        )
        for column in columns
    ]


def _groups(groups: Iterable[GroupRecord], shown: dict[UUID, ShownNote]) -> list[ShownGroup]:
    found = []
    for group in sorted(groups, key=lambda one: one.made_at):
        members = set(group.note_ids)
        notes = [one for pk, one in shown.items() if pk in members]
        found.append(ShownGroup(group=group, notes=notes))
    return [one for one in found if one.notes]


def _insight(insight: InsightRecord, followed: Followed) -> ShownInsight:
    is_agreed = insight.state == InsightState.AGREED
    is_sent = any(item.insight_id == insight.id for item in followed.region_items)
    return ShownInsight(
        insight=insight,
        is_agreed=is_agreed,
        answer=answer_words(insight),
        notes=[followed.notes[str(pk)] for pk in insight.note_ids if str(pk) in followed.notes],
        actions=[line for line in followed.actions if insight.id in line.action.insight_ids],
        decisions=[line for line in followed.decisions if line.decision.insight_id == insight.id],
        told=[one for one in followed.told if one.feedback.insight_id == insight.id],
        may_go_up=is_agreed and insight.is_beyond_a_theme and not is_sent,
        lesson_of=followed.lessons.get(insight.id),
        says_again=followed.said_before.get(insight.id),
    )


def _by_note(sources: Iterable[Source]) -> defaultdict[UUID, list[Source]]:
    found: defaultdict[UUID, list[Source]] = defaultdict(list)
    for source in sources:
        for note_id in source.note_ids:
            found[note_id].append(source)
    return found
