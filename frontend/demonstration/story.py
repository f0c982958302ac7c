"""What a story of the demonstration says: the shape of the TOML files beside this module.

Days count from today, so that the demonstration never grows old: -84 is twelve weeks ago.
"""

from pathlib import Path
from typing import Literal

import msgspec

from frontend.demonstration.agenda_parts import ComparisonPart, Part, QuestionPart

HERE = Path(__file__).parent
# The first is the one that people see first.
TOLD_IN_ORDER = ("brackwater", "oosterwaard", "noorderveen", "norralvsbygden")


class OrganisationPart(Part):
    """Where members come from."""

    name: str
    group: str


class PersonPart(Part):
    """A member; the first one of a story starts the partnership and sits in its office."""

    key: str
    name: str
    roles: list[str]
    organisation: str = ""
    level: str = "micro"


class ThemePart(Part):
    """A theme."""

    title: str
    plain_title: str = ""


class TemplatePart(Part):
    """A template made from the built-in one called `of`, of its parts that `minutes` names."""

    by: str
    of: str
    title: str
    summary: str
    preparation: str
    minutes: dict[str, int]


class NotePart(Part):
    """A note in the column with that number, counted from 1."""

    by: str
    text: str
    key: str = ""
    column: int = 1
    attribution: str = "named"
    # How somebody said it for whom it was written down.
    on_behalf: str = ""
    for_people: int = 1


class CommentPart(Part):
    """What somebody said about a group."""

    by: str
    text: str


class GroupPart(Part):
    """Notes that were put together, what was said about them, who gave them a dot.

    `room` are the votes of people without a device, `parked` says why it was left for another time.
    """

    title: str
    notes: list[str]
    dots: list[str] = []
    room: int = 0
    comments: list[CommentPart] = []
    minutes: str = ""
    parked: str = ""


class InsightPart(Part):
    """An insight with what became of it; `act` follows from its actions, `ask` goes to the region."""

    key: str
    statement: str
    notes: list[str]
    plain: str = ""
    level: str = ""
    loop: str = ""
    components: list[str] = []
    dissent: str = ""
    agreed_how: str = ""
    answer: str = "act"
    reason: str = ""
    question: str = ""
    to: str = ""
    answer_day: int | None = None
    revisit_day: int | None = None
    ask: str = ""


class DecisionPart(Part):
    """Something that was put up for a decision, and what was decided on a later day."""

    insight: str
    text: str
    options: str = ""
    rationale: str = ""
    dissent: str = ""
    decided_by: str = ""
    deciders: list[str] = []
    day: int | None = None
    review: int | None = None


class ReplyPart(Part):
    """What the region replied to a theme about an insight that was sent up."""

    insight: str
    text: str


class FeedbackPart(Part):
    """What those who gave input were told on a day, of an insight or of the whole session."""

    day: int
    answer: str
    text: str
    reason: str = ""
    insight: str = ""


class StepPart(Part):
    """Something that happened with an action after the session."""

    day: int
    by: str
    # fmt: off
    does: Literal["accept", "decline", "offer", "report", "move", "drop", "complete", "confirm",
                  "not_yet", "look", "share", "ask", "note", "people", "evidence", "show",
                  "hand_over", "raise", "reply", "split", "join"]
    # fmt: on
    text: str = ""
    to: str = ""
    claim: str = "moving"
    channel: str = "here"
    confidence: str = "unknown"
    blocker: str = ""
    barrier: str = ""
    who_must_know: str = ""
    # Of a note of an advisor.
    readers: str = ""
    effect: str = ""
    lesson: str = ""
    # What follows from the effect, the question that it leaves, and the session that talks of it.
    follows: str = ""
    asks: str = ""
    into: str = ""
    # What came of it, as others read it.
    came: str = ""
    next_step: str = ""
    next_day: int | None = None
    # Who above answers for it, and which board or officer is asked.
    sponsor: str = ""
    forum: str = ""


class ActionPart(Part):
    """An action that the session ended with."""

    title: str
    owner: str
    due: int
    done_test: str
    cue: str = ""
    first_step: str = ""
    level: str = ""
    strength: str = ""
    horizon: str = ""
    risk: str = ""
    insight: str = ""
    notes: list[str] = []
    steps: list[StepPart] = []


class DataPart(Part):
    """A data item that somebody brought before the session."""

    by: str
    title: str
    explanation: str
    source: str = ""
    as_of: int | None = None
    limits: str = ""


class InvitedPart(Part):
    """Somebody who is asked to come, and what she said."""

    who: str
    answer: str = ""
    attendance: str = ""
    access: str = ""
    language: str = ""


class SessionPart(Part):
    """A session up to where it is; `minutes_ago` says when one of today began.

    `lasts_days` is for a round of days, and `opens` says how many days before it people can write.
    """

    title: str
    goal: str
    template: str
    facilitator: str
    until: Literal[
        "draft", "planned", "input_open", "collect", "group", "vote", "agree", "translate", "closed"
    ]
    day: int = 0
    clock: str = "13:30"
    minutes_ago: int = 0
    collect_minutes: int = 9
    scope: str = "theme"
    mode: str = "on_site"
    theme: str = ""
    place: str = ""
    link: str = ""
    lasts_days: int = 0
    opens: int = 0
    series: str = ""
    rhythm: str = "month"
    data: list[DataPart] = []
    invited: list[InvitedPart] = []
    joined: list[str] = []
    notes: list[NotePart] = []
    groups: list[GroupPart] = []
    insights: list[InsightPart] = []
    actions: list[ActionPart] = []
    decisions: list[DecisionPart] = []
    replies: list[ReplyPart] = []
    # The day by which those who gave input were promised an answer.
    promised: int | None = None
    feedback: list[FeedbackPart] = []


class ListRow(Part):
    """One row of an old list, in the words of those who kept it."""

    what: str
    who: str
    due: int
    state: str
    result: str = ""


class ListPart(Part):
    """A spreadsheet of actions that was kept before, with its number, what, who, when, state, result."""

    by: str
    day: int
    name: str
    head: list[str]
    rows: list[ListRow]


class Story(Part):
    """One partnership: who is in it and what happened."""

    name: str
    country: str
    language: str
    time_zone: str
    ambition: str
    day: int
    organisations: list[OrganisationPart]
    people: list[PersonPart]
    themes: list[ThemePart]
    sessions: list[SessionPart]
    templates: list[TemplatePart] = []
    lists: list[ListPart] = []
    questions: list[QuestionPart] = []
    comparisons: list[ComparisonPart] = []


def stories() -> list[Story]:
    """Read all stories."""
    return [
        msgspec.toml.decode((HERE / f"{name}.toml").read_bytes(), type=Story)
        for name in TOLD_IN_ORDER
    ]
