"""The shape in which somebody reads what became of her own note: nobody else is named in it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True)
class ContributionInsight:
    """An insight that the note led to, and what became of that.

    `ask` is what the region was asked to do when it went up there, `reply` what the region said.
    """

    statement: str
    disposition: str
    reason: str
    ask: str = ""
    reply: str = ""


@dataclass(frozen=True)
class ContributionAction:
    """Something that somebody does because of the note; `drop_reason` says why nobody does any more."""

    id: UUID
    number: int
    title: str
    state: str
    due: date
    outcome: str
    drop_reason: str


@dataclass(frozen=True)
class ContributionAnswer:
    """What those who gave input were told, and what the writer of this note said to it."""

    id: UUID
    about: str
    answer: str
    text: str
    reason: str
    published_at: datetime
    verdict: str
    sentence: str


@dataclass(frozen=True)
class ContributionRecord:
    """What became of one note; `promised_by` is the day by which there will be an answer.

    `state` is "hidden" until others can read it, then "waiting", "answered", or "asked_again" when
    its writer said that the last answer is none.
    """

    note_id: UUID
    text: str
    session_id: UUID
    session_title: str
    partnership_id: UUID
    partnership_name: str
    partnership_slug: str
    language: str
    written_at: datetime | None
    insights: list[ContributionInsight]
    actions: list[ContributionAction]
    answers: list[ContributionAnswer]
    promised_by: date | None
    state: str
