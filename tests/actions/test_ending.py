from uuid import uuid4

import pytest

from actions.models.action import ActionItem
from actions.queries.log import actions_of
from actions.records.action import action_record
from actions.services.commitment import decline_action
from actions.services.ending import Look, drop_action, reopen_action, review_effect, waive_review
from actions.services.progress import verify_action
from kernel.clock import at, now
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from tests import cast, lives
from tests.unchanged import nothing_changed

HELPED = Look(effect="helped", evidence="Nobody fell this winter", lesson="Ask the caretaker first")


@pytest.fixture
def confirmed(ada, bo, dag):
    return lives.confirmed(ada, bo, dag)


def _look(member, action, look=HELPED, review_id=None):
    return review_effect(member, action.pk, review_id=review_id or uuid4(), look=look)


def _shown(member, action):
    return action_record(actions_of(member).get(pk=action.pk))


def _early(days):
    return Look(effect="too_early", evidence="Only two months", again_on=cast.in_days(days))


def test_an_action_is_dropped_with_a_reason(ada, bo, kinds_since):
    action = cast.accepted(ada, bo)

    with at(moment := now()):
        drop_action(ada, action.pk, reason="The flats are sold")

    action.refresh_from_db()
    shown = _shown(ada, action)
    assert (shown.state, action.ended_at) == ("dropped", moment)
    assert (shown.life.end_reason, shown.flags) == ("The flats are sold", [])
    assert kinds_since(0)[-2:] == ["action.dropped"] * 2


def test_what_nobody_wants_to_do_can_be_dropped(ada, bo):
    action = cast.proposed(ada, bo)
    decline_action(bo, action.pk, reason="No time")

    assert drop_action(ada, action.pk, reason="Nobody has time").state == "dropped"


@pytest.mark.parametrize("who", ["bo", "dag", "otto"])
def test_only_those_who_run_the_session_drop(westmeer, ada, bo, who):
    action = cast.accepted(ada, bo)

    with nothing_changed(), pytest.raises(NotAllowedError):
        drop_action(westmeer[who], action.pk, reason="No")


def test_what_is_done_cannot_be_dropped(ada, bo):
    action = cast.done(ada, bo)

    with nothing_changed(), pytest.raises(ConflictError):
        drop_action(ada, action.pk, reason="No")


def test_somebody_else_says_what_came_of_it_and_it_is_finished(dag, confirmed, kinds_since):
    review = _look(dag, confirmed)

    shown = _shown(dag, confirmed)
    assert shown.state == "closed"
    assert (shown.life.last_review.effect, shown.life.last_review.by_name) == (
        "helped",
        dag.person.name,
    )
    assert review.lesson == "Ask the caretaker first"
    assert kinds_since(0)[-2:] == ["action.reviewed"] * 2


def test_when_it_is_too_early_somebody_looks_again(dag, confirmed):
    _look(dag, confirmed, _early(30))

    shown = _shown(dag, confirmed)
    assert (shown.state, shown.life.review_on, shown.flags) == ("verified", cast.in_days(30), [])
    with at(now() + (cast.in_days(30) - cast.in_days(0))):
        assert _shown(dag, confirmed).flags == ["review_due"]
        _look(dag, confirmed)
    assert _shown(dag, confirmed).state == "closed"


@pytest.mark.parametrize("who", ["ada", "bo", "otto"])
def test_neither_the_owner_nor_a_mere_member_says_what_came_of_it(westmeer, confirmed, who):
    with nothing_changed(), pytest.raises(NotAllowedError):
        _look(westmeer[who], confirmed)


@pytest.mark.parametrize(
    ("field", "look"),
    [
        ("effect", Look(effect="magic", evidence="Seen")),
        ("evidence", Look(effect="helped", evidence=" ")),
        ("lesson", Look(effect="helped", evidence="Seen", lesson="x" * 1001)),
        ("again_on", Look(effect="too_early", evidence="Seen")),
        ("again_on", Look(effect="cannot_tell", evidence="Seen", again_on=cast.in_days(0))),
    ],
)
def test_a_look_that_says_nothing_is_refused(dag, confirmed, field, look):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _look(dag, confirmed, look)

    assert refused.value.field == field


