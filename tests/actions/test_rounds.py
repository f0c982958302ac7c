"""Follow-up rounds: one action after the other, kept when interrupted, each outcome a report."""

from uuid import uuid4

import pytest

from actions.models.action import ActionItem
from actions.models.check_in import CheckIn
from actions.models.follow_up_round import FollowUpRound, RoundItem
from actions.queries.rounds import item_to_report, round_record
from actions.records.workbench import RoundYield
from actions.services.people import show_to
from actions.services.progress import Report
from actions.services.rounds import (
    finish_round,
    keep_typed,
    pass_over,
    report_in_round,
    start_round,
)
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from partnerships.permissions import Role
from partnerships.services.membership import add_member
from tests import api, cast
from tests.unchanged import nothing_changed

STUCK = Report(
    claim="stuck",
    text="The landlord does not answer",
    channel="phone",
    confidence="red",
    blocker="Two owners, no one decides",
    barrier="mandate",
    who_must_know="The alderman",
)


@pytest.fixture
def there(dag, mira):
    return add_member(mira, email=dag.person.email, name="Dag Lind", roles=[Role.TRUSTED_ADVISOR])


@pytest.fixture
def actions(ada, bo, mira, there):
    return [cast.accepted(ada, bo).pk, cast.accepted(mira, mira).pk, cast.accepted(ada, bo).pk]


@pytest.fixture
def begun(dag, actions):
    return start_round(dag.person, round_id=uuid4(), action_ids=actions)


def report(dag, begun, action_id, said=STUCK, check_in_id=None):
    known = check_in_id or uuid4()
    return report_in_round(dag.person, begun.pk, action_id, check_in_id=known, report=said)


def test_a_round_goes_through_several_partnerships_and_says_what_it_gave(
    dag, there, begun, actions, kinds_since
):
    before = len(kinds_since(0))
    first, second, third = actions
    report(dag, begun, first)
    report(dag, begun, second, Report(claim="moving", text="Half of it is done"))
    pass_over(dag.person, begun.pk, third)

    assert item_to_report(dag.person, begun.pk, None) is None
    assert [(one.action_id, one.by) for one in CheckIn.objects.all()] == [
        (first, dag),
        (second, there),
    ]
    assert set(kinds_since(0)[before:]) == {"action.checked_in"}
    finish_round(dag.person, begun.pk)
    with nothing_changed():
        finish_round(dag.person, begun.pk)
        with pytest.raises(ConflictError):
            report(dag, begun, third)
    made = round_record(dag.person, begun.pk)
    assert made.finished_at is not None
    assert made.gave == RoundYield(
        claims={"stuck": 1, "moving": 1},
        barriers={"mandate": 1},
        to_tell=["The alderman"],
        passed_over=1,
        left=0,
    )


def test_what_was_typed_is_kept_until_it_is_reported(dag, begun, actions):
    first, *rest = actions
    typed = {"text": "She said ", "claim": "moving", "csrfmiddlewaretoken": "x"}
    keep_typed(dag.person, begun.pk, first, typed=typed)

    item = item_to_report(dag.person, begun.pk, None)
    assert (item.action_id, item.draft) == (first, {"text": "She said", "claim": "moving"})

    check_in_id = uuid4()
    for _ in range(2):
        report(dag, begun, first, check_in_id=check_in_id)
    keep_typed(dag.person, begun.pk, first, typed=typed)

    assert RoundItem.objects.get(action=first).draft == {}
    assert CheckIn.objects.count() == 1
    with pytest.raises(ConflictError):
        report(dag, begun, first)
    assert item_to_report(dag.person, begun.pk, None).action_id == rest[0]


def test_one_comes_back_to_what_was_passed_over(dag, begun, actions):
    pass_over(dag.person, begun.pk, actions[0])
    report(dag, begun, actions[0])

    line = round_record(dag.person, begun.pk).lines[0]
    assert (line.is_passed_over, line.report.text) == (False, STUCK.text)


def test_a_refused_report_leaves_the_round_where_it_is(dag, begun, actions):
    with nothing_changed(), pytest.raises(InvalidInputError):
        report(dag, begun, actions[0], Report(claim="stuck", text="No"))


def test_a_round_is_for_advisors_and_through_what_they_advise(dag, cem, mira, begun, actions):
    with nothing_changed():
        with pytest.raises(NotAllowedError):
            start_round(cem.person, round_id=uuid4(), action_ids=actions)
        with pytest.raises(InvalidInputError):
            start_round(dag.person, round_id=uuid4(), action_ids=[])
        with pytest.raises(ActionItem.DoesNotExist):
            start_round(dag.person, round_id=uuid4(), action_ids=[uuid4()])
        with pytest.raises(IdConflictError):
            start_round(dag.person, round_id=begun.pk, action_ids=actions[:1])
        assert start_round(dag.person, round_id=begun.pk, action_ids=actions) == begun
        for other in (cem, mira):
            with pytest.raises(FollowUpRound.DoesNotExist):
                pass_over(other.person, begun.pk, actions[0])


def test_what_is_only_for_participants_is_in_no_round(dag, ada, there, actions):
    show_to(ada, actions[0], visibility="participants")

    with nothing_changed(), pytest.raises(ActionItem.DoesNotExist):
        start_round(dag.person, round_id=uuid4(), action_ids=actions)


def test_of_a_partnership_that_takes_the_role_away_nothing_is_left_in_the_round(
    dag, there, begun, actions
):
    there.roles = [Role.MEMBER]
    there.save()

    assert [one.action_id for one in round_record(dag.person, begun.pk).lines] == actions[::2]
    with nothing_changed(), pytest.raises(RoundItem.DoesNotExist):
        report(dag, begun, actions[1])


def test_a_round_of_somebody_else_is_not_there_over_http(dag, cem, mira, begun, actions):
    place = f"/api/v1/follow-up/rounds/{begun.pk}/"
    said = {"claim": "moving", "text": "Well", "check_in_id": str(uuid4())}

    with nothing_changed():
        for other in (cem, mira):
            browser = api.browser_of(other)
            answers = [
                browser.get(place),
                browser.put(f"{place}actions/{actions[0]}/", said, content_type=api.JSON),
                browser.delete(f"{place}actions/{actions[0]}/"),
                browser.post(f"{place}finish/"),
            ]
            assert [one.status_code for one in answers] == [404] * 4
