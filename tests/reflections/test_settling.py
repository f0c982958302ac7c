from uuid import uuid4

import pytest

from eventlog.models import Event
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from reflections.learning_agenda import MOVES, QuestionState
from reflections.models.question import LearningQuestion
from reflections.queries.questions import learning_agenda
from reflections.services.settling import (
    answer_question,
    dissolve_question,
    doubt_answer,
    merge_question,
    reopen_question,
    resolve_question,
)
from tests.asking import answered, asked
from tests.unchanged import nothing_changed, undone

STEPS = {
    "answer": lambda who, one, _other: answer_question(who, one.pk, answer_id=uuid4(), text="So"),
    "doubt": lambda who, one, _other: doubt_answer(who, one.pk, reason="It does not work"),
    "resolve": lambda who, one, _other: resolve_question(who, one.pk),
    "dissolve": lambda who, one, _other: dissolve_question(who, one.pk, reason="Asked enough"),
    "merge": lambda who, one, other: merge_question(who, one.pk, into_id=other.pk),
    "reopen": lambda who, one, _other: reopen_question(who, one.pk, reason="It came back"),
}
WAYS = {
    QuestionState.OPEN: (),
    QuestionState.ANSWERED: ("answer",),
    QuestionState.RESOLVED: ("answer", "resolve"),
    QuestionState.DISSOLVED: ("dissolve",),
    QuestionState.MERGED: ("merge",),
}


@pytest.mark.parametrize("state", WAYS)
def test_a_question_takes_the_steps_of_the_table_and_no_others(ada, state):
    question, other = asked(ada), asked(ada, "Another one")
    for step in WAYS[state]:
        STEPS[step](ada, question, other)

    led = {}
    for name, step in STEPS.items():
        with undone():
            try:
                step(ada, question, other)
            except ConflictError:
                continue
            led[name] = LearningQuestion.objects.get(pk=question.pk).state

    # The same merging and the same resolving again is once.
    again = {"merge": state} if state == QuestionState.MERGED else {}
    again |= {"resolve": state} if state == QuestionState.RESOLVED else {}
    again |= {"dissolve": state} if state == QuestionState.DISSOLVED else {}
    assert led == {name: to for (start, name), to in MOVES.items() if start == state} | again


def test_everybody_answers_and_earlier_answers_stay(ada, bo, otto):
    question = asked(ada)

    answered(bo, question)
    answer_question(otto, question.pk, answer_id=uuid4(), text="By looking in")

    [record] = learning_agenda(ada)
    assert [(one.by_name, one.text) for one in record.answers] == [
        ("Bo Jansen", "By ringing the practice nurse"),
        ("Otto Bakker", "By looking in"),
    ]
    assert record.state == "answered"


def test_the_same_answer_again_is_one_answer(ada, bo):
    question = asked(ada)
    first = answered(bo, question)
    events = Event.objects.count()

    same = answer_question(bo, question.pk, answer_id=first.pk, text=first.text)

    assert (same, Event.objects.count()) == (first, events)
    with pytest.raises(IdConflictError):
        answer_question(bo, question.pk, answer_id=first.pk, text="Something else")


@pytest.mark.parametrize("name", ["doubt", "resolve", "dissolve", "merge", "reopen"])
def test_whether_it_is_settled_is_for_those_who_keep_the_agenda(ada, bo, name):
    question, other = asked(ada), asked(ada, "Another one")
    answered(bo, question)

    with nothing_changed(), pytest.raises(NotAllowedError):
        STEPS[name](bo, question, other)


def test_what_is_taken_off_the_agenda_says_why_and_the_same_twice_is_once(ada):
    question = asked(ada)
    dissolve_question(ada, question.pk, reason="Asking was enough")
    events = Event.objects.count()

    dissolve_question(ada, question.pk, reason="Asking was enough")

    assert Event.objects.count() == events
    assert [one.text for one in question.reasons.all()] == ["Asking was enough"]
    with pytest.raises(InvalidInputError):
        reopen_question(ada, question.pk, reason=" ")


def test_the_same_doubt_about_a_new_answer_counts_again(ada, bo):
    question = asked(ada)
    for _ in range(2):
        answered(bo, question)
        doubt_answer(ada, question.pk, reason="Nobody rings")

    assert question.reasons.count() == 2
    assert [one.state for one in learning_agenda(ada)] == ["open"]


def test_a_question_becomes_part_of_one_that_stands_and_not_of_itself(ada):
    question, settled = asked(ada), asked(ada, "Another one")
    dissolve_question(ada, settled.pk, reason="Asked enough")

    with nothing_changed():
        with pytest.raises(InvalidInputError):
            merge_question(ada, question.pk, into_id=question.pk)
        with pytest.raises(ConflictError):
            merge_question(ada, question.pk, into_id=settled.pk)


def test_a_question_of_others_cannot_be_answered(ada, mira):
    question = asked(ada)

    with pytest.raises(LearningQuestion.DoesNotExist):
        answered(mira, question)
