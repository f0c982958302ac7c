from uuid import uuid4

import pytest

from actions.services.decisions import DecisionWording, record_decision
from actions.services.origin import Origin
from actions.services.translation import translate_to_action
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    StaleVersionError,
    WrongPhaseError,
)
from reflections.models.insight import Insight
from reflections.models.session import ReflectionSession
from reflections.services.feedback import FeedbackWording, draft_feedback, publish_feedback
from reflections.services.insights import Wording, agree_insight, draft_insight, withdraw_insight
from reflections.services.region import take_back
from tests import cast, endings, region
from tests.unchanged import nothing_changed


@pytest.fixture
def notes(bo, session):
    return cast.revealed(bo, session, "Loose rugs", "No rails")


def _wording(notes, statement="Homes are not ready", **others):
    return Wording(statement=statement, note_ids=[note.pk for note in notes], **others)


def _draft(member, session, wording, insight_id=None, version=0):
    return draft_insight(
        member, session.pk, insight_id=insight_id or uuid4(), wording=wording, version=version
    )


@pytest.fixture
def draft(ada, session, notes):
    return _draft(ada, session, _wording(notes))


@pytest.fixture
def insight(ada, session, draft):
    return agree_insight(ada, session.pk, insight_id=draft.pk)


def _withdraw(member, session, insight, reason="Nobody said so"):
    return withdraw_insight(member, session.pk, insight_id=insight.pk, reason=reason)


def test_an_insight_is_worded_from_the_notes_it_comes_from(ada, session, notes, kinds_since):
    wording = _wording(
        notes,
        " Homes are not ready ",
        plain_statement="People fall at home",
        dissent="Bo sees it as money",
        level="meso",
        loop="double",
        components=["finance", "resources", "finance"],
    )

    insight = _draft(ada, session, wording)

    insight.refresh_from_db()
    assert (insight.statement, insight.plain_statement, insight.dissent) == (
        "Homes are not ready",
        "People fall at home",
        "Bo sees it as money",
    )
    assert (insight.level, insight.loop, insight.components) == (
        "meso",
        "double",
        ["resources", "finance"],
    )
    assert (insight.state, insight.version, insight.drafted_by) == ("draft", 1, ada)
    assert set(insight.notes.all()) == set(notes)
    assert kinds_since(0)[-1] == "insight.drafted"


def test_a_draft_is_reworded(ada, cem, session, notes, draft, kinds_since):
    reworded = _draft(cem, session, _wording(notes[:1], "Rugs are a risk"), draft.pk, version=1)

    reworded.refresh_from_db()
    assert (reworded.statement, reworded.version) == ("Rugs are a risk", 2)
    assert (reworded.drafted_by, list(reworded.notes.all())) == (ada, notes[:1])
    assert kinds_since(0)[-1] == "insight.drafted"


def test_the_same_words_sent_again_change_nothing(ada, session, notes, draft):
    with nothing_changed():
        assert _draft(ada, session, _wording(notes[::-1]), draft.pk) == draft


def test_who_rewords_an_older_text_is_told_both(ada, cem, session, notes, draft):
    _draft(cem, session, _wording(notes, "Rugs are a risk"), draft.pk, version=1)

    with nothing_changed(), pytest.raises(StaleVersionError) as refused:
        _draft(ada, session, _wording(notes, "Rails are missing"), draft.pk, version=1)

    assert refused.value.details == {
        "current": {"statement": "Rugs are a risk", "version": 2},
        "yours": {"statement": "Rails are missing", "version": 1},
    }


def test_what_was_agreed_is_not_reworded(ada, session, notes, insight):
    with nothing_changed():
        with pytest.raises(ConflictError, match="stays as it is"):
            _draft(ada, session, _wording(notes, "Rugs"), insight.pk, version=1)
        assert _draft(ada, session, _wording(notes), insight.pk) == insight


def test_an_insight_of_another_session_is_taken(ada, session, notes):
    other = cast.agreed(ada, cast.collecting(ada))

    with nothing_changed(), pytest.raises(IdConflictError):
        _draft(ada, session, _wording(notes), other.pk, version=1)


def test_nobody_else_words_or_agrees_or_withdraws(bo, session, notes, draft):
    with nothing_changed():
        with pytest.raises(NotAllowedError):
            _draft(bo, session, _wording(notes))
        with pytest.raises(NotAllowedError):
            agree_insight(bo, session.pk, insight_id=draft.pk)
        with pytest.raises(NotAllowedError):
            _withdraw(bo, session, draft)


def test_in_another_partnership_there_is_nothing_to_learn(mira, session, notes, draft):
    with nothing_changed():
        with pytest.raises(ReflectionSession.DoesNotExist):
            _draft(mira, session, _wording(notes))
        with pytest.raises(ReflectionSession.DoesNotExist):
            agree_insight(mira, session.pk, insight_id=draft.pk)
        with pytest.raises(ReflectionSession.DoesNotExist):
            _withdraw(mira, session, draft)


