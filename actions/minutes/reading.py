"""Finding what somebody will do in minutes that were typed as text, in three languages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

from actions.sheets.days import month_words, readings_of
from actions.sheets.people import member_called
from actions.sheets.words import folded
from kernel.clock import today
from partnerships.models.membership import Membership

MARKS = r"(?:[-*•\u2013·▪]|\d+[.)])?\s*"
OPEN_BOX = re.compile(rf"^\s*{MARKS}(?:\[[ _]?\]|[☐□])\s*(.+)$")
TICKED_BOX = re.compile(rf"^\s*{MARKS}(?:\[[xXvV✓]\]|[☑☒])")
CALLED = re.compile(
    rf"^\s*{MARKS}(?:\*\*|__)?"
    r"(?:action(?: item| point)?s?|to[ -]?do|actie(?:punt)?(?:en)?|ap|åtgärd(?:er)?|att göra|uppgift)"
    r"\s*\d*\s*(?:\*\*|__)?\s*:\s*(?:\*\*|__)?\s*(.+)$",
    re.IGNORECASE,
)
BEFORE_A_DAY = re.compile(
    r"[\s,;\u2013-]*\b(?:deadline|due(?: date)?|by|before|until|for|uiterlijk(?: op)?|vóór|voor|tot|per"
    r"|gereed(?: voor)?|klaar(?: op)?|datum|senast|före|till|klart(?: senast)?)?\s*:?\s*$",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"[\s,;\u2013-]*\b(?:owner|who|by whom|responsible|eigenaar|wie|trekker|ansvarig|vem)\s*:\s*"
    r"([^,;()\n]+)",
    re.IGNORECASE,
)
AT = re.compile(r"\s*@((?:[^\W\d]|-)+(?: [A-ZÀ-Þ](?:[^\W\d]|-)+)?)")
IN_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]{2,60})[)\]]")
AT_THE_START = re.compile(r"^([^:,]{2,40})\s*:\s*")
WHOLE_YEAR = re.compile(r"\d{4}$")


@dataclass(frozen=True)
class Proposal:
    """Something that one line of minutes says somebody will do, to be looked at by a person.

    `line` counts from 1, `said` is the whole line. Of a day that can be read in two ways both are in
    `days`, and of several people nobody is chosen.
    """

    line: int
    said: str
    title: str
    owner_id: UUID | None
    days: tuple[date, ...]

    @property
    def due(self) -> date | None:
        """Return the day, where there is one and it is sure."""
        return self.days[0] if len(self.days) == 1 else None


def proposals_in(text: str, members: Sequence[Membership]) -> list[Proposal]:
    """Return what the lines of a text propose; wants `person` of the members loaded."""
    return list(_proposals(text, members))


def _proposals(text: str, members: Sequence[Membership]) -> Iterator[Proposal]:
    for number, line in enumerate(text.splitlines(), start=1):
        if TICKED_BOX.match(line):
            continue
        found = CALLED.match(line) or OPEN_BOX.match(line)
        if found is None:
            continue
        said = CALLED.match(found[1])
        rest, days = _without_day(said[1] if said else found[1])
        rest, owner_id = _without_owner(rest, members)
        yield Proposal(number, line.strip(), _tidy(rest), owner_id, days)


def _without_day(text: str) -> tuple[str, tuple[date, ...]]:
    for match in _day_pattern().finditer(text):
        days = readings_of(match[0]) or _this_or_next_year(match[0])
        if days:
            before = BEFORE_A_DAY.sub("", text[: match.start()])
            return before + text[match.end() :], tuple(days)
    return text, ()


@cache
def _day_pattern() -> re.Pattern[str]:
    month = "(?:" + "|".join(map(re.escape, month_words())) + r")\b\.?"
    return re.compile(
        r"\b\d{4}-\d{1,2}-\d{1,2}\b"
        r"|\b\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})\b"
        rf"|\b(?:den )?\d{{1,2}}(?:e|:e|st|nd|rd|th)?\.? (?:of )?{month}(?:,? \d{{4}}\b)?"
        rf"|\b{month} \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}}\b)?",
        re.IGNORECASE,
    )


def _this_or_next_year(text: str) -> list[date]:
    """Read a day without a year as the next one of that name."""
    if WHOLE_YEAR.search(text):
        return []
    for year in (today().year, today().year + 1):
        found = [day for day in readings_of(f"{text.strip(' .,')} {year}") if day >= today()]
        if found:
            return found
    return []


def _without_owner(text: str, members: Sequence[Membership]) -> tuple[str, UUID | None]:
    """Return who does it, and the text without what only names her."""
    for pattern in (LABELLED, AT, IN_BRACKETS, AT_THE_START):
        for match in pattern.finditer(text):
            owner_id = member_called(match[1].strip(" ,;"), members)
            if owner_id:
                return text[: match.start()] + text[match.end() :], owner_id
    return text, _only_one_named(text, members)


def _only_one_named(text: str, members: Sequence[Membership]) -> UUID | None:
    words = f" {folded(text)} "
    named = [one.pk for one in members if f" {folded(one.person.name)} " in words]
    if not named:
        first = [(one.pk, folded(one.person.name).split()[:1]) for one in members]
        named = [pk for pk, name in first if name and f" {name[0]} " in words]
    return named[0] if len(named) == 1 else None


def _tidy(text: str) -> str:
    bare = re.sub(r"[(\[]\s*[,;]?\s*[)\]]", "", text)
    bare = " ".join(re.sub(r"\*\*|__", "", bare).split()).strip(" ,;:\u2013-")
    return bare[:1].upper() + bare[1:]
