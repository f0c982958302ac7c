"""The shapes in which what is said about a topic leaves the server."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reflections.models.discussion import Comment, Minutes, ParkedTopic


@dataclass(frozen=True)
class CommentRecord:
    """A short remark; one with a `withheld_reason` was taken off the board, as with a note.

    `group_title` is what the group was called when it was said, for one that has dissolved.
    """

    id: UUID
    about: str
    topic_id: UUID
    group_title: str
    text: str
    author_id: UUID | None
    author_name: str
    withheld_reason: str
    withheld_remark: str
    added_at: datetime
    changeable_until: datetime
    version: int


@dataclass(frozen=True)
class ReactionsRecord:
    """How many reacted to a topic, whose id it has, and how."""

    id: UUID
    about: str
    recognise: int
    important: int
    question: int


@dataclass(frozen=True)
class MinutesRecord:
    """What was taken down about a topic, whose id it has."""

    id: UUID
    about: str
    group_title: str
    text: str
    changed_by_name: str
    changed_at: datetime
    version: int


@dataclass(frozen=True)
class ParkedRecord:
    """That a topic, whose id it has, waits for later."""

    id: UUID
    about: str
    group_title: str
    reason: str
    by_name: str
    parked_at: datetime


def comment_record(comment: Comment, *, reads_withheld: bool = False) -> CommentRecord:
    """Show one comment; wants the author's person loaded."""
    is_open = reads_withheld or not comment.withheld_at
    return CommentRecord(
        id=comment.pk,
        about=comment.about,
        topic_id=comment.topic_id,
        group_title=comment.group_title,
        text=comment.text if is_open else "",
        author_id=comment.author_id if is_open else None,
        author_name=comment.author.display_name if is_open else "",
        withheld_reason=comment.withheld_reason,
        withheld_remark=comment.withheld_remark if reads_withheld else "",
        added_at=comment.added_at,
        changeable_until=comment.changeable_until,
        version=comment.version,
    )


def minutes_record(minutes: Minutes) -> MinutesRecord:
    """Show the minutes of one topic; wants the writer's person loaded."""
    return MinutesRecord(
        id=minutes.topic_id,
        about=minutes.about,
        group_title=minutes.group_title,
        text=minutes.text,
        changed_by_name=minutes.changed_by.display_name,
        changed_at=minutes.changed_at,
        version=minutes.version,
    )


def parked_record(parked: ParkedTopic) -> ParkedRecord:
    """Show one parked topic; wants the person who parked it loaded."""
    return ParkedRecord(
        id=parked.topic_id,
        about=parked.about,
        group_title=parked.group_title,
        reason=parked.reason,
        by_name=parked.parked_by.person.name,
        parked_at=parked.parked_at,
    )
