from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from actions.indicators.learning import learning_figures
from actions.indicators.numbers import SMALLEST, told
from actions.records.indicators import Share
from tests.actions.figures_example import FACTS
from tests.actions.test_indicators import figures_by


def test_citizens_are_compared_with_others_only_where_there_are_enough_of_both():
    four = [[(True, True)] * 4 + [(False, False)] * 9]
    five = [*four, [(True, False), (True, False), (False, True)]]

    few = figures_by(replace(FACTS, origins=four), learning_figures)["citizen_origin"]
    enough = figures_by(replace(FACTS, origins=five), learning_figures)["citizen_origin"]

    assert (few.is_withheld, few.shares) == (True, [])
    assert enough.shares == [Share("from_citizens", 4, 6, 67), Share("from_others", 1, 10, 10)]


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=30))
def test_nobody_learns_of_fewer_than_five_from_what_was_told_before_and_after(steps):
    tellings = [told(steps[:length]) for length in range(len(steps) + 1)]

    for before, after in pairwise(tellings):
        grown = [sum(group) for group in zip(*steps[before:after], strict=True)]
        assert after >= before
        assert all(number >= SMALLEST for number in grown)


def test_answers_of_today_wait_for_tomorrow_and_for_four_others():
    three = replace(FACTS, reactions=[[True, False, True]])
    six = replace(FACTS, reactions=[[True, False, True], [True, True, True], [False]])

    assert figures_by(three, learning_figures)["helpful"].is_withheld
    assert figures_by(six, learning_figures)["helpful"].shares == [Share("helped", 5, 6, 83)]
