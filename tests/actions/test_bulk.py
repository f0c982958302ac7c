from uuid import uuid4

import pytest
from django.core.exceptions import ObjectDoesNotExist

from actions.models.action import ActionItem
from actions.models.bulk import BulkEdit
from actions.queries.bulk import edit_of
from actions.queries.history import history_of_action
from actions.records.bulk import bulk_record
from actions.services.bulk import BulkChange, edit_many, undo_many
from actions.services.commitment import accept_action, decline_action, offer_action
from actions.services.dates import agree_on_date, take_back_date
from actions.services.revision import set_level
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from tests import api, cast, lives
from tests.unchanged import nothing_changed

LATER = cast.in_days(90)
MOVE = BulkChange(step="change_due", due=LATER, reason="The winter is long")
LEVEL = BulkChange(step="set_level", level="meso")
DROP = BulkChange(step="drop", reason="The flats are sold")


@pytest.fixture
def pair(ada, bo):
    """Two actions that Bo owns, the second one dropped long ago."""
    open_one, over = cast.accepted(ada, bo), cast.accepted(ada, bo)
    ActionItem.objects.filter(pk=over.pk).update(state="dropped")
    return open_one, over


def taken(member, actions, change, edit_id=None):
    edit = edit_many(
        member,
        edit_id=edit_id or uuid4(),
        action_ids=[action.pk for action in actions],
        change=change,
    )
    return bulk_record(edit_of(member, edit.pk))


def undone(member, record):
    undo = undo_many(member, record.id, undo_id=uuid4())
    return bulk_record(edit_of(member, undo.pk))


def fresh(action):
    return ActionItem.objects.get(pk=action.pk)


def test_each_action_takes_the_step_as_if_alone_and_answers_for_itself(cem, bo, pair):
    open_one, over = pair

    record = taken(cem, pair, MOVE)

    assert [(one.action_id, bool(one.refusal)) for one in record.answers] == [
        (open_one.pk, False),
        (over.pk, True),
    ]
    assert "dropped" in record.answers[1].refusal
    assert (fresh(open_one).due, fresh(over).due) == (LATER, over.due)
    line = history_of_action(bo, open_one.pk)[0]
    assert (line.kind, line.by_name, line.due_change.reason) == (
        "action.due_changed",
        "Cem Aydin",
        "The winter is long",
    )


def test_who_may_not_gets_a_refusal_for_each_and_nothing_changes(otto, pair):
    record = taken(otto, pair, LEVEL)

    assert [bool(one.refusal) for one in record.answers] == [True, True]
    assert [fresh(action).level for action in pair] == ["", ""]


@pytest.mark.parametrize("change", [MOVE, LEVEL, DROP])
def test_a_step_can_be_taken_back_and_the_action_is_as_it_was(cem, ada, bo, change):
    action = cast.proposed(ada, bo)
    record = taken(cem, [action], change)
    assert fresh(action) != action or record.done

    back = undone(cem, record)

    now = fresh(action)
    assert [one.refusal for one in back.answers] == [""]
    assert (now.due, now.level, now.state) == (action.due, action.level, action.state)
    assert bulk_record(edit_of(cem, record.id)).undone_by == back.id


def test_whoever_was_asked_before_is_asked_again(cem, ada, bo, otto):
    action = cast.proposed(ada, bo)
    record = taken(cem, [action], BulkChange(step="offer", owner_id=otto.pk))
    assert fresh(action).owner_id == otto.pk

    undone(cem, record)

    assert fresh(action).owner_id == bo.pk


