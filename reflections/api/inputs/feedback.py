"""What the feedback API reads."""

from datetime import date
from uuid import UUID

from web.json import Input


class FeedbackInput(Input):
    """What contributors are told, or until when; `version` was read before, 0 for a new one."""

    insight_id: UUID | None = None
    answer: str = ""
    text: str = ""
    reason: str = ""
    promised_by: date | None = None
    version: int = 0
