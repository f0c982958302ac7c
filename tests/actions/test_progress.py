from uuid import uuid4

import pytest

from actions.models.action import ActionItem
from actions.models.check_in import CheckIn
from actions.queries.log import check_ins_of
from actions.records.action import CheckInRecord, check_in_record
from actions.services.progress import (
    Report,
    check_in,
    complete_action,
    find_not_done_yet,
    verify_action,
)
from kernel.clock import at, now
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from tests import cast
from tests.unchanged import nothing_changed


@pytest.fixture
def action(ada, bo):
    return cast.accepted(ada, bo)


def _report(member, action, check_in_id=None, **said):
    report = Report(**{"claim": "moving", "text": "Ten homes so far", **said})
    return check_in(member, action.pk, check_in_id=check_in_id or uuid4(), report=report)


def test_the_owner_reports_how_it_goes(bo, action, kinds_since):
    said = {
        "claim": "stuck",
        "text": " Ten homes\nso far ",
        "channel": "here",
        "confidence": "amber",
        "blocker": "No keys",
        "next_step": "Ask the landlord",
        "next_check_in": cast.in_days(14),
        "barrier": "mandate",
        "who_must_know": "The landlord",
    }

    with at(moment := now()):
        made = _report(bo, action, **said)

    action.refresh_from_db()
    shown = check_in_record(check_ins_of(bo, action.pk).get())
    assert shown == CheckInRecord(
        id=made.pk, by_name="Bo Jansen", at=moment, **{**said, "text": "Ten homes\nso far"}
    )
    assert action.state == "blocked"
    assert kinds_since(0)[-2:] == ["action.checked_in"] * 2


@pytest.mark.parametrize("who", ["cem", "dag"])
def test_a_manager_or_an_advisor_writes_down_what_she_heard(westmeer, action, who):
    made = _report(westmeer[who], action, channel="phone")

    assert (made.by, made.channel) == (westmeer[who], "phone")


@pytest.mark.parametrize("who", ["ada", "otto"])
def test_nobody_else_reports(westmeer, action, who):
    with nothing_changed(), pytest.raises(NotAllowedError):
        _report(westmeer[who], action)


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("claim", {"claim": "flying"}),
        ("channel", {"channel": "pigeon"}),
        ("confidence", {"confidence": "blue"}),
        ("text", {"text": " "}),
        ("text", {"text": "x" * 1001}),
        ("blocker", {"claim": "stuck", "blocker": "\u200b"}),
        ("blocker", {"blocker": "x" * 501}),
        ("next_step", {"next_step": "x" * 301}),
        ("next_check_in", {"next_check_in": cast.in_days(-1)}),
    ],
)
def test_what_cannot_be_reported_is_named(bo, action, field, said):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _report(bo, action, **said)

    assert refused.value.field == field


def test_the_same_report_sent_again_is_the_same_report(bo, action):
    first = _report(bo, action)

    with nothing_changed():
        assert _report(bo, action, first.pk) == first


@pytest.mark.parametrize(
    "other",
    [
        {"text": "Twenty homes"},
        {"claim": "stuck", "blocker": "No keys"},
        {"channel": "phone"},
        {"confidence": "red"},
        {"next_step": "Ask"},
        {"next_check_in": cast.in_days(3)},
    ],
    ids=lambda other: next(iter(other)),
)
def test_another_report_under_the_same_id_is_a_conflict(bo, action, other):
    first = _report(bo, action)

    with nothing_changed(), pytest.raises(IdConflictError):
        _report(bo, action, first.pk, **other)


def test_a_report_on_another_action_or_by_somebody_else_is_another_report(ada, bo, cem, action):
    first = _report(bo, action)
    other, done = cast.accepted(ada, bo), cast.done(ada, bo)

    with nothing_changed():
        with pytest.raises(IdConflictError):
            _report(bo, other, first.pk)
        with pytest.raises(IdConflictError):
            _report(cem, action, first.pk)
        with pytest.raises(IdConflictError):
            find_not_done_yet(cem, done.pk, check_in_id=first.pk, text="Ten homes so far")


