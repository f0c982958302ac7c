from datetime import timedelta
from uuid import uuid4

import pytest

from actions.models.asking import Escalation
from actions.queries.history import history_of_action
from actions.queries.log import actions_of
from actions.records.action import action_record
from actions.services.ending import drop_action
from actions.services.escalation import Question, escalate, withdraw_escalation
from frontend.history_words import history_sentences
from kernel.clock import today
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from tests import askings, cast
from tests.unchanged import nothing_changed


@pytest.fixture
def action(ada, bo):
    return cast.accepted(ada, bo)


def shown(member, action):
    return action_record(actions_of(member).get(pk=action.pk))


def test_a_question_goes_to_a_forum_waits_and_is_answered(bo, cem, action):
    raised = askings.raised(bo, action)
    assert shown(bo, action).flags == ["escalated"]
    Escalation.objects.update(answer_by=today() - timedelta(days=1))
    assert shown(bo, action).flags == ["escalated", "answer_late"]

    askings.answered(cem, raised)

    record = shown(bo, action)
    assert record.flags == []
    assert (record.company.escalation.answer, record.company.escalation.is_waiting) == (
        "The fund pays half",
        False,
    )
    lines = history_sentences(history_of_action(bo, action.pk), record)[:2]
    assert [(line.sentence.split(",")[0], line.text) for line in lines] == [
        ("Cem Aydin wrote down the answer of Board of the fund.", "The fund pays half"),
        ("Bo Jansen asks Board of the fund", "Who pays for the rails?"),
    ]
    with nothing_changed():
        askings.answered(cem, raised)


def test_whoever_was_asked_answers_and_nobody_else_but_a_manager(bo, dag, otto, action):
    raised = askings.raised(bo, action, otto)

    with nothing_changed():
        for member in (bo, dag):
            with pytest.raises(NotAllowedError):
                askings.answered(member, raised)
    assert askings.answered(otto, raised).answered_by == otto


def test_a_question_is_taken_back_by_whoever_asked(bo, cem, dag, action):
    raised = askings.raised(dag, action)
    with nothing_changed(), pytest.raises(NotAllowedError):
        withdraw_escalation(bo, action.pk, escalation_id=raised.pk)

    withdraw_escalation(dag, action.pk, escalation_id=raised.pk)

    assert shown(bo, action).flags == []
    with nothing_changed():
        withdraw_escalation(dag, action.pk, escalation_id=raised.pk)
        with pytest.raises(ConflictError):
            askings.answered(cem, raised)


def test_one_question_waits_at_a_time_and_the_same_one_is_asked_once(ada, bo, otto, action):
    escalation_id = uuid4()
    askings.raised(bo, action, escalation_id=escalation_id)

    with nothing_changed():
        askings.raised(bo, action, escalation_id=escalation_id)
        with pytest.raises(IdConflictError):
            askings.raised(bo, action, otto, escalation_id=escalation_id)
        with pytest.raises(ConflictError):
            askings.raised(ada, action)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"to_id": uuid4()},
        {"forum": "Board", "answer_by": cast.in_days(-1)},
        {"forum": "Board", "answer_by": cast.in_days(9999)},
        {"forum": "Board", "ask": " "},
    ],
)
def test_a_question_says_what_of_whom_and_by_when(bo, action, wrong):
    question = Question(**{"ask": "Who pays?", "answer_by": cast.in_days(9), **wrong})

    with nothing_changed(), pytest.raises(InvalidInputError):
        escalate(bo, action.pk, escalation_id=uuid4(), question=question)


def test_not_everybody_asks_and_not_for_what_is_over(ada, bo, otto, action):
    with nothing_changed(), pytest.raises(NotAllowedError):
        askings.raised(otto, action)
    drop_action(ada, action.pk, reason="The flats are sold")
    with nothing_changed(), pytest.raises(ConflictError):
        askings.raised(bo, action)
