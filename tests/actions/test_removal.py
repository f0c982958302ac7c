from actions.queries.log import open_actions_owned_by
from actions.services.removal import remove_actions
from partnerships.queries import demonstration_partnerships
from partnerships.services.removal import remove_partnership
from partnerships.services.setup import add_theme, start_partnership
from reflections.services.removal import remove_sessions
from tests import askings, cast
from tests.calls import board
from tests.unchanged import everything


def _remove(partnership_id):
    remove_actions(partnership_id)
    remove_sessions(partnership_id)
    remove_partnership(partnership_id)


def test_a_partnership_is_removed_with_all_that_it_holds_and_nothing_else(mira, westmeer):
    cast.reported(mira, cast.accepted(mira, mira))
    before = everything()
    delta = start_partnership(westmeer["cem"].person, name="Delta")
    members = cast.oostvoorde_with(delta)
    people = everything()["accounts_person"]
    board(members)
    kept, taken = (cast.accepted(members["ada"], members["bo"]) for _ in range(2))
    askings.joined(delta, kept, taken)
    askings.parted(delta, kept, delta)
    add_theme(delta, title="Falls")

    _remove(delta.partnership_id)

    assert everything() == {**before, "accounts_person": people}


def test_only_partnerships_of_the_demonstration_are_removed_by_the_command(mira, eve):
    eve.is_demonstration = True
    shown = start_partnership(eve, name="Delta").partnership

    assert list(demonstration_partnerships()) == [shown]


def test_the_open_actions_of_a_member_are_counted(ada, bo, otto):
    cast.done(ada, bo)
    cast.accepted(ada, bo)
    cast.proposed(ada, bo)

    assert [open_actions_owned_by(member) for member in (bo, otto)] == [2, 0]
