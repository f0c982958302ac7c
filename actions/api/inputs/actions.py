"""What the actions API reads: every field is named here, an unknown one is refused."""

from datetime import date
from uuid import UUID

from web.json import Input


class ActionInput(Input):
    """Who does what, by when, how one can see that it is done, and what it comes from."""

    title: str
    owner_id: UUID
    due: date
    done_test: str
    if_cue: str = ""
    first_step: str = ""
    level: str = ""
    strength: str = ""
    horizon: str = ""
    risk: str = ""
    insight_id: UUID | None = None
    note_ids: list[UUID] = []


class DeclineInput(Input):
    """Why one says no."""

    reason: str


class OfferInput(Input):
    """Whom to ask instead."""

    owner_id: UUID


class CheckInInput(Input):
    """How an action goes."""

    claim: str
    text: str
    channel: str = "here"
    confidence: str = "unknown"
    blocker: str = ""
    next_step: str = ""
    next_check_in: date | None = None


class CompletionInput(Input):
    """What came of it."""

    outcome: str


class NotYetInput(Input):
    """What is still missing; `check_in_id` is made by the caller."""

    check_in_id: UUID
    text: str


class DueChangeInput(Input):
    """Another date, and why."""

    due: date
    reason: str


class ReasonInput(Input):
    """Why."""

    reason: str


class LookInput(Input):
    """What somebody saw who looked at the effect; `again_on` only where one cannot know yet."""

    effect: str
    evidence: str
    lesson: str = ""
    again_on: date | None = None
