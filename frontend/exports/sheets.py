"""The sheets of an export: one each for notes, groups, votes, insights and actions, with typed cells."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from actions.queries.export import SessionExport
from actions.queries.log_export import LogExport
from actions.records.action import ActionRecord
from actions.states import ActionState
from frontend.action_words import origin_words
from frontend.note_words import writer_of
from partnerships.models.membership import Level
from reflections.course import Attribution
from reflections.states import Disposition, InsightState

Cell = str | int | date | datetime | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Sheet:
    """One table: `code` names its file, `title` its tab."""

    code: str
    title: str
    head: tuple[str, ...]
    rows: list[Row]


def sheets_of(export: SessionExport) -> list[Sheet]:
    """Return the sheets, with heads in the language that is on."""
    return [_notes(export), _groups(export), _votes(export), _insights(export), _actions(export)]


def _notes(export: SessionExport) -> Sheet:
    questions = {column.id: column.title for column in export.columns}
    groups = {pk: group.title for group in export.groups for pk in group.note_ids}
    insights = _by_note((one.note_ids, one.statement) for one in export.insights)
    actions = _by_note((one.note_ids, str(one.number)) for one in export.actions)
    head = (
        _("Note"), _("Question"), _("In group"), _("Written by"), _("Row in the file"),
        _("Written at"), _("Insights"), _("Actions"), _("Id"),
    )  # fmt: skip
    rows: list[Row] = [
        (
            note.text or _("This note was taken off the board."),
            questions[note.column_id],
            groups.get(note.id, ""),
            note.author_name if note.source_reference else writer_of(note),
            note.source_reference,
            localtime(note.added_at) if note.attribution == Attribution.NAMED else None,
            "\n".join(insights[note.id]),
            ", ".join(actions[note.id]),
            str(note.id),
        )
        for note in export.notes
    ]
    return Sheet("notes", _("Notes"), head, rows)


def _groups(export: SessionExport) -> Sheet:
    head = (_("Name of the group"), _("Notes"), _("Id"))
    rows: list[Row] = [(one.title, len(one.note_ids), str(one.id)) for one in export.groups]
    return Sheet("groups", _("Groups"), head, rows)


def _votes(export: SessionExport) -> Sheet:
    head = (_("Group or note"), _("Votes"), _("Of these counted in the room"), _("Id"))
    names = {
        **{note.id: note.text for note in export.notes},
        **{group.id: group.title for group in export.groups},
    }
    rows: list[Row] = [
        (names.get(one.id, ""), one.dots + one.room, one.room, str(one.id)) for one in export.votes
    ]
    return Sheet("votes", _("Votes"), head, rows)


def _insights(export: SessionExport) -> Sheet:
    head = (
        _("Insight"), _("State"), _("Level"), _("Seen differently"), _("Answer"), _("Reason"),
        _("Agreed at"), _("Notes"), _("Actions"), _("Id"),
    )  # fmt: skip
    actions = _by_note((one.insight_ids, str(one.number)) for one in export.actions)
    rows: list[Row] = [
        (
            one.statement,
            str(InsightState(one.state).label),
            str(Level(one.level).label) if one.level else "",
            one.dissent,
            str(Disposition(one.disposition).label) if one.disposition else "",
            one.disposition_reason,
            localtime(one.agreed_at) if one.agreed_at else None,
            len(one.note_ids),
            ", ".join(actions[one.id]),
            str(one.id),
        )
        for one in export.insights
    ]
    return Sheet("insights", _("Insights"), head, rows)


def _actions(export: SessionExport) -> Sheet:
    return _sheet_of(export.actions, {one.id: one.statement for one in export.insights})


def log_sheet(export: LogExport) -> Sheet:
    """Return the actions of a whole log, each with where it comes from."""
    plain = _sheet_of(export.actions, export.insights)
    rows = [
        (*row[:-1], capfirst(origin_words(action)), row[-1])
        for row, action in zip(plain.rows, export.actions, strict=True)
    ]
    return Sheet(plain.code, plain.title, (*plain.head[:-1], _("From"), plain.head[-1]), rows)


def _sheet_of(actions: Iterable[ActionRecord], statements: Mapping[UUID, str]) -> Sheet:
    head = (
        _("No."), _("What"), _("Who"), _("Organisation"), _("Ready by"), _("First agreed"),
        _("Done when"), _("First step"), _("Level"), _("State"), _("What came of it"),
        _("Insights"), _("Notes"), _("Id"),
    )  # fmt: skip
    rows: list[Row] = [
        (
            one.number,
            one.title,
            one.owner_name,
            one.owner_organisation,
            one.due,
            one.original_due,
            one.done_test,
            one.first_step,
            str(Level(one.level).label) if one.level else "",
            str(ActionState(one.state).label),
            one.outcome,
            "\n".join(statements[pk] for pk in one.insight_ids if pk in statements),
            len(one.note_ids),
            str(one.id),
        )
        for one in actions
    ]
    return Sheet("actions", _("Actions"), head, rows)


def _by_note(sources: Iterable[tuple[list[UUID], str]]) -> defaultdict[UUID, list[str]]:
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for ids, name in sources:
        for pk in ids:
            found[pk].append(name)
    return found
