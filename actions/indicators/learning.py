"""Figures on what becomes of insights and of those who gave input."""

from collections.abc import Iterator

from actions.indicators.facts import Facts, InsightFacts
from actions.indicators.numbers import (
    SMALLEST,
    figure,
    middle,
    parts,
    share,
    share_that,
    told,
    withheld,
)
from actions.records.indicators import Figure
from reflections.composition import ENOUGH_CITIZENS
from reflections.states import Disposition


def learning_figures(facts: Facts) -> Iterator[Figure]:
    """Return the figures on insights and on input."""
    yield figure(
        "disposition", share_that("answered", (bool(one.disposition) for one in facts.insights))
    )
    yield _translation(facts)
    yield _citizen_origin(facts)
    yield _feedback(facts)
    yield _helpful(facts)
    yield _composition(facts)
    yield _persistent(facts)
    yield figure("recurring", share_that("said_again", (one.says_again for one in facts.insights)))
    sent_up = [one for one in facts.insights if one.is_sent_up]
    yield figure("region_step", share_that("replied", (one.has_reply for one in sent_up)))


def acted_on(facts: Facts) -> set[InsightFacts]:
    """Return the insights that somebody said yes to do something about."""
    accepted = [one.insight_ids for one in facts.actions if one.accepted]
    ids = frozenset().union(*accepted)
    return {one for one in facts.insights if one.id in ids}


def _translation(facts: Facts) -> Figure:
    return figure(
        "translation",
        share("acted_on", len(acted_on(facts)), len(facts.insights)),
        parts=parts((one.disposition for one in facts.insights), [*Disposition.values, ""]),
    )


def _citizen_origin(facts: Facts) -> Figure:
    steps = [
        [sum(is_theirs for is_theirs, _ in session), sum(not theirs for theirs, _ in session)]
        for session in facts.origins
    ]
    known = [one for session in facts.origins[: told(steps)] for one in session]
    if not known:
        return withheld("citizen_origin")
    return figure(
        "citizen_origin",
        share_that("from_citizens", (acted for is_theirs, acted in known if is_theirs)),
        share_that("from_others", (acted for is_theirs, acted in known if not is_theirs)),
    )


def _feedback(facts: Facts) -> Figure:
    due = [one for one in facts.notes if one.answered or one.promised < facts.today]
    days = ((one.answered - one.session_ended).days for one in facts.notes if one.answered)
    return figure(
        "feedback",
        share_that("in_time", (bool(one.answered and one.answered <= one.promised) for one in due)),
        medians=[middle("until_answer", (max(0, number) for number in days))],
    )


def _helpful(facts: Facts) -> Figure:
    steps = [[len(day)] for day in facts.reactions]
    known = [helped for day in facts.reactions[: told(steps)] for helped in day]
    if len(known) < SMALLEST:
        return withheld("helpful")
    return figure("helpful", share_that("helped", known))


def _persistent(facts: Facts) -> Figure:
    stay = [one for one in facts.questions if one.is_persistent]
    return figure(
        "persistent",
        share("persistent", len(stay), len(facts.questions)),
        share_that("deep_dive", (one.has_deep_dive for one in stay)),
        medians=[middle("asked_for", ((facts.today - one.asked).days for one in stay))],
    )


def _composition(facts: Facts) -> Figure:
    expected = [one for one in facts.sessions if one.expected_groups]
    there = sum(len(one.groups & one.expected_groups) for one in expected)
    wanted = sum(len(one.expected_groups) for one in expected)
    few = (one.citizens < ENOUGH_CITIZENS for one in facts.sessions if one.expects_citizens)
    return figure("composition", share("there", there, wanted), share_that("few_citizens", few))
