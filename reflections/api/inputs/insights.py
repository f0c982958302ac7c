"""What the insights API reads."""

from datetime import date
from uuid import UUID

from web.json import Input


class InsightInput(Input):
    """An insight in words; `version` is the one that was read before, 0 for a new one."""

    statement: str
    note_ids: list[UUID]
    plain_statement: str = ""
    dissent: str = ""
    level: str = ""
    loop: str = ""
    components: list[str] = []
    version: int = 0


class AgreementInput(Input):
    """How those present agreed; may stay empty."""

    how: str = ""


class WithdrawalInput(Input):
    """Why an agreed insight is taken back."""

    reason: str


class DispositionInput(Input):
    """What becomes of an insight, and why; `version` is the one that was read before."""

    disposition: str
    version: int
    reason: str = ""
    question: str = ""
    escalated_to: str = ""
    answer_by: date | None = None
    revisit_on: date | None = None
