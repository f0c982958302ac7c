from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from actions.models.life import DueChange
from actions.queries.log import actions_of
from actions.records.action import action_record
from actions.services.dates import agree_on_date, change_due, refuse_date
from actions.services.origin import Origin
from actions.services.translation import translate_to_action
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from tests import cast, lives
from tests.unchanged import nothing_changed


@pytest.fixture
def action(ada, bo):
    return cast.accepted(ada, bo)


def _shown(member, action):
    return action_record(actions_of(member).get(pk=action.pk))


def test_the_owner_moves_the_date_once_by_herself_and_the_first_one_stays_known(
    bo, action, kinds_since
):
    lives.moved(bo, action, 60)

    shown = _shown(bo, action)
    assert (shown.due, shown.original_due) == (cast.in_days(60), cast.in_days(30))
    assert (shown.life.review_on, shown.life.due_change_count) == (cast.in_days(150), 1)
    assert "slipped" in shown.flags
    assert kinds_since(0)[-2:] == ["action.due_changed"] * 2


def test_the_second_time_it_waits_for_a_manager(bo, cem, action, kinds_since):
    lives.moved(bo, action, 60)

    change = lives.moved(bo, action, 90)

    shown = _shown(bo, action)
    assert (shown.due, shown.life.asked_due.after) == (cast.in_days(60), cast.in_days(90))
    assert kinds_since(0)[-2:] == ["action.due_asked"] * 2
    agree_on_date(cem, action.pk, change_id=change.pk)
    shown = _shown(bo, action)
    assert (shown.due, shown.life.due_change_count, shown.life.asked_due) == (
        cast.in_days(90),
        2,
        None,
    )


def test_what_an_advisor_asks_for_waits_for_a_manager(dag, bo, action):
    lives.moved(dag, action)

    assert _shown(bo, action).due == cast.in_days(30)


def test_a_manager_moves_it_as_often_as_she_has_a_reason(cem, action):
    for days in (40, 50, 60):
        lives.moved(cem, action, days)

    shown = _shown(cem, action)
    assert (shown.due, shown.life.due_change_count) == (cast.in_days(60), 3)


def test_a_manager_says_no_and_why(cem, dag, action, kinds_since):
    change = lives.moved(dag, action)

    refuse_date(cem, action.pk, change_id=change.pk, reason="It must be before winter")

    change.refresh_from_db()
    assert (change.is_agreed, change.refusal) == (False, "It must be before winter")
    assert _shown(cem, action).due == cast.in_days(30)
    assert kinds_since(0)[-2:] == ["action.due_refused"] * 2


@pytest.mark.parametrize("who", ["ada", "otto"])
def test_nobody_else_asks_for_another_date(westmeer, action, who):
    with nothing_changed(), pytest.raises(NotAllowedError):
        lives.moved(westmeer[who], action)


@pytest.mark.parametrize("who", ["ada", "bo", "dag", "otto"])
def test_only_a_manager_answers(westmeer, action, who):
    change = lives.moved(westmeer["dag"], action)

    with nothing_changed():
        with pytest.raises(NotAllowedError):
            agree_on_date(westmeer[who], action.pk, change_id=change.pk)
        with pytest.raises(NotAllowedError):
            refuse_date(westmeer[who], action.pk, change_id=change.pk, reason="No")


def test_one_date_at_a_time_waits(dag, bo, action):
    lives.moved(dag, action)

    with nothing_changed(), pytest.raises(ConflictError):
        lives.moved(bo, action, 70)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("due", {"due": cast.in_days(-1)}),
        ("due", {"due": cast.in_days(30)}),
        ("reason", {"reason": " "}),
        ("reason", {"reason": "x" * 501}),
    ],
)
def test_a_date_that_cannot_be_is_refused(bo, action, field, said):
    asked = {"due": cast.in_days(60), "reason": "Snow", **said}

    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        change_due(bo, action.pk, change_id=uuid4(), **asked)

    assert refused.value.field == field


def test_what_is_done_has_no_other_date(ada, bo, cem, dag):
    action = cast.accepted(ada, bo)
    asked = lives.moved(dag, action)
    action = lives.completed(bo, action)

    with nothing_changed():
        with pytest.raises(ConflictError):
            lives.moved(cem, action)
        with pytest.raises(ConflictError):
            agree_on_date(cem, action.pk, change_id=asked.pk)


def test_asking_twice_is_once_and_with_another_content_a_conflict(bo, action):
    change_id = uuid4()
    lives.moved(bo, action, 60, change_id=change_id)

    with nothing_changed():
        assert lives.moved(bo, action, 60, change_id=change_id) == DueChange.objects.get()
        with pytest.raises(IdConflictError):
            lives.moved(bo, action, 61, change_id=change_id)


def test_answering_twice_is_once_and_differently_a_conflict(cem, dag, action):
    change = lives.moved(dag, action)
    agree_on_date(cem, action.pk, change_id=change.pk)

    with nothing_changed():
        agree_on_date(cem, action.pk, change_id=change.pk)
        with pytest.raises(ConflictError):
            refuse_date(cem, action.pk, change_id=change.pk, reason="No")


def test_dates_of_another_partnership_do_not_exist(dag, mira, action):
    change = lives.moved(dag, action)

    with nothing_changed():
        with pytest.raises(type(action).DoesNotExist):
            lives.moved(mira, action)
        with pytest.raises(type(action).DoesNotExist):
            agree_on_date(mira, action.pk, change_id=change.pk)


def test_a_year_with_a_slip_of_the_pen_is_refused(ada, bo, cem, action):
    far = date(9999, 12, 31)

    with nothing_changed():
        with pytest.raises(InvalidInputError):
            change_due(cem, action.pk, change_id=uuid4(), due=far, reason="Snow")
        with pytest.raises(InvalidInputError):
            translate_to_action(
                ada,
                action.session_id,
                action_id=uuid4(),
                wording=replace(cast.wording_for(bo), due=far),
                origin=Origin(insight_id=action.translations.get().insight_id),
            )
