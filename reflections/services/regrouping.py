"""What every step of grouping does: move notes, keep how it was, tell of it."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from eventlog.events import session_stream
from eventlog.services import record
from kernel.clock import now
from partnerships.models.membership import Membership
from reflections.events.notes import NotesGrouped
from reflections.models.grouping import GroupingStep
from reflections.models.note import Note, NoteGroup
from reflections.models.session import ReflectionSession
from reflections.queries.notes import revealed_notes_in
from reflections.states import GroupingKind

# A note, the group that it left, the group that it went to.
Move = tuple[UUID, UUID | None, UUID | None]


def move(notes: Iterable[Note], group: NoteGroup | None) -> list[Move]:
    """Put the notes into the group, or into none, and return which of them moved."""
    target = group.pk if group else None
    moves = [(note.pk, note.group_id, target) for note in notes if note.group_id != target]
    _carry_out(moves)
    return moves


def move_back(step: GroupingStep) -> set[UUID]:
    """Take back what is still as the step left it, and return all groups that it was about."""
    for group_id, before, after in step.titles:
        NoteGroup.objects.filter(pk=group_id, title=after).update(title=before)
    kept = [(UUID(note), _id(left), _id(joined)) for note, left, joined in step.moves]
    was = {note_id: left for note_id, left, _ in kept}
    went = {note_id: joined for note_id, _, joined in kept}
    notes = revealed_notes_in(step.session_id).filter(pk__in=was)
    _carry_out(
        [(note.pk, note.group_id, was[note.pk]) for note in notes if note.group_id == went[note.pk]]
    )
    return touched_by(kept) | {UUID(group_id) for group_id, _, _ in step.titles}


def keep_step(
    session: ReflectionSession,
    kind: GroupingKind,
    *,
    moves: Sequence[Move] = (),
    titles: Sequence[Sequence[str]] = (),
) -> None:
    """Keep what it takes to take the step back."""
    GroupingStep.objects.create(
        session=session,
        kind=kind,
        moves=[[str(pk) if pk else None for pk in one] for one in moves],
        titles=list(titles),
        made_at=now(),
    )


def touched_by(moves: Iterable[Move]) -> set[UUID]:
    """Return the groups that a note left or came to."""
    return {group_id for _, left, joined in moves for group_id in (left, joined) if group_id}


def tell_groups(groups: Iterable[UUID], member: Membership, session: ReflectionSession) -> None:
    """Record each group that is another now; call it last, like `record`."""
    for group_id in sorted(groups):
        record(NotesGrouped(group_id), by=member, on=[session_stream(session.pk)])


def _carry_out(moves: Sequence[Move]) -> None:
    for target in {target for _, _, target in moves}:
        ids = [note_id for note_id, _, to in moves if to == target]
        Note.objects.filter(pk__in=ids).update(group=target)
    left = {group_id: note_id for note_id, group_id, _ in moves if group_id}
    still_full = Note.objects.filter(group__in=left, withdrawn_at__isnull=True)
    for group_id in left.keys() - set(still_full.values_list("group_id", flat=True)):
        NoteGroup.objects.filter(pk=group_id).update(last_note=left[group_id])


def _id(text: str | None) -> UUID | None:
    return UUID(text) if text else None
