"""Figures as lines of a table: what is counted, how many of how many, and what that comes to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from actions.models.action import Strength
from actions.records.indicators import Figure, IndicatorsRecord, Median, Part, Share
from actions.states import Effect
from reflections.states import Disposition

# Which figures stand together, under which head.
GROUPS = (
    (
        gettext_lazy("From learning to action"),
        ("disposition", "translation", "time_to_action", "acceptance", "concreteness"),
    ),
    (
        gettext_lazy("Following through"),
        (
            "freshness",
            "slippage",
            "closure",
            "orphans",
            "handovers",
            "carry_over",
            "recurring",
            "escalation",
            "load",
        ),
    ),
    (
        gettext_lazy("What came of it"),
        ("verified", "review", "learning_return", "persistent", "strength", "drift"),
    ),
    (
        gettext_lazy("Who is part of it"),
        ("composition", "citizen_origin", "feedback", "helpful", "region_step"),
    ),
)
MEANINGS = {
    "disposition": gettext_lazy("At the end of a session this should be all of them."),
    "translation": gettext_lazy("More is not always better: a question or a no is an answer, too."),
    "time_to_action": gettext_lazy("Counted from the end of the session."),
    "acceptance": gettext_lazy("Only the owner can say yes."),
    "concreteness": gettext_lazy(
        "All six: a verb that one can see, what it is done with, one person, a day, a sign that it"
        " is done, and a cue or a first step."
    ),
    "freshness": gettext_lazy("Of the actions that somebody said yes to and that are still open."),
    "slippage": gettext_lazy("Of all actions that somebody said yes to."),
    "closure": gettext_lazy(
        "Of the actions whose first date has passed, also when the date was moved or nobody does"
        " it any more."
    ),
    "orphans": gettext_lazy("The owner left, said no, or did not answer in time."),
    "handovers": gettext_lazy(
        "Of all such requests, also those that wait, got a no, or went to somebody else afterwards."
    ),
    "carry_over": gettext_lazy("Looked at in three later sessions or more, and still open."),
    "recurring": gettext_lazy(
        "Somebody laid the two beside each other and found that they say the same."
    ),
    "escalation": gettext_lazy(
        "Of the questions to somebody above whose day has passed. Those that were taken back by then"
        " do not count."
    ),
    "load": gettext_lazy(
        "Only you see this. Beside it stands how many one person should have at most."
    ),
    "verified": gettext_lazy("Somebody else than the owner looked and confirmed it."),
    "review": gettext_lazy("Of the actions whose effect one can know by now."),
    "learning_return": gettext_lazy(
        "It gave a new insight or a question, or the action is done in another way now."
    ),
    "persistent": gettext_lazy(
        "On the learning agenda for half a year, or in three sessions. On the theme you chose; in all"
        " months."
    ),
    "strength": gettext_lazy("Telling and teaching people is easier, and lasts less."),
    "drift": gettext_lazy(
        "From an insight on a higher level an action on a lower one: somebody acts where she can,"
        " not where it is needed."
    ),
    "composition": gettext_lazy("In finished sessions, of the groups that belong at the table."),
    "citizen_origin": gettext_lazy("In the whole partnership, whatever you chose above."),
    "feedback": gettext_lazy("Of the notes whose date for an answer has passed."),
    "helpful": gettext_lazy("In the whole partnership, whatever you chose above."),
    "region_step": gettext_lazy("What a theme sent up, and the region replied to."),
}
LABELS = {
    "answered": gettext_lazy("Agreed insights with an answer"),
    "acted_on": gettext_lazy("Agreed insights that somebody acts on"),
    "until_yes": gettext_lazy("Until the owner says yes"),
    "until_start": gettext_lazy("Until the first news that it moves"),
    "accepted": gettext_lazy("Actions with a yes"),
    "declined": gettext_lazy("Actions with a no"),
    "says_all": gettext_lazy("Actions that say all that one needs"),
    "fresh": gettext_lazy("Actions with news within the usual time"),
    "since_news": gettext_lazy("Since the last news"),
    "moved": gettext_lazy("Actions whose date moved"),
    "moved_by": gettext_lazy("How far the date moved"),
    "on_time": gettext_lazy("Actions done by the date that was agreed first"),
    "alone": gettext_lazy("Open actions without an owner"),
    "alone_for": gettext_lazy("How long they have had none"),
    "seen_often": gettext_lazy("Open actions that keep coming back"),
    "said_again": gettext_lazy("Agreed insights that say an earlier one again"),
    "taken_over": gettext_lazy("Requests to take over an action that got a yes"),
    "answered_above": gettext_lazy("Questions to somebody above, answered by the date"),
    "until_answer_above": gettext_lazy("Until somebody above answered"),
    "own": gettext_lazy("Your own open actions"),
    "confirmed": gettext_lazy("Done actions that are confirmed"),
    "held": gettext_lazy("Actions with a look at the effect"),
    "taught": gettext_lazy("Looks at an effect that changed something"),
    "persistent": gettext_lazy("Open questions that stay for long"),
    "deep_dive": gettext_lazy("Of these with a session of their own"),
    "asked_for": gettext_lazy("How long they have been asked"),
    "structural": gettext_lazy("Actions that change structure, money or rules"),
    "telling": gettext_lazy("Actions that tell or teach people"),
    "lower": gettext_lazy("Actions on a lower level than their insight"),
    "there": gettext_lazy("Expected groups that were there"),
    "few_citizens": gettext_lazy("Sessions with fewer than two citizens"),
    "from_citizens": gettext_lazy("Insights from citizens that somebody acts on"),
    "from_others": gettext_lazy("Other insights that somebody acts on"),
    "in_time": gettext_lazy("Notes answered in the promised time"),
    "until_answer": gettext_lazy("Until those who gave input had an answer"),
    "helped": gettext_lazy("Answers that helped those who asked"),
    "replied": gettext_lazy("Insights sent up that have a reply"),
    "citizen_origin": gettext_lazy("Insights from citizens and from others"),
    "helpful": gettext_lazy("Answers that helped those who asked"),
}


@dataclass(frozen=True)
class FigureLine:
    """One line of the table; `more` says what it means, once for each figure."""

    label: str
    count: str
    value: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class FigureGroup:
    """Figures that belong together."""

    title: str
    lines: list[FigureLine]


def figure_groups(record: IndicatorsRecord) -> list[FigureGroup]:
    """Return all figures as lines under their heads."""
    figures = {figure.code: figure for figure in record.figures}
    return [
        FigureGroup(
            str(title),
            [line for code in codes if code in figures for line in _lines(figures[code])],
        )
        for title, codes in GROUPS
    ]


def _lines(figure: Figure) -> Iterator[FigureLine]:
    more = tuple(filter(None, (str(MEANINGS[figure.code]), _parts(figure))))
    if figure.is_withheld:
        yield FigureLine(str(LABELS[figure.code]), "", _("Too few people to say"), more)
        return
    lines = [*map(_of_share, figure.shares), *map(_of_median, figure.medians)]
    for place, (label, count, value) in enumerate(lines):
        yield FigureLine(label, count, value, () if place else more)


def count_words(n: int, of: int) -> str:
    """Return so many of so many."""
    return _("%(n)s of %(of)s") % {"n": number_format(n), "of": number_format(of)}


def _of_share(share: Share) -> tuple[str, str, str]:
    count = count_words(share.n, share.of)
    if share.percent is None:
        return str(LABELS[share.code]), count, _("Too few") if share.of else ""
    return str(LABELS[share.code]), count, _("%(number)s%%") % {"number": share.percent}


def _of_median(median: Median) -> tuple[str, str, str]:
    count = number_format(median.count)
    if median.days is None:
        return str(LABELS[median.code]), count, _("Too few") if median.count else ""
    words = ngettext("%(days)s day", "%(days)s days", round(median.days))
    return str(LABELS[median.code]), count, words % {"days": _plain(median.days)}


def _plain(days: float) -> str:
    """Return halves of days where there are some."""
    return number_format(days, decimal_pos=0 if days.is_integer() else 1)


PART_WORDS: dict[str, Callable[[str], str]] = {
    "translation": lambda code: str(Disposition(code).label) if code else _("no answer yet"),
    "review": lambda code: str(Effect(code).label),
    "strength": lambda code: str(Strength(code).label),
}


def part_words(figure: str, part: Part) -> str:
    """Return what a part of a figure counts."""
    return PART_WORDS[figure](part.code)


def _parts(figure: Figure) -> str:
    named = (f"{part_words(figure.code, part)}: {part.n}" for part in figure.parts if part.n)
    return capfirst("; ".join(named))