def test_what_others_did_meanwhile_is_not_taken_back(cem, ada, bo, otto, dag):
    moved, levelled, asked = (cast.proposed(ada, bo) for _ in range(3))
    records = [
        taken(cem, [moved], MOVE),
        taken(cem, [levelled], LEVEL),
        taken(cem, [asked], BulkChange(step="offer", owner_id=otto.pk)),
    ]
    lives.moved(cem, moved, 100)
    set_level(ada, levelled.pk, level="macro")
    decline_action(otto, asked.pk, reason="No time")
    accept_action(dag, offer_action(ada, asked.pk, owner_id=dag.pk).pk)

    answers = [undone(cem, record).answers[0].refusal for record in records]

    assert all(answers)
    assert (fresh(moved).due, fresh(levelled).level, fresh(asked).owner_id) == (
        cast.in_days(100),
        "macro",
        dag.pk,
    )


def test_sending_it_again_goes_on_where_it_stopped(cem, pair):
    edit_id = uuid4()
    taken(cem, pair[:1], LEVEL, edit_id)

    taken(cem, pair, LEVEL, edit_id)
    with nothing_changed():
        taken(cem, pair, LEVEL, edit_id)
        with pytest.raises(IdConflictError):
            taken(cem, pair, DROP, edit_id)

    assert [one.number for one in bulk_record(edit_of(cem, edit_id)).answers] == [1, 2]


def test_taking_back_twice_is_once_and_only_for_whoever_did_it(cem, bo, ada):
    action = cast.accepted(ada, bo)
    record = taken(cem, [action], LEVEL)
    back = undone(cem, record)

    with nothing_changed():
        assert undone(cem, record).id == back.id
        with pytest.raises(ConflictError):
            undone(cem, back)
        with pytest.raises(ObjectDoesNotExist):
            undo_many(bo, record.id, undo_id=uuid4())


@pytest.mark.parametrize(
    "change",
    [
        BulkChange(step="change_due", reason="No date"),
        BulkChange(step="drop"),
        BulkChange(step="set_level"),
        BulkChange(step="offer"),
        BulkChange(step="explode"),
    ],
)
def test_a_step_needs_all_that_belongs_to_it(cem, pair, change):
    with nothing_changed(), pytest.raises(InvalidInputError):
        taken(cem, pair, change)


def test_actions_of_others_are_not_found_and_none_is_not_enough(cem, mira, pair):
    theirs = cast.proposed(mira, mira)

    with nothing_changed():
        with pytest.raises(ObjectDoesNotExist):
            taken(cem, [*pair, theirs], LEVEL)
        with pytest.raises(InvalidInputError):
            taken(cem, [], LEVEL)
    assert not BulkEdit.objects.exists()


def test_a_date_that_waits_is_taken_back_by_whoever_asked(ada, bo, dag, cem):
    action = cast.accepted(ada, bo)
    change = lives.moved(dag, action)

    with nothing_changed(), pytest.raises(NotAllowedError):
        take_back_date(bo, action.pk, change_id=change.pk)
    take_back_date(dag, action.pk, change_id=change.pk)

    with nothing_changed():
        take_back_date(dag, action.pk, change_id=change.pk)
        with pytest.raises(ConflictError):
            agree_on_date(cem, action.pk, change_id=change.pk)
    assert fresh(action).due == action.due
    assert not fresh(action).due_changes.filter(answered_at=None).exists()
    assert [line.kind for line in history_of_action(bo, action.pk)][:2] == [
        "action.due_taken_back",
        "action.due_asked",
    ]


def test_many_are_changed_and_taken_back_over_http(cem, mira, pair):
    edit_id = uuid4()
    place = api.place("api_bulk_edit", cem, edit_id=edit_id)
    browser = api.browser_of(cem)
    said = {"action_ids": [str(pair[0].pk)], "step": "set_level", "level": "meso"}

    done = browser.put(place, said, content_type=api.JSON).json()
    back = browser.post(
        api.place("api_undo_bulk_edit", cem, edit_id=edit_id),
        {"undo_id": str(uuid4())},
        content_type=api.JSON,
    ).json()

    assert [one["refusal"] for one in done["answers"] + back["answers"]] == ["", ""]
    assert browser.get(place).json()["undone_by"] == back["id"]
    assert (
        api.browser_of(mira).get(api.place("api_bulk_edit", mira, edit_id=edit_id)).status_code
        == 404
    )
