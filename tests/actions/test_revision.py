import pytest

from actions.queries.history import history_of_action
from actions.queries.log import actions_of
from actions.records.action import action_record
from actions.services.ending import drop_action
from actions.services.revision import Rewording, revise_action, set_level
from frontend.history_words import history_sentences
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError, StaleVersionError
from tests import api, cast
from tests.unchanged import nothing_changed

NEW = Rewording(title="Check 50 homes", done_test="A list of 50", level="meso", strength="process")


@pytest.fixture
def action(ada, bo):
    return cast.accepted(ada, bo)


@pytest.mark.parametrize("who", ["ada", "bo", "cem"])
def test_the_owner_and_those_who_run_the_session_word_it_differently(westmeer, who, action):
    member = westmeer[who]

    revised = revise_action(member, action.pk, wording=NEW, version=1)

    assert (revised.title, revised.done_test, revised.level, revised.version) == (
        "Check 50 homes",
        "A list of 50",
        "meso",
        2,
    )
    record = action_record(actions_of(member).get(pk=action.pk))
    line = history_sentences(history_of_action(member, action.pk), record)[0]
    assert line.sentence == f"{member.person.name} changed how it reads."
    assert line.facts == (
        "What: “Check 50 homes”, before “Check 40 homes for loose rugs”",
        "Done when: “A list of 50”, before “A list of 40 checked homes”",
        "Where the change is: “organisation or region”, before “nothing”",
        "What it changes: “work in another way”, before “nothing”",
    )


@pytest.mark.parametrize("who", ["otto", "dag"])
def test_others_do_not_word_it(westmeer, who, action):
    with nothing_changed(), pytest.raises(NotAllowedError):
        set_level(westmeer[who], action.pk, level="meso")


def test_what_somebody_else_worded_first_is_not_lost(bo, cem, action):
    revise_action(cem, action.pk, wording=NEW, version=1)

    with nothing_changed(), pytest.raises(StaleVersionError) as refusal:
        revise_action(
            bo, action.pk, wording=Rewording(title="Call 40 homes", done_test="Called"), version=1
        )
    assert refusal.value.details["current"]["title"] == "Check 50 homes"
    assert refusal.value.details["yours"]["title"] == "Call 40 homes"


def test_saying_the_same_again_changes_nothing(bo, action):
    revise_action(bo, action.pk, wording=NEW, version=1)

    with nothing_changed():
        assert revise_action(bo, action.pk, wording=NEW, version=1).version == 2
        set_level(bo, action.pk, level="meso")


def test_what_is_over_keeps_its_words_and_levels_are_listed(ada, bo, action):
    with pytest.raises(InvalidInputError):
        set_level(bo, action.pk, level="cosmic")
    drop_action(ada, action.pk, reason="The flats are sold")

    with nothing_changed(), pytest.raises(ConflictError):
        set_level(bo, action.pk, level="meso")


def test_it_can_be_worded_over_http_and_not_from_elsewhere(bo, mira, action):
    said = {"title": "Check 50 homes", "done_test": "A list", "version": 1}
    place = api.place("api_revise_action", bo, action_id=action.pk)

    answer = api.browser_of(bo).put(place, said, content_type=api.JSON)

    assert (answer.status_code, answer.json()["title"]) == (200, "Check 50 homes")
    there = api.browser_of(mira).put(
        api.place("api_revise_action", mira, action_id=action.pk), said, content_type=api.JSON
    )
    assert there.status_code == 404
