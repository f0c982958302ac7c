"""Days that somebody wrote down, and who hears of them."""

from datetime import timedelta

import pytest

from actions.services.decisions import DecisionWording, confirm_decision
from actions.services.escalation import withdraw_escalation
from kernel.clock import at, now, today
from partnerships.services.membership import end_membership
from reflections.services.questions import plan_deep_dive
from reminders.models.notice import Notice
from reminders.queries.inbox import inbox_of
from reminders.services.looking import look_everywhere
from tests import askings, cast, endings
from tests.asking import asked

KINDS = ["above", "review", "dive"]


def _told(days):
    """Return who is told of such a day in so many days from now."""
    with at(now() + timedelta(days=days)):
        look_everywhere()
    found = Notice.objects.filter(settled_at=None, kind__in=KINDS)
    return sorted(found.values_list("member__person__name", flat=True))


@pytest.fixture
def decision(ada):
    """What Ada wrote down, to be looked at again in thirty days."""
    words = {"text": "Every home\nis visited", "rationale": "Falls", "decided_by": "The board"}
    days = {"decided_on": today(), "review_on": today() + timedelta(days=30)}
    return endings.decision(ada, wording=DecisionWording(**words, **days))


@pytest.fixture
def question(ada, cem):
    """What Cem asks, for which Ada leads a session in ten days."""
    coming = cast.plan(ada, "A day on falls")
    coming.refresh_from_db()
    start = now() + timedelta(days=10)
    cast.change(
        ada, coming, starts_at=start, ends_at=start + timedelta(hours=1), input_opens_on=None
    )
    question = asked(cem)
    return plan_deep_dive(cem, question.pk, session_id=coming.pk)


def test_whom_one_asks_above_hears_of_it_until_there_is_an_answer(cem, dag, bo, ada):
    action = cast.accepted(ada, bo)
    escalation = askings.raised(bo, action, dag)

    assert [_told(days) for days in (0, 10, 14)] == [["Dag Lind"]] * 3
    assert _told(15) == ["Bo Jansen", "Cem Aydin", "Dag Lind"]
    with at(now() + timedelta(days=16)):
        shown = [one for one in inbox_of(dag.person) if one.kind == "above"]
        assert [(one.title, one.day) for one in shown] == [(action.title, escalation.answer_by)]
        withdraw_escalation(bo, action.pk, escalation_id=escalation.pk)
    assert _told(17) == []


def test_of_what_a_board_is_asked_hears_who_asked_it_when_the_day_is_near(bo, ada):
    askings.raised(bo, cast.accepted(ada, bo))

    assert [_told(days) for days in (0, 10, 11)] == [[], [], ["Bo Jansen"]]
    assert _told(15) == ["Bo Jansen", "Cem Aydin"]


def test_whom_one_asks_above_is_mailed_anew_when_the_day_is_near_and_when_it_is_over(dag, bo, ada):
    askings.raised(bo, cast.accepted(ada, bo), dag)

    for days in range(24):
        _told(days)

    assert Notice.objects.filter(member=dag, kind="above").count() == 4


def test_a_decision_is_looked_at_again_by_who_wrote_it_down_then_by_the_managers(ada, decision):
    assert [_told(days) for days in (29, 30, 36)] == [[], ["Ada Visser"], ["Ada Visser"]]
    assert _told(37) == ["Ada Visser", "Cem Aydin"]
    with at(now() + timedelta(days=38)):
        [notice] = [one for one in inbox_of(ada.person) if one.kind == "review"]
        assert (notice.title, notice.day) == ("Every home is visited", decision.review_on)
        confirm_decision(ada, decision.pk, version=decision.version)
    assert _told(39) == []


def test_a_session_for_a_question_is_prepared_by_who_asks_it_and_who_leads_it(ada, cem, question):
    assert [_told(days) for days in (2, 3, 17)] == [[], *[["Ada Visser", "Cem Aydin"]] * 2]
    with at(now() + timedelta(days=17)):
        notices = inbox_of(ada.person)
        assert [(one.kind, one.place_id) for one in notices] == [("dive", question.pk)]
        plan_deep_dive(cem, question.pk, session_id=None)
    assert _told(18) == []


def test_for_who_left_the_managers_are_told(ada, cem, decision, question):
    end_membership(cem, ada.pk)

    assert _told(30) == ["Cem Aydin", "Cem Aydin"]
