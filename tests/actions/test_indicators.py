from dataclasses import replace

from actions.indicators.effects import drift_of, effect_figures
from actions.indicators.following import following_figures
from actions.indicators.learning import learning_figures
from actions.indicators.pictures import bars_of, flow_of
from actions.records.indicators import Bar, FlowPlace, FlowStream, Median, Part
from tests.actions.figures_example import ACTIONS, DAY, ENDED, FACTS, a_done_action


def figures_by(facts, make):
    return {one.code: one for one in make(facts)}


def _shares(figures):
    return {
        one.code: (one.n, one.of, one.percent) for fig in figures.values() for one in fig.shares
    }


def test_what_is_learned_becomes_what_was_computed_by_hand():
    figures = figures_by(FACTS, learning_figures)

    assert _shares(figures) == {
        "answered": (4, 5, 80),
        "acted_on": (2, 5, 40),
        "in_time": (2, 6, 33),
        "there": (2, 3, None),
        "few_citizens": (1, 1, None),
        "replied": (1, 2, None),
        "persistent": (2, 3, None),
        "deep_dive": (1, 2, None),
        "said_again": (1, 5, 20),
    }
    assert figures["feedback"].medians == [Median("until_answer", 5, 22.0)]
    assert [part for part in figures["translation"].parts if part.n] == [
        Part("act", 2),
        Part("ask", 1),
        Part("no", 1),
        Part("", 1),
    ]
    assert [code for code, one in figures.items() if one.is_withheld] == [
        "citizen_origin",
        "helpful",
    ]


def test_actions_are_followed_as_was_computed_by_hand():
    figures = figures_by(FACTS, following_figures)

    assert _shares(figures) == {
        "accepted": (5, 7, 71),
        "declined": (1, 7, 14),
        "says_all": (4, 5, 80),
        "fresh": (1, 2, None),
        "moved": (1, 5, 20),
        "on_time": (2, 6, 33),
        "alone": (1, 4, None),
        "taken_over": (1, 3, None),
        "seen_often": (1, 4, None),
        "answered_above": (3, 6, 50),
        "own": (2, 5, 40),
    }
    medians = [median for one in figures.values() for median in one.medians]
    assert medians == [
        Median("until_yes", 5, 2.0),
        Median("until_start", 1, None),
        Median("since_news", 2, None),
        Median("moved_by", 1, None),
        Median("alone_for", 1, None),
        Median("until_answer_above", 5, 10.0),
    ]


def test_what_came_of_actions_is_what_was_computed_by_hand():
    figures = figures_by(FACTS, effect_figures)

    assert _shares(figures) == {
        "confirmed": (2, 3, None),
        "held": (2, 2, None),
        "taught": (1, 2, None),
        "structural": (1, 5, 20),
        "telling": (3, 5, 60),
        "lower": (1, 3, None),
    }
    assert [part for part in figures["review"].parts if part.n] == [
        Part("helped", 1),
        Part("none", 1),
    ]
    assert drift_of(FACTS) == [[1, 0, 0], [0, 0, 0], [1, 0, 1]]


def test_actions_count_as_late_or_in_time_only_once_their_first_date_has_passed():
    early = replace(FACTS, today=ENDED + 20 * DAY)
    next_day = replace(FACTS, today=ENDED + 21 * DAY)

    assert _shares(figures_by(early, following_figures))["on_time"] == (0, 0, None)
    assert _shares(figures_by(next_day, following_figures))["on_time"] == (2, 6, 33)


def test_the_pictures_are_what_was_computed_by_hand():
    bars = {picture.code: picture for picture in bars_of(FACTS)}

    assert bars["open_by_age"].bars[3] == Bar("3", [1, 3])
    assert [bar.counts[0] for bar in bars["until_yes"].bars] == [1, 3, 0, 1, 0, 0, 1]
    assert bars["closure"].bars == [Bar("2026-03", [2, 1, 3])]
    assert [bar.counts for bar in bars["silence"].bars] == [[1], [1], [0], [0], [0]]


def test_a_month_in_which_nothing_was_due_stands_there_too():
    early = a_done_action(20, original_due=ENDED - 70 * DAY, due=ENDED)
    bars = {
        picture.code: picture for picture in bars_of(replace(FACTS, actions=[early, ACTIONS[0]]))
    }

    assert [bar.code for bar in bars["closure"].bars] == [
        "2025-12",
        "2026-01",
        "2026-02",
        "2026-03",
    ]
    assert [sum(bar.counts) for bar in bars["closure"].bars] == [1, 0, 0, 1]


def test_the_flow_counts_each_thing_once_and_shows_where_it_ended():
    flow = flow_of(FACTS)

    assert flow.columns == [
        [FlowPlace("note.used", 5), FlowPlace("note.unused", 1)],
        [
            FlowPlace("insight.act", 2),
            FlowPlace("insight.ask", 1),
            FlowPlace("insight.no", 1),
            FlowPlace("insight.none", 1),
            FlowPlace("insight.straight", 4),
        ],
        [
            FlowPlace("action.open", 4),
            FlowPlace("action.done", 1),
            FlowPlace("action.confirmed", 2),
        ],
        [FlowPlace("effect.helped", 1), FlowPlace("effect.none", 1)],
    ]
    assert flow.streams == [
        FlowStream("note.used", "insight.act", 4),
        FlowStream("note.used", "insight.straight", 1),
        FlowStream("insight.act", "action.open", 1),
        FlowStream("insight.act", "action.confirmed", 1),
        FlowStream("insight.straight", "action.open", 3),
        FlowStream("insight.straight", "action.done", 1),
        FlowStream("action.confirmed", "effect.helped", 1),
        FlowStream("action.confirmed", "effect.none", 1),
    ]
