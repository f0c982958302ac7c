"""What the API of asking others, joining and parting reads."""

from datetime import date
from uuid import UUID

from web.json import Input


class HandoverInput(Input):
    """Who is asked to take it over, and why."""

    to_id: UUID
    reason: str


class EscalationInput(Input):
    """What is asked of a member or a forum, and by when an answer is needed."""

    ask: str
    answer_by: date
    to_id: UUID | None = None
    forum: str = ""


class AnswerInput(Input):
    """What was answered."""

    answer: str


class EvidenceInput(Input):
    """What shows how far it is, and where one can see it."""

    text: str
    link: str = ""


class PeopleInput(Input):
    """Who helps, and who above answers for it."""

    helper_ids: list[UUID]
    sponsor_id: UUID | None = None


class VisibilityInput(Input):
    """Who sees it; the public reads `plain_words` alone."""

    visibility: str
    plain_words: str = ""


class JoinActionsInput(Input):
    """Which action becomes part of this one, and why."""

    taken_id: UUID
    reason: str


class PartInput(Input):
    """What becomes an action of its own."""

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