@pytest.mark.parametrize("make", [cast.proposed, cast.done])
def test_only_what_is_under_way_is_reported_on(ada, bo, make):
    action = make(ada, bo)

    with nothing_changed(), pytest.raises(ConflictError):
        _report(bo, action)


def test_the_owner_says_that_it_is_done_and_what_came_of_it(bo, action, kinds_since):
    with at(moment := now()):
        complete_action(bo, action.pk, outcome=" All 40 homes ")

    action.refresh_from_db()
    assert (action.state, action.outcome, action.done_at) == ("done", "All 40 homes", moment)
    assert kinds_since(0)[-2:] == ["action.completed"] * 2


@pytest.mark.parametrize("outcome", ["", "\u3164", "x" * 1001])
def test_done_says_what_came_of_it(bo, action, outcome):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        complete_action(bo, action.pk, outcome=outcome)

    assert refused.value.field == "outcome"


@pytest.mark.parametrize("who", ["ada", "dag", "otto"])
def test_nobody_else_says_that_it_is_done(westmeer, action, who):
    with nothing_changed(), pytest.raises(NotAllowedError):
        complete_action(westmeer[who], action.pk, outcome="Done")


def test_what_nobody_said_yes_to_cannot_be_done(ada, bo):
    action = cast.proposed(ada, bo)

    with nothing_changed(), pytest.raises(ConflictError):
        complete_action(bo, action.pk, outcome="Done")


@pytest.mark.parametrize("who", ["cem", "dag", "otto"])
def test_somebody_else_confirms(westmeer, who, kinds_since):
    action = cast.done(westmeer["ada"], westmeer["bo"] if who != "otto" else westmeer["dag"])
    confirming = westmeer["bo"] if who == "otto" else westmeer[who]

    with at(moment := now()):
        verify_action(confirming, action.pk)

    action.refresh_from_db()
    assert (action.state, action.verified_by, action.verified_at) == (
        "verified",
        confirming,
        moment,
    )
    assert kinds_since(0)[-2:] == ["action.verified"] * 2


@pytest.mark.parametrize("owner", ["cem", "bo", "dag", "ada", "otto"])
def test_nobody_confirms_or_sends_back_her_own_action(westmeer, owner):
    action = cast.done(westmeer["ada"], westmeer[owner])

    with nothing_changed():
        with pytest.raises(NotAllowedError):
            verify_action(westmeer[owner], action.pk)
        with pytest.raises(NotAllowedError):
            find_not_done_yet(westmeer[owner], action.pk, check_in_id=uuid4(), text="No")


def test_what_is_not_done_cannot_be_confirmed(cem, action):
    with nothing_changed():
        with pytest.raises(ConflictError):
            verify_action(cem, action.pk)
        with pytest.raises(ConflictError):
            find_not_done_yet(cem, action.pk, check_in_id=uuid4(), text="No")


def test_who_finds_it_not_done_yet_says_what_is_missing(ada, bo, dag, kinds_since):
    action = cast.done(ada, bo)
    check_in_id = uuid4()

    find_not_done_yet(dag, action.pk, check_in_id=check_in_id, text="One street is missing")

    action.refresh_from_db()
    report = CheckIn.objects.get(pk=check_in_id)
    assert (action.state, action.done_at) == ("in_progress", None)
    assert (report.by, report.claim, report.text) == (dag, "moving", "One street is missing")
    assert kinds_since(0)[-2:] == ["action.checked_in"] * 2


def test_an_action_of_another_partnership_does_not_exist(ada, bo, mira, action):
    done = cast.done(ada, bo)
    acts = [
        lambda: _report(mira, action),
        lambda: complete_action(mira, action.pk, outcome="Done"),
        lambda: verify_action(mira, done.pk),
        lambda: find_not_done_yet(mira, done.pk, check_in_id=uuid4(), text="No"),
    ]

    for act in acts:
        with nothing_changed(), pytest.raises(ActionItem.DoesNotExist):
            act()
    assert list(check_ins_of(mira, action.pk)) == []
