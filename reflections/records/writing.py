"""The shape in which it leaves the server who is at which form."""

from dataclasses import dataclass
from uuid import UUID

from reflections.models.writing import Writing


@dataclass(frozen=True)
class WritingRecord:
    """One member at one form, about an insight or some notes."""

    member_id: UUID
    name: str
    doing: str
    about_ids: list[UUID]


def writing_record(writing: Writing) -> WritingRecord:
    """Show who is writing; wants `member__person` loaded."""
    return WritingRecord(
        member_id=writing.member_id,
        name=writing.member.person.name,
        doing=writing.doing,
        about_ids=[UUID(pk) for pk in writing.about_ids],
    )
