"""The shapes in which suggestions and similar notes leave the server."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class SuggestionRecord:
    """Notes that may belong together, with a name from the words they share."""

    title: str
    note_ids: list[UUID]


@dataclass(frozen=True)
class SimilarRecord:
    """A note that is like another or like what somebody looks for, and how near: 0 to 100."""

    note_id: UUID
    percent: int
