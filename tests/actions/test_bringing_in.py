"""What holds for an action that came from a row instead of a session."""

import pytest

from actions.policies import possible_steps
from actions.queries.follow_up import open_actions_before
from actions.queries.history import history_of_action
from actions.queries.log import actions_of
from actions.records.action import ImportedFrom, action_record
from actions.services.commitment import accept_action, offer_action
from actions.services.origin import Origin
from actions.services.removal import remove_actions
from actions.services.translation import translate_to_action
from actions.states import ActionState
from kernel.errors import IdConflictError
from tests import brought, cast


def _record(member, action):
    return action_record(actions_of(member).get(pk=action.pk))


def test_it_says_where_it_stood_and_lives_on_as_any_other(cem, bo, otto):
    action = brought.in_from_a_file(cem, bo)

    accept_action(bo, action.pk)

    record = _record(cem, action)
    assert (record.session_id, record.session_title) == (None, "")
    assert record.imported == ImportedFrom("sheet", "actions.xlsx", 7)
    assert (record.state, record.owner_name, record.number) == ("accepted", "Bo Jansen", 1)
    assert [(line.kind, line.asked_name) for line in history_of_action(cem, action.pk)] == [
        ("action.accepted", ""),
        ("action.imported", "Bo Jansen"),
    ]


def test_who_brought_it_in_asks_somebody_else_and_facilitators_do_not(cem, ada, bo, otto):
    action = brought.in_from_a_file(cem, bo)

    asked = offer_action(cem, action.pk, owner_id=otto.pk)

    assert asked.owner == otto
    assert "offer" not in possible_steps(ada, actions_of(ada).get(pk=action.pk))


@pytest.mark.parametrize(
    ("state", "step"),
    [(ActionState.CLOSED, "waive_review"), (ActionState.DROPPED, "drop")],
)
def test_what_had_ended_says_why(cem, bo, state, step):
    action = brought.in_from_a_file(cem, bo, state=state, outcome="A room on Tuesdays")

    record = _record(cem, action)

    assert action.ended_at is not None
    assert record.life.end_reason.startswith("It had ended before it was brought in")
    assert record.outcome == ("A room on Tuesdays" if state == ActionState.CLOSED else "")
    assert action.reasons.get().step == step


def test_a_yes_from_elsewhere_was_heard_by_who_brings_it_in(cem, bo):
    theirs = brought.in_from_a_file(cem, bo, state=ActionState.IN_PROGRESS)
    hers = brought.in_from_a_file(cem, cem, state=ActionState.IN_PROGRESS, key="#2")

    assert (theirs.yes_heard_by, hers.yes_heard_by) == (cem, None)
    assert theirs.accepted_at is not None


def test_it_stands_before_a_session_that_is_about_everything(cem, ada, bo):
    action = brought.in_from_a_file(cem, bo)
    session = cast.collecting(ada)

    assert [one.action.id for one in open_actions_before(ada, session.pk)] == [action.pk]


def test_its_id_is_not_free_for_another_one(cem, ada, bo):
    action = brought.in_from_a_file(cem, bo)
    session = cast.collecting(ada)
    insight = cast.agreed(ada, session)

    with pytest.raises(IdConflictError):
        translate_to_action(
            ada,
            session.pk,
            action_id=action.pk,
            wording=cast.wording_for(bo),
            origin=Origin(insight_id=insight.pk),
        )


def test_it_goes_with_its_partnership(cem, bo, mira):
    brought.in_from_a_file(cem, bo)
    kept = brought.in_from_a_file(mira, mira)

    remove_actions(cem.partnership_id)

    assert not actions_of(cem).exists()
    assert actions_of(mira).get() == kept


def test_the_other_partnership_does_not_see_it(cem, bo, mira):
    action = brought.in_from_a_file(cem, bo)

    assert not actions_of(mira).filter(pk=action.pk).exists()
