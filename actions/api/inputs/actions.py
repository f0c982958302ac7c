"""What the actions API reads: every field is named here, an unknown one is refused."""

from datetime import date
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from actions.queries.pages import MOST_PER_PAGE, PER_PAGE
from web.json import Input


class LogQuery(Input):
    """Which actions of the log to list; `after` is the `next` of the page before."""

    state: str = ""
    owner: UUID | None = None
    organisation: UUID | None = None
    theme: UUID | None = None
    level: str = ""
    origin: str = ""
    flag: str = ""
    text: str = ""
    after: str = ""
    most: Annotated[int, Meta(ge=1, le=MOST_PER_PAGE)] = PER_PAGE


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
    barrier: str = ""
    who_must_know: str = ""


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
    """What somebody saw who looked at the effect; `again_on` only where one cannot know yet.

    The lesson can go into a session that is to come, and leave a question for the learning agenda.
    """

    effect: str
    evidence: str
    lesson: str = ""
    again_on: date | None = None
    next_step: str = ""
    session_id: UUID | None = None
    question: str = ""
