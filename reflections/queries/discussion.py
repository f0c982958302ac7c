"""Reading what is said about topics: comments, reactions, minutes, what waits for later."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Count, Q

from reflections.models.discussion import Comment, Minutes, ParkedTopic, ReactionKind, TopicReaction
from reflections.queries.board import BoardView
from reflections.queries.talk import about_what_it_sees
from reflections.records.discussion import (
    CommentRecord,
    MinutesRecord,
    ParkedRecord,
    ReactionsRecord,
    comment_record,
    minutes_record,
    parked_record,
)


def comment_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, CommentRecord]:
    """Return the comments that *view* may see; all of them when *ids* is None."""
    comments = Comment.objects.filter(
        about_what_it_sees(view), session=view.session_id, withdrawn_at__isnull=True
    ).select_related("author__membership__person")
    if ids is not None:
        comments = comments.filter(pk__in=ids)
    return {
        str(comment.pk): comment_record(comment, reads_withheld=view.runs) for comment in comments
    }


def reaction_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, ReactionsRecord]:
    """Return how many reacted to each topic and how; to all topics when *ids* is None."""
    counts = TopicReaction.objects.filter(about_what_it_sees(view), session=view.session_id)
    if ids is not None:
        counts = counts.filter(topic_id__in=ids)
    rows = counts.values("topic_id", "about").annotate(
        recognise=_how_many(ReactionKind.RECOGNISE),
        important=_how_many(ReactionKind.IMPORTANT),
        question=_how_many(ReactionKind.QUESTION),
    )
    return {
        str(row["topic_id"]): ReactionsRecord(
            id=row["topic_id"],
            about=row["about"],
            recognise=row["recognise"],
            important=row["important"],
            question=row["question"],
        )
        for row in rows.order_by("topic_id")
    }


def minutes_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, MinutesRecord]:
    """Return the minutes by topic; of all topics when *ids* is None."""
    minutes = Minutes.objects.filter(
        about_what_it_sees(view), session=view.session_id
    ).select_related("changed_by__membership__person")
    if ids is not None:
        minutes = minutes.filter(topic_id__in=ids)
    return {str(one.topic_id): minutes_record(one) for one in minutes}


def parked_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, ParkedRecord]:
    """Return what waits for later, by topic; all of it when *ids* is None."""
    parked = ParkedTopic.objects.filter(
        about_what_it_sees(view), session=view.session_id
    ).select_related("parked_by__person")
    if ids is not None:
        parked = parked.filter(topic_id__in=ids)
    return {str(one.topic_id): parked_record(one) for one in parked}


def _how_many(kind: ReactionKind) -> Count:
    return Count("pk", filter=Q(kind=kind))
