"""Reading notes and groups: which of them a member may see."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from partnerships.models.membership import Membership
from reflections.models.note import Note, NoteGroup
from reflections.models.participant import Participant
from reflections.policies import may_withhold_notes
from reflections.queries.board import BoardView, at_tables_of
from reflections.records.note import (
    GroupRecord,
    NoteRecord,
    QuotedNote,
    group_record,
    note_record,
    quoted_note,
)
from reflections.states import InsightState, SessionState


def revealed_notes_in(session_id: UUID) -> QuerySet[Note]:
    """Return the notes of a session that were shown, at whatever table they were written."""
    return Note.objects.filter(
        session=session_id, revealed_at__isnull=False, withdrawn_at__isnull=True
    ).select_related("author__membership__person")


def notes_to_read_in(session_id: UUID) -> QuerySet[Note]:
    """Return those of them whose words are for all who see them: none that was taken off the board."""
    return revealed_notes_in(session_id).filter(withheld_at__isnull=True)


def readable_notes_of(member: Membership) -> QuerySet[Note]:
    """Return the notes that the member may read outside a live board.

    Those of sessions that she joined or may read afterwards, and wherever it came from, what an
    agreed insight, an action or a decision rests on: that is how one walks back to the exact words. Quote them
    with `quoted_notes_of`, which leaves out the words that were taken off the board.
    """
    may_read = (
        Q(session__participants__membership=member)
        | Q(insights__state=InsightState.AGREED)
        | Q(translations__action__visibility__in=("partnership", "public"))
        | Q(decisions__isnull=False)
    )
    if member.may("session.read_closed"):
        may_read |= Q(session__state=SessionState.CLOSED)
    return (
        Note.objects.filter(
            may_read,
            session__partnership=member.partnership_id,
            revealed_at__isnull=False,
            withdrawn_at__isnull=True,
        )
        .select_related("session", "column", "author__membership__person")
        .distinct()
    )


def quoted_notes_of(member: Membership, ids: Collection[UUID]) -> list[QuotedNote]:
    """Quote those of the notes that the member may read, in the order in which they were written."""
    notes = (
        readable_notes_of(member)
        .filter(pk__in=ids)
        .select_related("group")
        .prefetch_related("session__co_facilitators")
        .order_by("added_at", "pk")
    )
    return [
        quoted_note(note, reads_withheld=may_withhold_notes(member, note.session)) for note in notes
    ]


def own_hidden_notes(participant: Participant) -> dict[str, NoteRecord]:
    """Return the participant's own notes that nobody else sees yet."""
    notes = Note.objects.filter(
        author=participant, revealed_at__isnull=True, withdrawn_at__isnull=True
    ).select_related("author__membership__person")
    return {str(note.pk): note_record(note) for note in notes}


def written_for_others(participant: Participant) -> QuerySet[Note]:
    """Return what she wrote down for others, the newest first."""
    mine = Note.objects.filter(author=participant, withdrawn_at=None).exclude(on_behalf="")
    return mine.order_by("-added_at")


def note_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, NoteRecord]:
    """Return the revealed notes that *view* may see; all of them when *ids* is None."""
    notes = revealed_notes_in(view.session_id).filter(at_tables_of(view))
    if ids is not None:
        notes = notes.filter(pk__in=ids)
    return {str(note.pk): note_record(note, reads_withheld=view.runs) for note in notes}


def group_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, GroupRecord]:
    """Return the groups that hold a note; a group that lost its last note is gone."""
    groups = NoteGroup.objects.filter(session=view.session_id)
    if ids is not None:
        groups = groups.filter(pk__in=ids)
    there = Note.objects.filter(at_tables_of(view), withdrawn_at__isnull=True)
    notes = Prefetch("notes", there.only("pk", "group"))
    shown = (group_record(group) for group in groups.prefetch_related(notes))
    return {str(group.id): group for group in shown if group.note_ids}
