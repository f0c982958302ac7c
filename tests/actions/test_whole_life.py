from actions.states import ActionState
from tests.actions.test_life import SEEN, Life


def test_a_life_through_every_state_goes_as_the_model_says(db):
    life = Life()
    life.begin("proposed")
    SEEN.clear()
    steps = [(life.decline, 0), (life.offer, 0, "bo"), (life.accept, 0)]
    steps += [(life.report, 0, "moving"), (life.report, 0, "stuck"), (life.complete, 0)]
    steps += [(life.confirm, 0), (life.review, 0, False), (life.reopen, 0), (life.drop, 0)]
    steps += [(life.reopen, 0), (life.be_joined_with_another, 0)]

    for step, *said in steps:
        step(*said)
        life.it_is_as_the_model_says()

    life.teardown()
    assert set(ActionState.values) == SEEN