def test_an_insight_comes_from_notes_that_everybody_can_read(ada, bo, session, notes):
    hidden = cast.write(bo, session, "Hidden")
    [elsewhere] = cast.revealed(ada, cast.collecting(ada), "Elsewhere")

    for wrong in ([], [hidden], [*notes, hidden], [elsewhere]):
        with nothing_changed(), pytest.raises(InvalidInputError) as refused:
            _draft(ada, session, _wording(wrong))

        assert refused.value.field == "note_ids"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("statement", " "),
        ("statement", "x" * 501),
        ("plain_statement", "x" * 501),
        ("dissent", "x" * 501),
        ("level", "giga"),
        ("loop", "fourth"),
        ("components", ["finance", "weather"]),
    ],
)
def test_words_that_cannot_stand_are_named(ada, session, notes, field, value):
    wording = {"statement": "Rugs", "note_ids": [note.pk for note in notes], field: value}

    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _draft(ada, session, Wording(**wording))

    assert refused.value.field == field


def test_an_insight_is_agreed_once(ada, session, draft, kinds_since):
    insight = agree_insight(ada, session.pk, insight_id=draft.pk, how="majority")

    with nothing_changed():
        agree_insight(ada, session.pk, insight_id=draft.pk, how="consensus")
    assert (insight.state, insight.agreed_at is not None) == ("agreed", True)
    assert insight.agreed_how == "majority"
    assert kinds_since(0)[-1] == "insight.agreed"


def test_how_people_agreed_is_one_of_the_listed_ways(ada, session, draft):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        agree_insight(ada, session.pk, insight_id=draft.pk, how="by lot")

    assert refused.value.field == "how"


def test_an_insight_of_another_session_does_not_exist_in_this_one(ada, session):
    other = cast.agreed(ada, cast.collecting(ada))

    with nothing_changed():
        with pytest.raises(Insight.DoesNotExist):
            agree_insight(ada, session.pk, insight_id=other.pk)
        with pytest.raises(Insight.DoesNotExist):
            _withdraw(ada, session, other)


def test_after_the_end_nothing_is_worded_any_more(ada, session, notes, insight):
    endings.answered(ada, session, insight)
    endings.closed(ada, session)

    with nothing_changed():
        with pytest.raises(WrongPhaseError):
            _draft(ada, session, _wording(notes))
        with pytest.raises(WrongPhaseError):
            _withdraw(ada, session, insight)


def test_an_agreed_insight_is_taken_back_with_a_reason_and_without_its_answer(
    ada, session, insight, kinds_since
):
    endings.answered(ada, session, insight)

    withdrawn = _withdraw(ada, session, insight, " Nobody said so ")

    withdrawn.refresh_from_db()
    assert (withdrawn.state, withdrawn.withdrawn_reason) == ("withdrawn", "Nobody said so")
    assert (withdrawn.disposition, withdrawn.question, withdrawn.disposed_by) == ("", "", None)
    assert kinds_since(0)[-2:] == ["insight.withdrawn", "question.dissolved"]
    with nothing_changed():
        _withdraw(ada, session, insight, "Nobody said so")


def test_what_was_taken_back_stays_so(ada, session, notes, insight):
    _withdraw(ada, session, insight)

    with nothing_changed():
        with pytest.raises(ConflictError, match="Only an agreed insight"):
            _withdraw(ada, session, insight, "Another reason")
        with pytest.raises(ConflictError, match="was withdrawn"):
            agree_insight(ada, session.pk, insight_id=insight.pk)
        with pytest.raises(ConflictError, match="stays as it is"):
            _draft(ada, session, _wording(notes, "Rugs"), insight.pk, version=2)


def test_a_draft_is_not_taken_back_and_nothing_is_without_a_reason(ada, session, draft, insight):
    other = _draft(ada, session, _wording(list(insight.notes.all()), "Rails"))

    with nothing_changed():
        with pytest.raises(ConflictError, match="Only an agreed insight"):
            _withdraw(ada, session, other)
        with pytest.raises(InvalidInputError) as refused:
            _withdraw(ada, session, insight, " ")
    assert refused.value.field == "reason"


def _an_action(ada, cem, session, insight):
    translate_to_action(
        ada,
        session.pk,
        action_id=uuid4(),
        wording=cast.wording_for(ada),
        origin=Origin(insight_id=insight.pk),
    )


def _a_decision(ada, cem, session, insight):
    record_decision(
        ada,
        session.pk,
        decision_id=uuid4(),
        wording=DecisionWording(text="Who pays?"),
        origin=Origin(insight_id=insight.pk),
    )


def _an_answer_to_contributors(ada, cem, session, insight):
    wording = FeedbackWording(insight_id=insight.pk, answer="doing", text="We are at it")
    draft = draft_feedback(ada, session.pk, feedback_id=uuid4(), wording=wording)
    publish_feedback(cem, session.pk, feedback_id=draft.pk)


@pytest.mark.parametrize("rest", [_an_action, _a_decision, _an_answer_to_contributors])
def test_an_insight_on_which_something_rests_stays(ada, cem, session, insight, rest):
    rest(ada, cem, session, insight)

    with nothing_changed(), pytest.raises(ConflictError, match="rests on this insight"):
        _withdraw(ada, session, insight)


def test_a_promise_does_not_hold_an_insight(ada, session, insight):
    endings.promised(ada, session, insight)

    assert _withdraw(ada, session, insight).state == "withdrawn"


def test_what_was_sent_up_is_taken_back_there_first(ada, session):
    item = region.sent_up(ada, session)

    with nothing_changed(), pytest.raises(ConflictError, match="Take it back there first"):
        _withdraw(ada, session, item.insight)

    take_back(ada, session.pk, item_id=item.pk)
    assert _withdraw(ada, session, item.insight).state == "withdrawn"
