"""What figures are counted from: plain facts, without people, as a query has read them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from actions.states import OPEN, UNDER_WAY


@dataclass(frozen=True, kw_only=True)
class SessionFacts:
    """Who was there, by group, of those who belong there."""

    id: UUID
    expected_groups: frozenset[str]
    groups: frozenset[str]
    citizens: int
    expects_citizens: bool


@dataclass(frozen=True, kw_only=True)
class NoteFacts:
    """One note that everybody could read, and when those who gave it got an answer."""

    id: UUID
    session_ended: date
    promised: date
    answered: date | None


@dataclass(frozen=True, kw_only=True)
class InsightFacts:
    """One agreed insight, and what became of it."""

    id: UUID
    session_id: UUID
    level: str
    disposition: str
    note_ids: frozenset[UUID]
    is_sent_up: bool
    has_reply: bool
    # Somebody found that it says again what an earlier one said.
    says_again: bool


@dataclass(frozen=True, kw_only=True)
class EscalationFacts:
    """One question to somebody above; with `answered` or `taken_back`, or waiting without either."""

    raised: date
    answer_by: date
    answered: date | None
    taken_back: date | None


@dataclass(frozen=True, kw_only=True)
class ActionFacts:
    """One action: its dates, and what was found when somebody looked at it."""

    id: UUID
    state: str
    level: str
    strength: str
    session_ended: date
    insight_ids: frozenset[UUID]
    note_ids: frozenset[UUID]
    says_all: bool
    offered: date
    accepted: date | None
    started: date | None
    original_due: date
    due: date
    due_changes: int
    done: date | None
    is_verified: bool
    review_on: date | None
    # What each look at its effect found, in order.
    effects: tuple[str, ...]
    # How many of these looks changed something: a new insight, a question, another way to do it.
    changing_looks: int
    last_news: date
    orphaned_since: date | None
    # In how many later sessions it was looked at while it was open.
    seen_in: int
    escalations: tuple[EscalationFacts, ...]
    # Of each time that somebody was asked to take it over, whether she said yes.
    handovers: tuple[bool, ...]

    @property
    def is_open(self) -> bool:
        """Say whether somebody still has to do something."""
        return self.state in OPEN

    @property
    def is_under_way(self) -> bool:
        """Say whether its owner is at it."""
        return self.state in UNDER_WAY

    @property
    def effect(self) -> str:
        """Return what the last look found; empty before anybody looked."""
        return self.effects[-1] if self.effects else ""


@dataclass(frozen=True, kw_only=True)
class QuestionFacts:
    """One learning question that is still on the agenda."""

    asked: date
    is_persistent: bool
    has_deep_dive: bool


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All that the figures of some sessions are counted from, on a day.

    `origins` and `reactions` are of the whole partnership, whatever the figures are about. The first
    tells for each finished session of its insights: is it from citizens, does somebody act on it;
    the second for each day of what was said then: was the answer helpful.
    """

    today: date
    check_in_days: int
    sessions: list[SessionFacts]
    notes: list[NoteFacts]
    insights: list[InsightFacts]
    actions: list[ActionFacts]
    questions: list[QuestionFacts]
    origins: list[list[tuple[bool, bool]]]
    reactions: list[list[bool]]
    own_open: int
    own_most: int
