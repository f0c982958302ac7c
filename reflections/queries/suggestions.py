"""Groups that the wording of the notes suggests, and notes that are alike; nothing is applied here."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kernel.errors import NotAllowedError
from partnerships.models.membership import Membership
from reflections.models.grouping import RefusedSuggestion
from reflections.models.note import Note
from reflections.models.participant import Participant
from reflections.policies import may_change_groups
from reflections.queries.board import at_tables_of, view_of
from reflections.queries.notes import notes_to_read_in
from reflections.queries.sessions import sessions_of
from reflections.records.suggestions import SimilarRecord, SuggestionRecord
from reflections.similarity.suggestions import SuggestedGroup, similar_to, suggest_groups

MOST_SIMILAR = 12
# A suggestion that shares so much with a refused one is the same to whoever refused it.
SAME_AGAIN = 0.5


def group_suggestions(
    member: Membership, session_id: UUID, *, by_column: bool
) -> list[SuggestionRecord]:
    """Return groups for the notes that are in none, by their wording; refused ones stay away."""
    session = sessions_of(member).get(pk=session_id)
    if not may_change_groups(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can group notes."))
    refused = [
        set(map(UUID, ids))
        for ids in RefusedSuggestion.objects.filter(session=session).values_list(
            "note_ids", flat=True
        )
    ]
    loose = notes_to_read_in(session.pk).filter(group=None).order_by("added_at", "pk")
    return [
        SuggestionRecord(title=_title(group), note_ids=list(group.note_ids))
        for notes in _divided(loose, by_column=by_column)
        for group in suggest_groups(
            {note.pk: note.text for note in notes}, language=session.language
        )
        if not _is_refused(group.note_ids, refused)
    ]


def notes_like_note(participant: Participant, note_id: UUID) -> list[SimilarRecord]:
    """Return the notes of the board that are most like one of them."""
    note = _notes_before(participant).get(pk=note_id)
    return _most_like(participant, note.text, but=note_id)


def notes_like_text(participant: Participant, text: str) -> list[SimilarRecord]:
    """Return the notes of the board that are most like what somebody looks for."""
    return _most_like(participant, text[:300])


def _most_like(
    participant: Participant, text: str, *, but: UUID | None = None
) -> list[SimilarRecord]:
    notes = _notes_before(participant)
    found = similar_to(
        text,
        {note.pk: note.text for note in notes if note.pk != but},
        language=participant.session.language,
        most=MOST_SIMILAR,
    )
    return [SimilarRecord(note_id=pk, percent=round(100 * near)) for pk, near in found]


def _notes_before(participant: Participant) -> QuerySet[Note]:
    view = view_of(participant)
    return notes_to_read_in(view.session_id).filter(at_tables_of(view))


def _divided(notes: Iterable[Note], *, by_column: bool) -> list[list[Note]]:
    parts: dict[UUID | None, list[Note]] = {}
    for note in notes:
        parts.setdefault(note.column_id if by_column else None, []).append(note)
    return list(parts.values())


def _title(group: SuggestedGroup) -> str:
    title = ", ".join(group.words)
    return title[:1].upper() + title[1:]


def _is_refused(note_ids: Collection[UUID], refused: Iterable[set[UUID]]) -> bool:
    return any(len(once.intersection(note_ids)) > SAME_AGAIN * len(note_ids) for once in refused)
