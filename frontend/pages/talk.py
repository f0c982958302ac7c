"""What was said about each topic of a session, as its result shows it; and what waits for later."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from frontend.pages.result import Result
from reflections.queries.board import BoardView
from reflections.queries.discussion import comment_records, minutes_records, parked_records
from reflections.records.discussion import CommentRecord, MinutesRecord, ParkedRecord
from reflections.records.note import NoteRecord

SHORT = 120


@dataclass(frozen=True)
class ShownTopic:
    """A topic with its minutes and its comments."""

    name: str
    minutes: MinutesRecord | None
    comments: list[CommentRecord]


@dataclass(frozen=True)
class ShownParking:
    """A topic that waits for later, with who parked it and why."""

    name: str
    parked: ParkedRecord


@dataclass(frozen=True)
class Talk:
    """What was said, topic by topic in the order in which it began, and what waits."""

    topics: list[ShownTopic]
    parked: list[ShownParking]


def talk_of(view: BoardView, result: Result) -> Talk:
    """Return what was said about the topics of a session, as this audience may see it."""
    names = _names(result)
    minutes = minutes_records(view, None)
    comments: defaultdict[UUID, list[CommentRecord]] = defaultdict(list)
    for comment in sorted(comment_records(view, None).values(), key=lambda one: one.added_at):
        comments[comment.topic_id].append(comment)
    written = {one.id: one for one in minutes.values() if one.text}
    return Talk(
        topics=[
            ShownTopic(
                name=names.get(topic_id) or _gone(written.get(topic_id), comments[topic_id]),
                minutes=written.get(topic_id),
                comments=comments[topic_id],
            )
            for topic_id in [*written, *(pk for pk in comments if pk not in written)]
        ],
        parked=[
            ShownParking(name=names.get(one.id) or one.group_title or _no_name(), parked=one)
            for one in sorted(parked_records(view, None).values(), key=lambda one: one.parked_at)
        ],
    )


def _gone(minutes: MinutesRecord | None, comments: list[CommentRecord]) -> str:
    titles = [comment.group_title for comment in comments]
    titles += [minutes.group_title] if minutes else []
    return next(filter(None, reversed(titles)), "") or _no_name()


def _names(result: Result) -> dict[UUID, str]:
    groups = [shown.group for column in result.columns for shown in column.groups]
    notes = [
        one.note
        for column in result.columns
        for one in [*column.notes, *(note for group in column.groups for note in group.notes)]
    ]
    return {
        **{note.id: _short(note) for note in notes},
        **{group.id: group.title or _no_name() for group in groups},
        **{shown.insight.id: shown.insight.statement for shown in result.insights},
        **{line.action.id: f"{line.action.number}. {line.action.title}" for line in result.lines},
    }


def _short(note: NoteRecord) -> str:
    if not note.text:
        return _("A note that was taken off the board")
    return note.text if len(note.text) <= SHORT else note.text[: SHORT - 1] + "…"


def _no_name() -> str:
    return _("Group without a name")
