from uuid import uuid4

import pytest

from actions.models.action import ActionItem
from actions.queries.history import history_of_action
from actions.queries.log import actions_of
from actions.records.action import action_record
from actions.services.ending import drop_action
from actions.services.handover import refuse_to_take_over, take_over
from actions.services.leaving import Farewell, part_with
from frontend.history_words import history_sentences
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from tests import askings, cast
from tests.unchanged import nothing_changed


@pytest.fixture
def action(ada, bo):
    return cast.accepted(ada, bo)


def fresh(action):
    return ActionItem.objects.get(pk=action.pk)


def told(member, action):
    record = action_record(actions_of(member).get(pk=action.pk))
    return [
        line.sentence for line in history_sentences(history_of_action(member, action.pk), record)
    ]


def test_it_is_hers_once_she_says_yes_and_goes_on_where_it_was(bo, otto, action):
    cast.reported(bo, action)
    askings.handed(bo, action, otto)
    assert fresh(action).owner_id == bo.pk

    take_over(otto, action.pk)

    assert (fresh(action).owner_id, fresh(action).state) == (otto.pk, "in_progress")
    assert told(bo, action)[:2] == [
        "Otto Bakker took it over.",
        "Bo Jansen asked Otto Bakker to take it over.",
    ]
    with nothing_changed():
        take_over(otto, action.pk)


def test_with_a_no_it_stays_whose_it_is(bo, otto, action):
    askings.handed(bo, action, otto)

    refuse_to_take_over(otto, action.pk, reason="I am away")

    assert fresh(action).owner_id == bo.pk
    assert history_of_action(bo, action.pk)[0].reason == "I am away"
    with nothing_changed():
        refuse_to_take_over(otto, action.pk, reason="I am away")
        with pytest.raises(ConflictError):
            take_over(otto, action.pk)


def test_only_whoever_is_asked_answers_and_only_those_in_charge_ask(bo, otto, dag, action):
    with nothing_changed(), pytest.raises(NotAllowedError):
        askings.handed(otto, action, dag)
    askings.handed(bo, action, otto)

    with nothing_changed():
        for member in (bo, dag):
            with pytest.raises(NotAllowedError):
                take_over(member, action.pk)


def test_asking_somebody_else_ends_the_question(ada, bo, otto, dag, action):
    askings.handed(bo, action, otto)
    askings.handed(ada, action, dag)

    with nothing_changed(), pytest.raises(NotAllowedError):
        take_over(otto, action.pk)
    take_over(dag, action.pk)
    assert fresh(action).owner_id == dag.pk


def test_asking_twice_is_once_and_with_another_content_a_conflict(bo, otto, dag, action):
    handover_id = uuid4()
    askings.handed(bo, action, otto, handover_id)

    with nothing_changed():
        askings.handed(bo, action, otto, handover_id)
        with pytest.raises(IdConflictError):
            askings.handed(bo, action, dag, handover_id)
        with pytest.raises(InvalidInputError):
            askings.handed(bo, action, bo)


def test_what_is_over_is_not_taken_over(ada, bo, otto, action):
    askings.handed(bo, action, otto)
    drop_action(ada, action.pk, reason="The flats are sold")

    with nothing_changed():
        with pytest.raises(ConflictError):
            take_over(otto, action.pk)
        with pytest.raises(ConflictError):
            askings.handed(bo, action, otto)


def test_nobody_leaves_before_somebody_else_is_asked_or_it_is_dropped(ada, bo, cem, otto, action):
    other = cast.proposed(ada, bo)
    with nothing_changed(), pytest.raises(ConflictError, match="2 open actions are left"):
        part_with(cem, bo.pk)

    with pytest.raises(ConflictError, match="1 open action is left"):
        part_with(cem, bo.pk, choices=[Farewell(action.pk, owner_id=otto.pk)])
    choices = [
        Farewell(action.pk, owner_id=otto.pk),
        Farewell(other.pk, reason="Nobody has time"),
    ]
    left = part_with(cem, bo.pk, choices=choices)

    assert left.until
    assert (fresh(action).owner_id, fresh(action).state) == (otto.pk, "proposed")
    assert fresh(other).state == "dropped"
    assert told(cem, action)[0] == "Cem Aydin asked Otto Bakker."


def test_only_a_manager_parts_with_somebody_and_never_with_the_last_one(ada, bo, cem, mira, action):
    cems = cast.accepted(ada, cem)
    with nothing_changed():
        with pytest.raises(NotAllowedError):
            part_with(ada, bo.pk)
        with pytest.raises(ConflictError):
            part_with(cem, cem.pk, choices=[Farewell(cems.pk, owner_id=ada.pk)])
        with pytest.raises(InvalidInputError):
            part_with(cem, bo.pk, choices=[Farewell(action.pk, owner_id=bo.pk)])
