"""Figures on how actions are taken up and followed."""

from collections.abc import Iterator

from actions.indicators.facts import ActionFacts, EscalationFacts, Facts
from actions.indicators.numbers import figure, middle, share, share_that
from actions.records.indicators import Figure
from actions.states import ActionState

# Seen so often and still open: it does not come off the list by itself.
OFTEN = 3


def following_figures(facts: Facts) -> Iterator[Figure]:
    """Return the figures on taking up, following and finishing."""
    accepted = [one for one in facts.actions if one.accepted]
    declined = (one.state == ActionState.DECLINED for one in facts.actions)
    yield figure(
        "acceptance",
        share("accepted", len(accepted), len(facts.actions)),
        share_that("declined", declined),
    )
    yield _time_to_action(accepted)
    yield figure("concreteness", share_that("says_all", (one.says_all for one in accepted)))
    yield _freshness(facts)
    yield _slippage(accepted)
    yield _closure(facts)
    yield _orphans(facts)
    asked = (yes for one in facts.actions for yes in one.handovers)
    yield figure("handovers", share_that("taken_over", asked))
    open_ones = [one for one in facts.actions if one.is_open]
    yield figure(
        "carry_over", share_that("seen_often", (one.seen_in >= OFTEN for one in open_ones))
    )
    yield _escalation(facts)
    yield figure("load", share("own", facts.own_open, facts.own_most))


def is_closure_due(action: ActionFacts, facts: Facts) -> bool:
    """Say whether the day has passed that was agreed first."""
    return action.original_due < facts.today


def is_on_time(action: ActionFacts) -> bool:
    """Say whether it was done by the day that was agreed first."""
    return action.done is not None and action.done <= action.original_due


def days_without_news(action: ActionFacts, facts: Facts) -> int:
    """Return for how long nobody said anything about it."""
    return (facts.today - action.last_news).days


def days_to_yes(action: ActionFacts) -> int:
    """Return how long after the session its owner said yes; TypeError before she did."""
    if action.accepted is None:
        raise TypeError("nobody said yes to it")
    return max(0, (action.accepted - action.session_ended).days)


def _time_to_action(accepted: list[ActionFacts]) -> Figure:
    started = ((one.started - one.session_ended).days for one in accepted if one.started)
    return figure(
        "time_to_action",
        medians=[
            middle("until_yes", map(days_to_yes, accepted)),
            middle("until_start", (max(0, days) for days in started)),
        ],
    )


def _freshness(facts: Facts) -> Figure:
    silent = [days_without_news(one, facts) for one in facts.actions if one.is_under_way]
    return figure(
        "freshness",
        share_that("fresh", (days <= facts.check_in_days for days in silent)),
        medians=[middle("since_news", silent)],
    )


def _slippage(accepted: list[ActionFacts]) -> Figure:
    moved = [one for one in accepted if one.due_changes]
    return figure(
        "slippage",
        share("moved", len(moved), len(accepted)),
        medians=[middle("moved_by", ((one.due - one.original_due).days for one in moved))],
    )


def _closure(facts: Facts) -> Figure:
    due = [one for one in facts.actions if is_closure_due(one, facts)]
    return figure("closure", share_that("on_time", map(is_on_time, due)))


def _orphans(facts: Facts) -> Figure:
    open_ones = [one for one in facts.actions if one.is_open]
    alone = [one.orphaned_since for one in open_ones if one.orphaned_since]
    return figure(
        "orphans",
        share("alone", len(alone), len(open_ones)),
        medians=[middle("alone_for", ((facts.today - day).days for day in alone))],
    )


def _escalation(facts: Facts) -> Figure:
    raised = [one for action in facts.actions for one in action.escalations]
    due = [one for one in raised if _is_answer_due(one, facts)]
    answered = [(one.answered - one.raised).days for one in raised if one.answered]
    return figure(
        "escalation",
        share_that("answered_above", map(_is_answered_in_time, due)),
        medians=[middle("until_answer_above", answered)],
    )


def _is_answer_due(escalation: EscalationFacts, facts: Facts) -> bool:
    """Say whether its day has passed, and it was not taken back by then."""
    gone = escalation.taken_back is not None and escalation.taken_back <= escalation.answer_by
    return escalation.answer_by < facts.today and not gone


def _is_answered_in_time(escalation: EscalationFacts) -> bool:
    return escalation.answered is not None and escalation.answered <= escalation.answer_by
