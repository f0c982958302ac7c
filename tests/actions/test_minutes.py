from dataclasses import replace

import pytest

from actions.models.action import ActionItem
from actions.models.imports import ActionImport
from actions.queries.log import actions_of
from actions.records.action import ImportedFrom, action_record
from actions.services.commitment import offer_action
from actions.services.minutes import (
    Answer,
    answered_proposals,
    keep_answers,
    keep_minutes,
    make_from_minutes,
    refuse_proposal,
)
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError
from tests import cast
from tests.unchanged import nothing_changed

TEXT = "Steering group\nAction: ask the library for a room (Bo)\n[ ] Print posters\n"


def pasted(member, name="Steering group, 3 March", text=TEXT) -> ActionImport:
    return keep_minutes(member, name=name, text=text)


def made(member, minutes, owner, line=2, **said):
    wording = replace(cast.wording_for(owner), **said)
    return make_from_minutes(member, minutes.pk, line=line, wording=wording)


def test_a_line_becomes_an_action_in_the_words_that_somebody_chose(ada, bo):
    minutes = pasted(ada)

    action = made(ada, minutes, bo, title="Ask the library for its large room")

    record = action_record(actions_of(ada).get(pk=action.pk))
    assert (record.title, record.owner_id, record.state) == (
        "Ask the library for its large room",
        bo.pk,
        "proposed",
    )
    assert record.imported == ImportedFrom("minutes", "Steering group, 3 March", 2)
    assert action.imported.said == {"title": "Action: ask the library for a room (Bo)"}
    assert made(ada, minutes, bo) == action


def test_who_led_the_meeting_can_ask_somebody_else(ada, bo, otto):
    action = made(ada, pasted(ada), bo)

    assert offer_action(ada, action.pk, owner_id=otto.pk).owner == otto


def test_what_was_typed_is_kept_until_each_line_is_answered(ada, bo):
    minutes = pasted(ada)
    typed = Answer(choice="make", title="Ask", owner_id="nobody", due="soon")

    keep_answers(ada, minutes.pk, answers={2: typed})
    waiting = answered_proposals(ada, ActionImport.objects.get())
    refuse_proposal(ada, minutes.pk, line=3)
    refuse_proposal(ada, minutes.pk, line=3)
    keep_answers(ada, minutes.pk, answers={3: typed})
    made(ada, minutes, bo)

    made(ada, minutes, bo)
    refuse_proposal(ada, minutes.pk, line=3)

    minutes.refresh_from_db()
    assert [(one.answer, one.action, one.is_refused) for one in waiting] == [
        (typed, None, False),
        (None, None, False),
    ]
    assert (minutes.state, minutes.rows_done, minutes.added) == ("done", 2, 1)
    assert (bytes(minutes.content), minutes.mapping) == (b"", {"answers": {}})
    assert answered_proposals(ada, minutes) == []


def test_the_same_minutes_again_make_no_second_action(ada, bo):
    made(ada, pasted(ada), bo)
    again = pasted(ada)

    with pytest.raises(ConflictError, match="Action 1 was made from this line"):
        made(ada, again, bo)
    assert made(ada, pasted(ada, name="Steering group, 7 April"), bo).number == 2


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("Nothing was agreed.", "No line begins with"), ("[ ] x\n" * 61, "more than 60 actions")],
)
def test_minutes_without_actions_or_with_too_many_are_refused(ada, text, sentence):
    with pytest.raises(InvalidInputError, match=sentence) as refused:
        pasted(ada, text=text)

    assert refused.value.field == "text"


def test_an_action_needs_what_every_action_needs(ada, bo, mira):
    minutes = pasted(ada)

    with nothing_changed():
        for wrong, field in (
            ({"title": " "}, "title"),
            ({"owner_id": mira.pk}, "owner_id"),
            ({"due": cast.in_days(-1)}, "due"),
            ({"done_test": ""}, "done_test"),
            ({"line": 1}, "line"),
        ):
            with pytest.raises(InvalidInputError) as refused:
                made(ada, minutes, bo, **wrong)
            assert refused.value.field == field


def test_nobody_else_reads_or_answers_them(ada, cem, bo, mira):
    minutes = pasted(ada)

    with nothing_changed():
        for member in (cem, mira):
            with pytest.raises(ActionImport.DoesNotExist):
                made(member, minutes, bo)
            with pytest.raises(ActionImport.DoesNotExist):
                keep_answers(member, minutes.pk, answers={})
        for use in (pasted, lambda member: refuse_proposal(member, minutes.pk, line=2)):
            with pytest.raises(NotAllowedError):
                use(bo)
    assert not ActionItem.objects.exists()
