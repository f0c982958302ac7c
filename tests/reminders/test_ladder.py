from datetime import timedelta

import pytest

from actions.queries.history import history_of_action
from actions.queries.log import actions_of
from actions.records.action import action_record
from actions.services.people import show_to
from frontend.history_words import history_sentences
from kernel.clock import at, now
from kernel.errors import ConflictError, NotAllowedError
from reminders.models.notice import Notice
from reminders.services.ladder import stop_reminders
from reminders.services.looking import look_everywhere
from tests import cast, lives
from tests.frontend_app.pages import signed_in, text_of
from tests.unchanged import nothing_changed


@pytest.fixture
def late(ada, bo):
    """An action of Bo that was due today."""
    return lives.made_late(cast.accepted(ada, bo), 0)


def _asked(days):
    """Return who is asked about an action that is late, so many days from now, and about what."""
    with at(now() + timedelta(days=days)):
        look_everywhere()
    found = Notice.objects.filter(settled_at=None, kind__in=["late", "told"])
    return sorted((one.member.person.name, one.kind) for one in found)


def _told(member, action):
    kinds = [line.kind for line in history_of_action(member, action.pk)]
    return [kind for kind in reversed(kinds) if kind.endswith(("reminded", "told", "stopped"))]


def test_the_word_goes_from_the_owner_to_the_advisors_and_on_to_the_managers(ada, late):
    bo, dag, cem = ("Bo Jansen", "late"), ("Dag Lind", "told"), ("Cem Aydin", "told")

    assert [_asked(days) for days in (0, 1, 6, 7, 13, 14, 40)] == [
        [],
        [bo],
        [bo],
        [bo, dag],
        [bo, dag],
        [bo, cem, dag],
        [bo, cem, dag],
    ]
    rungs = ["action.owner_reminded", "action.advisors_told", "action.managers_told"]
    assert _told(ada, late) == rungs


def test_the_partnership_chooses_after_how_many_days(cem, late):
    cem.partnership.advisors_after_days, cem.partnership.managers_after_days = 2, 3
    cem.partnership.save()

    assert [len(_asked(days)) for days in (1, 2, 3)] == [1, 2, 3]


def test_advisors_hear_nothing_of_what_is_only_for_participants(ada, late):
    show_to(ada, late.pk, visibility="participants")

    assert _asked(40) == [("Bo Jansen", "late"), ("Cem Aydin", "told")]


@pytest.mark.parametrize("who", ["bo", "dag", "cem"])
def test_whoever_is_told_can_stop_it_and_the_history_says_why(westmeer, ada, late, who):
    _asked(8)
    with at(now() + timedelta(days=8)):
        stop_reminders(westmeer[who], late.pk, reason="She is back in March")
        with nothing_changed():
            stop_reminders(westmeer[who], late.pk, reason="She is back in March")

    assert [_asked(days) for days in (9, 30)] == [[], []]
    with at(now() + timedelta(days=30)):
        [line] = history_sentences(
            history_of_action(ada, late.pk)[:1], action_record(actions_of(ada).get(pk=late.pk))
        )
    name = westmeer[who].person.name
    assert line.sentence == f"{name} stopped the reminders until there is news."
    assert line.text == "She is back in March"


def test_with_news_it_begins_anew(dag, bo, late):
    with at(now() + timedelta(days=8)):
        look_everywhere()
        stop_reminders(dag, late.pk, reason="She is ill")
    with at(now() + timedelta(days=10)):
        cast.reported(bo, late)

    assert [len(_asked(days)) for days in (10, 11, 17)] == [0, 1, 2]


@pytest.mark.parametrize("who", ["ada", "otto"])
def test_nobody_else_stops_it(westmeer, late, who):
    with at(now() + timedelta(days=8)), nothing_changed(), pytest.raises(NotAllowedError):
        stop_reminders(westmeer[who], late.pk, reason="It is fine")


def test_what_is_in_time_or_stopped_by_another_cannot_be_stopped(bo, dag, late):
    with nothing_changed(), pytest.raises(ConflictError):
        stop_reminders(bo, late.pk, reason="Soon")
    with at(now() + timedelta(days=8)):
        stop_reminders(dag, late.pk, reason="She is ill")
        with nothing_changed(), pytest.raises(ConflictError):
            stop_reminders(bo, late.pk, reason="I am ill")


def test_the_page_of_a_late_action_offers_to_stop_it(dag, otto, late):
    page = f"/p/healthy-westmeer/actions/{late.pk}/"
    assert "Stop the reminders" not in text_of(signed_in(dag.person).get(page))
    lives.made_late(late)

    assert "Stop the reminders" not in text_of(signed_in(otto.person).get(page))
    browser = signed_in(dag.person)
    assert "Stop the reminders" in text_of(browser.get(page))
    answer = browser.post(page, {"step": "stop_ladder", "stop_ladder-reason": "She is ill"})
    assert "Nobody else is told, until there is news." in text_of(browser.get(answer.url))
