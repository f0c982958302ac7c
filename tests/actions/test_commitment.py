import pytest

from actions.models.action import ActionItem
from actions.services.commitment import accept_action, decline_action, offer_action, record_yes
from kernel.clock import at, now
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError
from tests import cast
from tests.unchanged import nothing_changed


def test_the_owner_says_yes(ada, bo, kinds_since):
    action = cast.proposed(ada, bo)

    with at(moment := now()):
        accept_action(bo, action.pk)

    action.refresh_from_db()
    assert (action.state, action.accepted_at) == ("accepted", moment)
    assert kinds_since(0)[-2:] == ["action.accepted"] * 2


def test_saying_yes_twice_is_once(ada, bo):
    action = cast.accepted(ada, bo)

    with nothing_changed():
        assert accept_action(bo, action.pk) == action


@pytest.mark.parametrize("who", ["ada", "cem", "dag", "otto"])
def test_only_the_owner_can_answer(westmeer, who):
    action = cast.proposed(westmeer["ada"], westmeer["bo"])

    with nothing_changed():
        with pytest.raises(NotAllowedError):
            accept_action(westmeer[who], action.pk)
        with pytest.raises(NotAllowedError):
            decline_action(westmeer[who], action.pk, reason="No")


def test_the_owner_says_no_and_why(ada, bo, kinds_since):
    action = cast.proposed(ada, bo)

    decline_action(bo, action.pk, reason=" No  time ")

    action.refresh_from_db()
    assert (action.state, action.decline_reason) == ("declined", "No time")
    assert kinds_since(0)[-2:] == ["action.declined"] * 2


@pytest.mark.parametrize("reason", ["", "\u200b", "x" * 501])
def test_a_no_has_a_reason(ada, bo, reason):
    action = cast.proposed(ada, bo)

    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        decline_action(bo, action.pk, reason=reason)

    assert refused.value.field == "reason"


@pytest.mark.parametrize("answer", [accept_action, lambda *it: decline_action(*it, reason="No")])
def test_a_no_can_only_be_followed_by_asking_again(ada, bo, answer):
    action = cast.proposed(ada, bo)
    decline_action(bo, action.pk, reason="No time")

    with nothing_changed(), pytest.raises(ConflictError):
        answer(bo, action.pk)


def test_after_a_yes_one_cannot_say_no(ada, bo):
    action = cast.accepted(ada, bo)

    with nothing_changed(), pytest.raises(ConflictError):
        decline_action(bo, action.pk, reason="No time")


def test_after_a_no_somebody_else_is_asked(ada, bo, otto, kinds_since):
    action = cast.proposed(ada, bo)
    decline_action(bo, action.pk, reason="No time")

    with at(moment := now()):
        offer_action(ada, action.pk, owner_id=otto.pk)

    action.refresh_from_db()
    assert (action.state, action.owner, action.decline_reason) == ("proposed", otto, "")
    assert (action.offered_at, action.accepted_at) == (moment, None)
    assert kinds_since(0)[-2:] == ["action.offered"] * 2


@pytest.mark.parametrize("who", ["bo", "dag", "otto"])
def test_nobody_else_asks_somebody_else(westmeer, who):
    action = cast.proposed(westmeer["ada"], westmeer["bo"])

    with nothing_changed(), pytest.raises(NotAllowedError):
        offer_action(westmeer[who], action.pk, owner_id=westmeer["otto"].pk)


def test_only_a_current_member_of_the_partnership_is_asked(ada, bo, cem, otto, mira):
    action = cast.proposed(ada, bo)
    cast.gone(cem, otto)

    for nobody in (otto, mira):
        with nothing_changed(), pytest.raises(InvalidInputError) as refused:
            offer_action(ada, action.pk, owner_id=nobody.pk)

        assert refused.value.field == "owner_id"


def test_an_action_of_another_partnership_does_not_exist(ada, bo, mira):
    action = cast.proposed(ada, bo)

    with nothing_changed():
        with pytest.raises(ActionItem.DoesNotExist):
            accept_action(mira, action.pk)
        with pytest.raises(ActionItem.DoesNotExist):
            decline_action(mira, action.pk, reason="No")
        with pytest.raises(ActionItem.DoesNotExist):
            offer_action(mira, action.pk, owner_id=mira.pk)


def test_a_former_member_does_not_answer(ada, bo, cem):
    action = cast.proposed(ada, bo)
    cast.gone(cem, bo)

    with nothing_changed(), pytest.raises(NotAllowedError):
        accept_action(bo, action.pk)


@pytest.mark.parametrize("who", ["ada", "cem"])
def test_whoever_runs_the_session_writes_down_a_yes_that_she_heard(westmeer, who, kinds_since):
    action = cast.proposed(westmeer["ada"], westmeer["bo"])

    record_yes(westmeer[who], action.pk)

    action.refresh_from_db()
    assert (action.state, action.yes_heard_by) == ("accepted", westmeer[who])
    assert kinds_since(0)[-2:] == ["action.yes_recorded"] * 2
    with nothing_changed():
        record_yes(westmeer[who], action.pk)


@pytest.mark.parametrize("who", ["bo", "dag", "otto"])
def test_nobody_else_says_yes_for_somebody(westmeer, who):
    action = cast.proposed(westmeer["ada"], westmeer["bo"])

    with nothing_changed(), pytest.raises(NotAllowedError):
        record_yes(westmeer[who], action.pk)


def test_a_yes_to_what_was_declined_is_a_conflict(ada, bo):
    action = cast.proposed(ada, bo)
    decline_action(bo, action.pk, reason="No time")

    with nothing_changed(), pytest.raises(ConflictError):
        record_yes(ada, action.pk)


def test_no_yes_is_heard_of_somebody_who_left(ada, bo, cem):
    action = cast.proposed(ada, bo)
    cast.gone(cem, bo)

    with nothing_changed(), pytest.raises(NotAllowedError):
        record_yes(ada, action.pk)


def test_nobody_hears_herself_say_yes(ada, cem):
    action = cast.proposed(ada, cem)

    with nothing_changed(), pytest.raises(NotAllowedError):
        record_yes(cem, action.pk)