def test_looking_twice_is_once_and_with_another_content_a_conflict(dag, confirmed):
    review_id = uuid4()
    _look(dag, confirmed, review_id=review_id)

    with nothing_changed():
        _look(dag, confirmed, review_id=review_id)
        with pytest.raises(IdConflictError):
            _look(dag, confirmed, Look(effect="none", evidence="Seen"), review_id=review_id)


def test_what_is_not_confirmed_has_no_effect_yet(dag, ada, bo):
    action = cast.done(ada, bo)

    with nothing_changed(), pytest.raises(ConflictError):
        _look(dag, action)


def test_a_manager_finishes_it_without_a_look(cem, confirmed, kinds_since):
    waive_review(cem, confirmed.pk, reason="It was a single letter")

    shown = _shown(cem, confirmed)
    assert (shown.state, shown.life.end_reason) == ("closed", "It was a single letter")
    assert kinds_since(0)[-2:] == ["action.review_waived"] * 2


@pytest.mark.parametrize("who", ["ada", "bo", "dag", "otto"])
def test_nobody_else_finishes_it_without_a_look(westmeer, confirmed, who):
    with nothing_changed(), pytest.raises(NotAllowedError):
        waive_review(westmeer[who], confirmed.pk, reason="No")


def test_a_finished_action_goes_on(cem, dag, confirmed, kinds_since):
    _look(dag, confirmed)

    reopen_action(cem, confirmed.pk, reason="The rugs are back")

    confirmed.refresh_from_db()
    assert (confirmed.state, confirmed.verified_by, confirmed.ended_at) == (
        "in_progress",
        None,
        None,
    )
    assert kinds_since(0)[-2:] == ["action.reopened"] * 2


def test_a_dropped_action_is_asked_for_once_more_and_every_no_is_kept(ada, bo, cem):
    action = cast.proposed(ada, bo)
    for reason in ("No time", "Still no time"):
        decline_action(bo, action.pk, reason=reason)
        drop_action(ada, action.pk, reason="Nobody has time")
        reopen_action(cem, action.pk, reason="It matters")

    action.refresh_from_db()
    assert (action.state, action.decline_reason) == ("proposed", "")
    said = action.reasons.filter(step="decline").values_list("text", flat=True)
    assert list(said) == ["No time", "Still no time"]


@pytest.mark.parametrize("who", ["ada", "bo", "otto"])
def test_nobody_else_opens_it_again(westmeer, dag, confirmed, who):
    _look(dag, confirmed)

    with nothing_changed(), pytest.raises(NotAllowedError):
        reopen_action(westmeer[who], confirmed.pk, reason="No")


@pytest.mark.parametrize("step", [drop_action, waive_review, reopen_action])
def test_each_end_needs_a_reason_and_twice_is_once(cem, ada, bo, dag, step):
    action = {
        drop_action: lambda: cast.accepted(ada, bo),
        waive_review: lambda: lives.confirmed(ada, bo, dag),
        reopen_action: lambda: waive_review(
            cem, lives.confirmed(ada, bo, dag).pk, reason="A letter"
        ),
    }[step]()
    for reason in ("", "x" * 501):
        with nothing_changed(), pytest.raises(InvalidInputError):
            step(cem, action.pk, reason=reason)
    step(cem, action.pk, reason="Because")

    with nothing_changed():
        step(cem, action.pk, reason="Because")


@pytest.mark.parametrize("step", [drop_action, waive_review, reopen_action])
def test_nothing_of_this_exists_for_another_partnership(mira, confirmed, step):
    with nothing_changed(), pytest.raises(ActionItem.DoesNotExist):
        step(mira, confirmed.pk, reason="No")


def test_nor_does_a_look(mira, confirmed):
    with nothing_changed(), pytest.raises(ActionItem.DoesNotExist):
        _look(mira, confirmed)


def test_it_can_be_opened_again_with_the_same_words_as_the_last_time(cem, dag, bo, confirmed):
    _look(dag, confirmed)
    reopen_action(cem, confirmed.pk, reason="Again")
    lives.completed(bo, confirmed)
    verify_action(dag, confirmed.pk)
    _look(dag, confirmed)

    assert reopen_action(cem, confirmed.pk, reason="Again").state == "in_progress"
