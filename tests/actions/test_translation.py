from uuid import uuid4

import pytest

from actions.models.action import ActionItem, Translation
from actions.services.commitment import offer_action
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    WrongPhaseError,
)
from partnerships.services.membership import end_membership
from reflections.models.insight import Insight
from reflections.models.session import ReflectionSession
from reflections.services.dispositions import Answer
from reflections.services.insights import Wording, draft_insight
from tests import cast, endings
from tests.actions.translating import translated, worded
from tests.unchanged import nothing_changed


def test_an_insight_becomes_an_action_that_its_owner_is_asked_for(
    ada, bo, session, insight, kinds_since
):
    start = len(kinds_since(0))
    wording = worded(
        bo,
        title=" Check  40 homes",
        if_cue=" The panel  meets ",
        first_step="Ask the library",
        level="meso",
        strength="process",
        horizon="short",
        risk="Who lives alone opens no door",
    )

    action = translated(ada, session, wording, insight=insight)

    action.refresh_from_db()
    assert (action.title, action.done_test, action.first_step) == (
        "Check 40 homes",
        "A list of 40 homes",
        "Ask the library",
    )
    assert (action.if_cue, action.risk) == ("The panel meets", "Who lives alone opens no door")
    assert (action.level, action.strength, action.horizon) == ("meso", "process", "short")
    assert (action.number, action.state) == (1, "proposed")
    assert (action.owner, action.proposed_by, action.session) == (bo, ada, session)
    assert action.due == action.original_due == cast.in_days(30)
    assert str(action) == "1. Check 40 homes"
    insight.refresh_from_db()
    assert insight.disposition == "act"
    assert kinds_since(0)[start:] == ["insight.disposed", "action.proposed", "action.proposed"]


def test_an_insight_that_is_acted_on_already_is_not_answered_again(
    ada, bo, session, insight, kinds_since
):
    endings.answered(ada, session, insight, Answer("act", "Twice asked for"))
    start = len(kinds_since(0))

    translated(ada, session, worded(bo), insight=insight)

    insight.refresh_from_db()
    assert insight.disposition_reason == "Twice asked for"
    assert kinds_since(0)[start:] == ["action.proposed", "action.proposed"]


def test_nobody_else_turns_insights_into_actions(bo, session, insight):
    with nothing_changed(), pytest.raises(NotAllowedError):
        translated(bo, session, worded(bo), insight=insight)


def test_a_session_of_another_partnership_does_not_exist(mira, session, insight):
    with nothing_changed(), pytest.raises(ReflectionSession.DoesNotExist):
        translated(mira, session, worded(mira), insight=insight)


def test_an_insight_of_another_session_does_not_exist_in_this_one(ada, bo, session):
    other = cast.agreed(ada, cast.collecting(ada))

    with nothing_changed(), pytest.raises(Insight.DoesNotExist):
        translated(ada, session, worded(bo), insight=other)


def test_a_draft_is_agreed_on_first(ada, bo, session):
    notes = cast.revealed(bo, session)
    wording = Wording(statement="Rugs", note_ids=[note.pk for note in notes])
    draft = draft_insight(ada, session.pk, insight_id=uuid4(), wording=wording)

    with nothing_changed(), pytest.raises(ConflictError, match="Agree on this insight first"):
        translated(ada, session, worded(bo), insight=draft)


