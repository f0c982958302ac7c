"""The shape in which what is open from before leaves the server."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from actions.records.action import ActionRecord


@dataclass(frozen=True)
class OpenAction:
    """An action that is open, and what the reader can report of it: nothing when she may not."""

    action: ActionRecord
    claims: list[str]


@dataclass(frozen=True)
class OpenInsight:
    """An insight that waits for somebody: it was taken to a higher level, or parked."""

    id: UUID
    session_id: UUID
    session_title: str
    closed_on: date
    language: str
    statement: str
    disposition: str
    escalated_to: str
    answer_by: date | None
    revisit_on: date | None
