"""What is talked about and voted on: groups, and notes that are in none."""

from collections.abc import Mapping
from uuid import UUID

from reflections.models.note import NoteGroup
from reflections.queries.notes import revealed_notes_in

# For each note and each group, the topic that it is or belongs to now; what is gone is not in it.
Topics = Mapping[UUID | None, UUID]


def topics_in(session_id: UUID) -> Topics:
    """Return where everything belongs that can be read on the board.

    A note belongs to its group. A group without notes belongs where its last note went, so that
    what was said of it is not lost; when that note cannot be read, it belongs nowhere.
    """
    notes = revealed_notes_in(session_id).select_related(None).only("group_id")
    where: dict[UUID | None, UUID] = {note.pk: note.group_id or note.pk for note in notes}
    full = set(where.values())
    groups = NoteGroup.objects.filter(session=session_id).values_list("pk", "last_note_id")
    for group_id, last_note_id in groups:
        if group_id in full:
            where[group_id] = group_id
        elif last_note_id in where:
            where[group_id] = where[last_note_id]
    return where