def test_an_action_comes_from_something_that_everybody_can_read(ada, bo, session, insight):
    hidden = cast.write(bo, session, "Hidden")
    [elsewhere] = cast.revealed(ada, cast.collecting(ada), "Elsewhere")

    for wrong in ([], [hidden], [elsewhere]):
        with nothing_changed(), pytest.raises(InvalidInputError) as refused:
            translated(ada, session, worded(bo), notes=wrong)

        assert refused.value.field == "note_ids"
    with nothing_changed(), pytest.raises(InvalidInputError):
        translated(ada, session, worded(bo), insight=insight, notes=[hidden])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", " "),
        ("title", "x" * 301),
        ("done_test", ""),
        ("done_test", "x" * 301),
        ("first_step", "x" * 301),
        ("if_cue", "x" * 301),
        ("risk", "x" * 501),
        ("level", "giga"),
        ("strength", "iron"),
        ("horizon", "blue"),
        ("owner_id", uuid4()),
        ("due", cast.in_days(-1)),
    ],
)
def test_who_what_when_and_how_one_sees_it_are_needed(ada, bo, session, insight, field, value):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        translated(ada, session, worded(bo, **{field: value}), insight=insight)

    assert refused.value.field == field


def test_only_a_current_member_of_the_partnership_is_asked(ada, bo, cem, mira, session, insight):
    end_membership(cem, bo.pk)

    for nobody in (bo, mira):
        with nothing_changed(), pytest.raises(InvalidInputError) as refused:
            translated(ada, session, worded(nobody), insight=insight)

        assert refused.value.field == "owner_id"


def test_it_can_be_due_today(ada, bo, session, insight):
    action = translated(ada, session, worded(bo, due=cast.in_days(0)), insight=insight)

    assert action.due == cast.in_days(0)


def test_a_finished_session_gives_no_more_actions(ada, bo, session, insight):
    translated(ada, session, worded(bo), insight=insight)
    endings.closed(ada, session)

    with nothing_changed(), pytest.raises(WrongPhaseError):
        translated(ada, session, worded(bo), insight=insight)


def test_the_same_action_sent_again_is_the_same_action(ada, bo, session, insight):
    action_id = uuid4()
    first = translated(ada, session, worded(bo), action_id=action_id, insight=insight)

    with nothing_changed():
        again = translated(ada, session, worded(bo), action_id=action_id, insight=insight)

    assert again == first


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Check 50 homes"},
        {"done_test": "50 homes"},
        {"first_step": "Ask"},
        {"level": "macro"},
        {"due": cast.in_days(31)},
    ],
    ids=lambda other: next(iter(other)),
)
def test_other_words_under_the_same_id_are_a_conflict(ada, bo, session, insight, other):
    action = translated(ada, session, worded(bo), insight=insight)

    with nothing_changed(), pytest.raises(IdConflictError):
        translated(ada, session, worded(bo, **other), action_id=action.pk, insight=insight)


def test_the_owner_is_the_one_who_was_asked_first(ada, bo, otto, session, insight):
    action = translated(ada, session, worded(bo), insight=insight)
    offer_action(ada, action.pk, owner_id=otto.pk)

    with nothing_changed():
        assert translated(ada, session, worded(bo), action_id=action.pk, insight=insight) == action
        with pytest.raises(IdConflictError):
            translated(ada, session, worded(otto), action_id=action.pk, insight=insight)


def test_another_origin_under_the_same_id_is_a_conflict(ada, bo, session, insight):
    action = translated(ada, session, worded(bo), insight=insight)
    notes = list(insight.notes.all())

    with nothing_changed():
        with pytest.raises(IdConflictError):
            translated(ada, session, worded(bo), action_id=action.pk, notes=notes)
        with pytest.raises(IdConflictError):
            translated(
                ada, session, worded(bo), action_id=action.pk, insight=insight, notes=notes[:1]
            )


def test_an_id_of_another_partnership_is_taken(ada, bo, mira, session, insight):
    theirs = cast.proposed(mira, mira)

    with nothing_changed(), pytest.raises(IdConflictError):
        translated(ada, session, worded(bo), action_id=theirs.pk, insight=insight)


def test_each_partnership_counts_its_own_actions(ada, bo, mira, session):
    numbers = [cast.proposed(ada, bo, session).number for _ in range(2)]

    assert (numbers, cast.proposed(mira, mira).number) == ([1, 2], 1)
    assert ActionItem.objects.count() == Translation.objects.count() == 3
