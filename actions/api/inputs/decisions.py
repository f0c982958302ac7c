"""What the decisions API reads."""

from datetime import date
from uuid import UUID

from web.json import Input


class DecisionInput(Input):
    """What is to be decided or was decided, and what it comes from."""

    text: str
    rationale: str = ""
    options: str = ""
    dissent: str = ""
    decided_by: str = ""
    decider_ids: list[UUID] = []
    decided_on: date | None = None
    review_on: date | None = None
    replaces_id: UUID | None = None
    insight_id: UUID | None = None
    note_ids: list[UUID] = []


class DecisionChangeInput(Input):
    """Another wording, or what was decided; `version` is the one that was read before."""

    text: str
    version: int
    rationale: str = ""
    options: str = ""
    dissent: str = ""
    decided_by: str = ""
    decider_ids: list[UUID] = []
    decided_on: date | None = None
    review_on: date | None = None
    replaces_id: UUID | None = None
