from dataclasses import replace
from datetime import timedelta

import pytest

from actions.queries.follow_up import (
    due_decisions_before,
    open_actions_before,
    open_insights_before,
)
from actions.records.follow_up import OpenInsight
from actions.services.commitment import accept_action
from kernel.clock import at, now, today
from kernel.errors import NotAllowedError
from partnerships.services.setup import add_theme
from reflections.models.session import ReflectionSession
from reflections.services.dispositions import Answer
from tests import cast, endings


@pytest.fixture
def falls(cem):
    return add_theme(cem, title="Falls")


def _session(member, *themes):
    session = cast.collecting(member)
    session.themes.set(themes)
    return session


def _action_from(ada, bo, *themes):
    return accept_action(bo, cast.proposed(ada, bo, _session(ada, *themes)).pk)


def _open(member, session):
    return [one.action.id for one in open_actions_before(member, session.pk)]


def test_a_session_begins_with_what_is_open_on_its_themes(ada, bo, cem, falls):
    ours = _action_from(ada, bo, falls)
    _action_from(ada, bo, add_theme(cem, title="Sleep"))
    _action_from(ada, bo)
    session = _session(ada, falls)
    cast.proposed(ada, bo, session)

    assert _open(ada, session) == [ours.pk]


def test_without_themes_it_begins_with_all_that_is_open(ada, bo, falls):
    actions = {_action_from(ada, bo, falls).pk, _action_from(ada, bo).pk}
    done = cast.done(ada, bo)

    found = _open(ada, _session(ada))

    assert set(found) == actions
    assert done.pk not in found


def test_what_one_may_report_comes_along(ada, bo, dag, otto, falls):
    action = _action_from(ada, bo, falls)
    session = cast.collecting(ada, bo, dag, otto)

    def claims(member):
        return {one.action.id: one.claims for one in open_actions_before(member, session.pk)}

    every = ["not_started", "moving", "stuck"]
    assert claims(bo) == {action.pk: every}
    assert claims(dag) == {action.pk: every}
    assert claims(otto) == {action.pk: []}


def test_it_is_for_those_who_joined(ada, otto, mira, falls):
    session = _session(ada, falls)

    with pytest.raises(NotAllowedError):
        open_actions_before(otto, session.pk)
    with pytest.raises(ReflectionSession.DoesNotExist):
        open_actions_before(mira, session.pk)


def _left(ada, title, answer, *themes):
    """Finish a session that leaves one insight with that answer."""
    session = _session(ada, *themes)
    insight = cast.agreed(ada, session, title)
    endings.answered(ada, session, insight, answer)
    endings.closed(ada, session)
    return insight


def _at_the_fund():
    return Answer("escalate", escalated_to="The fund", answer_by=cast.in_days(9))


def test_what_was_asked_of_others_and_not_settled_comes_back_the_oldest_first(ada, cem, falls):
    first = _left(ada, "Nobody counts", _at_the_fund(), falls)
    second = _left(ada, "Nobody pays", _at_the_fund(), falls)
    _left(ada, "Not on our theme", _at_the_fund(), add_theme(cem, title="Sleep"))
    _left(ada, "Settled", Answer("no", reason="It costs too much"), falls)
    _left(ada, "On the learning agenda", Answer("ask", question="When do people fall?"), falls)
    goes_on = _session(ada, falls)
    endings.answered(ada, goes_on, cast.agreed(ada, goes_on, "Not over"), _at_the_fund())

    session = _session(ada, falls)

    assert open_insights_before(ada, session.pk) == [
        OpenInsight(
            id=first.pk,
            session_id=first.session_id,
            session_title="Falls at home",
            closed_on=today(),
            language="en",
            statement="Nobody counts",
            disposition="escalate",
            escalated_to="The fund",
            answer_by=cast.in_days(9),
            revisit_on=None,
        ),
        replace(
            open_insights_before(ada, session.pk)[0],
            id=second.pk,
            session_id=second.session_id,
            statement="Nobody pays",
        ),
    ]


def test_what_is_parked_comes_back_on_its_day(ada, falls):
    parked = Answer("park", reason="First the visits", revisit_on=cast.in_days(5))
    insight = _left(ada, "Rugs", parked, falls)
    session = _session(ada, falls)

    before = open_insights_before(ada, session.pk)
    with at(now() + timedelta(days=5)):
        after = open_insights_before(ada, session.pk)

    assert before == []
    assert [one.id for one in after] == [insight.pk]


def test_what_is_settled_later_is_gone(ada, falls):
    insight = _left(ada, "Nobody counts", _at_the_fund(), falls)
    endings.answered(ada, insight.session, insight, Answer("no", reason="The GP counts now"))

    assert open_insights_before(ada, _session(ada, falls).pk) == []


def test_insights_from_before_are_for_those_who_joined(ada, otto, mira, falls):
    session = _session(ada, falls)

    with pytest.raises(NotAllowedError):
        open_insights_before(otto, session.pk)
    with pytest.raises(ReflectionSession.DoesNotExist):
        open_insights_before(mira, session.pk)


def test_a_decision_comes_back_on_the_day_to_look_again(ada, cem, otto, falls):
    session = _session(ada, falls)
    looked_at = replace(endings.taken(ada), review_on=cast.in_days(30))
    decision = endings.decision(ada, _session(ada, falls), looked_at)
    endings.decision(ada, _session(ada, add_theme(cem, title="Sleep")), looked_at)

    before = due_decisions_before(ada, session.pk)
    with at(now() + timedelta(days=30)):
        after = due_decisions_before(ada, session.pk)

    assert (before, [one.id for one in after]) == ([], [decision.pk])
    with pytest.raises(NotAllowedError):
        due_decisions_before(otto, session.pk)
