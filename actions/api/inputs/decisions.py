"""What the decisions API reads."""

from datetime import date
from uuid import UUID

from web.json import Input


class DecisionWordingInput(Input, kw_only=True):
    """What is to be decided or was decided, why and by whom."""

    text: str
    rationale: str = ""
    options: str = ""
    dissent: str = ""
    decided_by: str = ""
    decider_ids: list[UUID] = []
    decided_on: date | None = None
    review_on: date | None = None
    replaces_id: UUID | None = None


class DecisionInput(DecisionWordingInput, kw_only=True):
    """What is to be decided or was decided, and what it comes from."""

    insight_id: UUID | None = None
    note_ids: list[UUID] = []


class DecisionChangeInput(DecisionWordingInput, kw_only=True):
    """Another wording, or what was decided; `version` is the one that was read before."""

    version: int


class DecisionConfirmationInput(Input):
    """When somebody looks again; `version` is the one that was read before."""

    version: int
    review_on: date | None = None
