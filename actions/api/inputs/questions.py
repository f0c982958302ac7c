"""What the API of a learning question's actions reads."""

from uuid import UUID

from web.json import Input


class QuestionActionInput(Input):
    """Which action is to bring an answer closer."""

    action_id: UUID
