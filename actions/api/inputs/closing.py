"""What the API of the end of a session reads."""

from uuid import UUID

from web.json import Input


class ReopenInput(Input):
    """Why a finished session is opened once more."""

    reason: str


class RemarkInput(Input):
    """What one says of an action or a decision that is read back."""

    verdict: str
    action_id: UUID | None = None
    decision_id: UUID | None = None
    text: str = ""
