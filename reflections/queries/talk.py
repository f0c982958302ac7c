"""What one can talk about in a session, and which of it an audience may see."""

from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q

from reflections.models.facilitating import TopicKind
from reflections.models.note import Note, NoteGroup
from reflections.models.session import ReflectionSession
from reflections.queries.board import BoardView, at_tables_of
from reflections.queries.insights import insight_records
from reflections.queries.notes import group_records, note_records
from reflections.states import InsightState


def must_see_topic(view: BoardView, about: str, topic_id: UUID) -> None:
    """Raise ObjectDoesNotExist unless *view* sees such a topic on its board."""
    readers = {
        TopicKind.NOTE: note_records,
        TopicKind.GROUP: group_records,
        TopicKind.INSIGHT: insight_records,
    }
    if about == TopicKind.ACTION:
        # Actions are an app above this one; their sessions know them all the same.
        sees_it = ReflectionSession.objects.filter(pk=view.session_id, actions=topic_id).exists()
    else:
        sees_it = about in readers and bool(readers[TopicKind(about)](view, [topic_id]))
    if not sees_it:
        raise ObjectDoesNotExist


def group_title_of(about: str, topic_id: UUID) -> str:
    """Return what a group is called now, and nothing for other topics."""
    if about != TopicKind.GROUP:
        return ""
    return NoteGroup.objects.get(pk=topic_id).title


def about_what_it_sees(view: BoardView) -> Q:
    """Return which comments, minutes and the like speak of something that *view* may see.

    What was said about a group stays when the group dissolves.
    """
    if view.runs:
        return Q()
    notes = Note.objects.filter(session=view.session_id)
    elsewhere = notes.exclude(at_tables_of(view))
    hidden = Q(about=TopicKind.NOTE, topic_id__in=elsewhere.values("pk"))
    hidden |= Q(about=TopicKind.GROUP, topic_id__in=elsewhere.exclude(group=None).values("group"))
    if not view.reads_drafts:
        drafts = ReflectionSession.objects.filter(
            pk=view.session_id, insights__state=InsightState.DRAFT
        )
        hidden |= Q(about=TopicKind.INSIGHT, topic_id__in=drafts.values("insights"))
    return ~hidden
