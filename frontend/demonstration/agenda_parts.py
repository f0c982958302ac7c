"""What a story says of the learning agenda of its partnership, and what every part of a story is."""

import msgspec


class Part(msgspec.Struct, forbid_unknown_fields=True):
    """A part of a story."""


class TalkPart(Part):
    """A session that talked about a question, and the day on which somebody wrote that down."""

    day: int
    session: str


class SaidPart(Part):
    """What somebody thinks of a question for now."""

    day: int
    by: str
    text: str


class HelpPart(Part):
    """The action that is to bring an answer closer, and the day on which somebody said so."""

    day: int
    title: str


class QuestionPart(Part):
    """A question on the learning agenda; with an `insight` that one asked it, and more is said of it.

    With an `end_day` it was answered then, or with a `reason` taken off the agenda.
    """

    text: str
    by: str
    day: int
    insight: str = ""
    order: str = ""
    barrier: str = ""
    ambition: str = ""
    risk: str = ""
    theme: str = ""
    talks: list[TalkPart] = []
    answers: list[SaidPart] = []
    deep_dive: TalkPart | None = None
    action: HelpPart | None = None
    end_day: int | None = None
    reason: str = ""


class ComparisonPart(Part):
    """What somebody found on a day of an insight and an earlier one."""

    insight: str
    earlier: str
    by: str
    day: int
    is_same: bool
