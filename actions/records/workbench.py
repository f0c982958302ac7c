"""The shapes in which the workbench of a trusted advisor leaves the server."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from actions.records.action import ActionRecord, CheckInRecord
from actions.records.advising import AskRecord


@dataclass(frozen=True)
class FollowUpLine:
    """One action of one of her partnerships, and when its owner was last asked how it goes."""

    partnership_id: UUID
    action: ActionRecord
    asked: AskRecord | None


@dataclass(frozen=True)
class FollowUpPage:
    """Some actions of all partnerships that somebody advises; `next` asks for those after them.

    `count` is how many there are on all pages together, `asking` how many of them ask for attention.
    """

    lines: list[FollowUpLine]
    next: str
    count: int
    asking: int


@dataclass(frozen=True)
class HinderedAction:
    """An action by its title."""

    id: UUID
    title: str


@dataclass(frozen=True)
class HinderedPlace:
    """A partnership in which something hinders actions."""

    partnership_id: UUID
    partnership_name: str
    actions: list[HinderedAction]


@dataclass(frozen=True)
class Pattern:
    """The same kind of hindrance in several partnerships of one advisor; `count` is of actions."""

    barrier: str
    count: int
    places: list[HinderedPlace]


@dataclass(frozen=True)
class RoundLine:
    """One action of a round; `claims` is what can be reported of it now, `report` what was."""

    action_id: UUID
    title: str
    partnership_id: UUID
    partnership_name: str
    claims: list[str]
    report: CheckInRecord | None
    is_passed_over: bool


@dataclass(frozen=True)
class RoundYield:
    """What a round gave: reports by claim, hindrances by kind, and who must know."""

    claims: dict[str, int]
    barriers: dict[str, int]
    to_tell: list[str]
    passed_over: int
    left: int


@dataclass(frozen=True)
class RoundRecord:
    """A follow-up round with its actions in order, as far as she still advises their partnerships."""

    id: UUID
    started_at: datetime
    finished_at: datetime | None
    lines: list[RoundLine]
    gave: RoundYield
