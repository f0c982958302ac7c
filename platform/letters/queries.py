"""Reading what became of letters."""

from collections.abc import Collection
from uuid import UUID

from letters.models import Letter, LetterState


def letters_about(about_ids: Collection[UUID]) -> dict[UUID, LetterState]:
    """Return for each thing what became of the newest letter about it; without letters, nothing."""
    letters = Letter.objects.filter(about_id__in=about_ids).order_by("due_at")
    return {letter.about_id: LetterState(letter.state) for letter in letters}


def letter_about(kind: str, about_id: UUID) -> Letter | None:
    """Return the newest letter of this kind about this thing."""
    return Letter.objects.filter(kind=kind, about_id=about_id).order_by("-due_at").first()
