"""Where something lies that is about a topic."""

from uuid import UUID

from reflections.models.note import NoteGroup


def place_of(target_id: UUID) -> tuple[UUID | None, UUID | None]:
    """Return the note and the group, one of them nothing, that this is the id of."""
    if NoteGroup.objects.filter(pk=target_id).exists():
        return None, target_id
    return target_id, None
