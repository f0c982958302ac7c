"""Figures on what came of actions, and on where they change something."""

from collections.abc import Iterator

from actions.indicators.facts import Facts
from actions.indicators.numbers import figure, parts, share, share_that
from actions.models.action import Strength
from actions.records.indicators import Figure
from actions.states import Effect
from partnerships.models.membership import Level

STRUCTURAL = {Strength.STRUCTURE}
TELLING = {Strength.INFORMING, Strength.TRAINING}


def effect_figures(facts: Facts) -> Iterator[Figure]:
    """Return the figures on confirming, looking back, and on what actions change."""
    done = [one for one in facts.actions if one.done]
    yield figure("verified", share_that("confirmed", (one.is_verified for one in done)))
    due = [
        one
        for one in facts.actions
        if one.effects or (one.is_verified and one.review_on and one.review_on <= facts.today)
    ]
    yield figure(
        "review",
        share_that("held", (bool(one.effects) for one in due)),
        parts=parts((one.effect for one in due if one.effects), Effect.values),
    )
    looks = sum(len(one.effects) for one in facts.actions)
    taught = sum(one.changing_looks for one in facts.actions)
    yield figure("learning_return", share("taught", taught, looks))
    strengths = [one.strength for one in facts.actions if one.accepted and one.strength]
    yield figure(
        "strength",
        share_that("structural", (one in STRUCTURAL for one in strengths)),
        share_that("telling", (one in TELLING for one in strengths)),
        parts=parts(strengths, Strength.values),
    )
    yield _drift(facts)


def drift_of(facts: Facts) -> list[list[int]]:
    """Count steps from an insight to an action by the levels of both; what has none is left out."""
    level_of = {one.id: one.level for one in facts.insights}
    steps = [
        (level_of.get(pk, ""), action.level)
        for action in facts.actions
        for pk in action.insight_ids
    ]
    return [[steps.count((above, below)) for below in Level.values] for above in Level.values]


def _drift(facts: Facts) -> Figure:
    table = drift_of(facts)
    whole = sum(map(sum, table))
    order = range(len(table))
    lower = sum(table[above][below] for above in order for below in order if below < above)
    return figure("drift", share("lower", lower, whole))
