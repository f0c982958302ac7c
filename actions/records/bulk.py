"""The shape in which the answers to a step with many actions leave the server."""

from dataclasses import dataclass
from uuid import UUID

from actions.models.bulk import BulkEdit


@dataclass(frozen=True)
class BulkAnswer:
    """What became of one action; `refusal` says why nothing did."""

    action_id: UUID
    number: int
    title: str
    refusal: str


@dataclass(frozen=True)
class BulkRecord:
    """A step with many actions, and what became of each; `undone_by` took it back."""

    id: UUID
    step: str
    answers: list[BulkAnswer]
    undoes: UUID | None
    undone_by: UUID | None

    @property
    def done(self) -> list[BulkAnswer]:
        """Return those that it worked with."""
        return [answer for answer in self.answers if not answer.refusal]


def bulk_record(edit: BulkEdit) -> BulkRecord:
    """Show it; wants what `queries.bulk.edit_of` loads."""
    undone_by = getattr(edit, "undone_by", None)
    return BulkRecord(
        id=edit.pk,
        step=edit.step,
        answers=[
            BulkAnswer(one.action_id, one.action.number, one.action.title, one.refusal)
            for one in edit.results.all()
        ],
        undoes=edit.undoes_id,
        undone_by=undone_by.pk if undone_by else None,
    )
