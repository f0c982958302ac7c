"""The composition check: whether those who are expected fit what the session is about.

A session on what the whole region does, without the people who can decide on it or live with it,
learns for the drawer. The check names what is missing; it never forbids anything.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum

from partnerships.models.membership import Level
from partnerships.models.partnership import StakeholderGroup

ENOUGH_CITIZENS = 2
# Work on the floor is in the hands of those who do it; the other levels need a mandate.
NEEDS_A_MANDATE = (Level.MESO, Level.MACRO)


class Gap(Enum):
    """What can be missing."""

    NOBODY = "nobody"
    GROUP = "group"
    NO_CITIZEN = "no_citizen"
    ONE_CITIZEN = "one_citizen"
    NO_MANDATE = "no_mandate"
    NO_DATA = "no_data"


@dataclass(frozen=True)
class Expected:
    """Somebody who may come, as far as the check needs to know."""

    group: str
    is_citizen: bool
    mandate_level: str


@dataclass(frozen=True)
class Facts:
    """What the check looks at."""

    people: Collection[Expected]
    expected_groups: Collection[str]
    open_levels: Collection[str]
    data_items: int


@dataclass(frozen=True)
class Finding:
    """One thing that is missing; *what* is the group or the level that it is about."""

    gap: Gap
    what: str = ""


def composition_of(facts: Facts) -> list[Finding]:
    """Return what is missing, the most important first; empty when nothing is."""
    if not facts.people:
        return [Finding(Gap.NOBODY), *_data(facts)]
    return [*_citizens(facts), *_groups(facts), *_mandates(facts), *_data(facts)]


def _citizens(facts: Facts) -> Iterable[Finding]:
    citizens = sum(person.is_citizen for person in facts.people)
    if citizens == 0 and StakeholderGroup.CITIZENS in facts.expected_groups:
        yield Finding(Gap.NO_CITIZEN)
    if 0 < citizens < ENOUGH_CITIZENS:
        yield Finding(Gap.ONE_CITIZEN)


def _groups(facts: Facts) -> Iterable[Finding]:
    there = {person.group for person in facts.people}
    missing = set(facts.expected_groups) - there - {StakeholderGroup.CITIZENS}
    for group in StakeholderGroup.values:
        if group in missing:
            yield Finding(Gap.GROUP, group)


def _mandates(facts: Facts) -> Iterable[Finding]:
    there = {person.mandate_level for person in facts.people}
    for level in NEEDS_A_MANDATE:
        # Who has the mandate for the system has it for the region too.
        enough = set(NEEDS_A_MANDATE[NEEDS_A_MANDATE.index(level) :])
        if level in facts.open_levels and not enough & there:
            yield Finding(Gap.NO_MANDATE, level)


def _data(facts: Facts) -> Iterable[Finding]:
    if facts.data_items == 0:
        yield Finding(Gap.NO_DATA)
