from uuid import uuid4

import pytest

from actions.models.action import ActionItem
from actions.models.decision import Decision
from actions.queries.read_back import dissent_of, remark_records
from actions.records.read_back import RemarkRecord
from actions.services.closing import close_session
from actions.services.read_back import Said, make_remark
from kernel.errors import IdConflictError, InvalidInputError, NotAllowedError, WrongPhaseError
from reflections.queries.board import board_view_of
from tests import cast, endings
from tests.unchanged import nothing_changed


@pytest.fixture
def session(ada, bo, otto):
    return cast.collecting(ada, bo, otto)


@pytest.fixture
def action(ada, bo, session):
    return cast.proposed(ada, bo, session)


def _say(member, session, said, remark_id=None):
    return make_remark(cast.part_of(member, session), remark_id=remark_id or uuid4(), said=said)


def test_everybody_who_joined_may_see_it_differently_and_it_stays(
    ada, otto, session, action, kinds_since
):
    said = Said("dissent", action_id=action.pk, text=" Forty are too many ")

    remark = _say(otto, session, said)

    record = RemarkRecord(
        remark.pk, action.pk, None, "dissent", "Forty are too many", "Otto Bakker", remark.at
    )
    assert remark_records(board_view_of(ada, session.pk), None) == {str(remark.pk): record}
    assert list(dissent_of(ada)) == [remark]
    assert kinds_since(0)[-1] == "remark.made"
    with nothing_changed():
        assert _say(otto, session, said, remark.pk) == remark


def test_who_runs_the_session_says_once_that_it_was_meant_so(ada, session, action):
    decision = endings.decision(ada, session)
    first = _say(ada, session, Said("meant", action_id=action.pk))
    second = _say(ada, session, Said("meant", decision_id=decision.pk))

    with nothing_changed():
        assert _say(ada, session, Said("meant", action_id=action.pk)) == first
    assert {first.action, second.decision} == {action, decision}
    assert list(dissent_of(ada)) == []


def test_others_do_not_say_for_all_that_it_was_meant_so(bo, otto, dag, session, action):
    with nothing_changed():
        for member in (bo, otto):
            with pytest.raises(NotAllowedError):
                _say(member, session, Said("meant", action_id=action.pk))
        with pytest.raises(NotAllowedError, match="Join the session first"):
            _say(dag, session, Said("dissent", action_id=action.pk, text="No"))


@pytest.mark.parametrize(
    ("said", "field"),
    [
        (Said("perhaps", uuid4()), "verdict"),
        (Said("meant"), "action_id"),
        (Said("meant", uuid4(), uuid4()), "action_id"),
        (Said("dissent", uuid4()), "text"),
        (Said("dissent", uuid4(), text="x" * 501), "text"),
    ],
)
def test_what_a_remark_needs_is_named(ada, session, said, field):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _say(ada, session, said)

    assert refused.value.field == field


def test_what_comes_from_elsewhere_is_not_read_back_here(ada, mira, session):
    elsewhere = cast.proposed(ada, ada)
    foreign = endings.decision(mira)

    with nothing_changed():
        with pytest.raises(ActionItem.DoesNotExist):
            _say(ada, session, Said("meant", action_id=elsewhere.pk))
        with pytest.raises(Decision.DoesNotExist):
            _say(ada, session, Said("meant", decision_id=foreign.pk))


def test_an_id_is_not_used_for_another_remark(bo, otto, session, action):
    said = Said("dissent", action_id=action.pk, text="Too many")
    remark = _say(otto, session, said)

    with nothing_changed():
        for member, other in ((bo, said), (otto, Said("dissent", action.pk, text="Too few"))):
            with pytest.raises(IdConflictError):
                _say(member, session, other, remark.pk)


def test_after_the_end_nothing_is_read_back(ada, session, action):
    endings.promised(ada, session)
    close_session(ada, session.pk)

    with nothing_changed(), pytest.raises(WrongPhaseError):
        _say(ada, session, Said("meant", action_id=action.pk))
