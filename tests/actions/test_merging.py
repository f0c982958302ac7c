from uuid import uuid4

import pytest
from django.core.exceptions import ObjectDoesNotExist

from actions.models.action import ActionItem
from actions.queries.history import history_of_action
from actions.queries.log import actions_from_note, actions_of
from actions.records.action import action_record
from actions.services.people import show_to
from frontend.history_words import history_sentences
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from tests import askings, cast
from tests.unchanged import nothing_changed


def shown(member, action):
    return action_record(actions_of(member).get(pk=action.pk))


def told(member, action):
    lines = history_of_action(member, action.pk)
    return history_sentences(lines, shown(member, action))[0]


def test_two_become_one_with_all_that_they_came_from_and_both_say_so(ada, bo, otto):
    kept, taken = cast.accepted(ada, bo), cast.proposed(ada, otto)
    before = [shown(bo, kept), shown(bo, taken)]

    askings.joined(ada, kept, taken)

    one, gone = shown(bo, kept), shown(bo, taken)
    assert (gone.state, gone.company.merged_into.id) == ("merged", kept.pk)
    assert [tie.id for tie in one.company.took_in] == [taken.pk]
    assert set(one.note_ids) == {*before[0].note_ids, *before[1].note_ids}
    assert set(one.insight_ids) == {*before[0].insight_ids, *before[1].insight_ids}
    assert gone.note_ids == before[1].note_ids
    found = actions_from_note(bo, before[1].note_ids[0])
    assert {action.pk for action in found} == {kept.pk, taken.pk}
    assert told(bo, kept).sentence == (
        f"Ada Visser made another action part of this one: {taken.number}. {taken.title}"
    )
    assert told(bo, taken).sentence == (
        f"Ada Visser made this part of another action: {kept.number}. {kept.title}"
    )
    assert told(bo, taken).text == "Both are the same homes"


def test_joining_twice_is_once_and_what_is_over_is_not_joined(ada, cem, bo):
    kept, taken, third = (cast.proposed(ada, bo) for _ in range(3))
    askings.joined(ada, kept, taken)

    with nothing_changed():
        askings.joined(ada, kept, taken)
        with pytest.raises(ConflictError):
            askings.joined(cem, taken, third)
        with pytest.raises(ConflictError):
            askings.joined(cem, third, taken)
        with pytest.raises(InvalidInputError):
            askings.joined(cem, third, third)


def test_who_runs_only_one_of_the_sessions_joins_nothing(ada, bo, cem, mira):
    hers, theirs = cast.proposed(ada, bo), cast.proposed(cem, bo)

    with nothing_changed():
        for member in (ada, bo):
            with pytest.raises(NotAllowedError):
                askings.joined(member, hers, theirs)
        with pytest.raises(ObjectDoesNotExist):
            askings.joined(mira, hers, theirs)
    askings.joined(cem, hers, theirs)


def test_what_only_some_see_is_not_joined_with_what_all_see(ada, bo, cem):
    kept, taken = cast.proposed(ada, bo), cast.proposed(ada, bo)
    show_to(ada, taken.pk, visibility="participants")

    with nothing_changed(), pytest.raises(ConflictError):
        askings.joined(cem, kept, taken)


def test_a_part_becomes_an_action_of_its_own_with_the_same_origin(ada, bo, otto):
    action = cast.accepted(ada, bo)

    part = askings.parted(ada, action, otto)

    record, whole = shown(bo, part), shown(bo, action)
    assert (record.state, record.owner_id, record.number) == ("proposed", otto.pk, 2)
    assert record.note_ids == whole.note_ids
    assert record.insight_ids == whole.insight_ids
    assert record.company.split_from.id == action.pk
    assert [tie.id for tie in whole.company.parts] == [part.pk]
    assert whole.state == "accepted"
    assert told(bo, part).sentence == (
        f"Ada Visser made this out of a part of {action.number}. {action.title}, and asked "
        "Otto Bakker."
    )
    assert told(bo, action).sentence.endswith("2. Check the 12 homes in the north")


def test_parting_twice_is_once_and_only_for_those_who_run_the_session(ada, bo, otto):
    action, part_id = cast.accepted(ada, bo), uuid4()
    with nothing_changed(), pytest.raises(NotAllowedError):
        askings.parted(bo, action, otto)
    askings.parted(ada, action, otto, part_id)

    with nothing_changed():
        askings.parted(ada, action, otto, part_id)
        with pytest.raises(IdConflictError):
            askings.parted(ada, action, bo, part_id)
    ActionItem.objects.filter(pk=action.pk).update(state="dropped")
    with nothing_changed(), pytest.raises(ConflictError):
        askings.parted(ada, action, otto)
