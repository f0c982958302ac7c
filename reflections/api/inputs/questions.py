"""What the API of the learning agenda reads."""

from uuid import UUID

from web.json import Input


class QuestionWordingInput(Input, kw_only=True):
    """What is asked and why."""

    text: str
    order: str = ""
    barrier: str = ""
    ambition_link: str = ""
    risk_for: str = ""
    theme_ids: list[UUID] = []


class QuestionInput(QuestionWordingInput, kw_only=True):
    """What is asked and why, and in which session."""

    session_id: UUID | None = None


class QuestionChangeInput(QuestionWordingInput, kw_only=True):
    """Another wording; `version` is the one that was read before."""

    version: int


class ProvisionalAnswerInput(Input):
    """What one thinks for now."""

    text: str


class QuestionReasonInput(Input):
    """Why."""

    reason: str


class MergingInput(Input):
    """Of which question this one becomes a part."""

    into_id: UUID


class DeepDiveInput(Input):
    """Which session to come is for a question; none: it is not planned any more."""

    session_id: UUID | None = None


class TalkInput(Input):
    """Which session talked about it."""

    session_id: UUID
