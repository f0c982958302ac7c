from uuid import uuid4

import pytest

from actions.services.closing import close_session
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
from reflections.services.insights import (
    Wording,
    agree_insight,
    dispose_of_insight,
    draft_insight,
)
from reflections.states import NEEDS_A_REASON, Disposition
from tests import cast
from tests.unchanged import nothing_changed


@pytest.fixture
def session(ada, bo):
    return cast.collecting(ada, bo)


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


def _dispose(member, session, insight, disposition="ask", reason=""):
    return dispose_of_insight(
        member, session.pk, insight_id=insight.pk, disposition=disposition, reason=reason
    )


def test_an_insight_is_worded_from_the_notes_it_comes_from(ada, session, notes, kinds_since):
    wording = _wording(notes, " Homes are not ready ", level="meso", dissent="Bo sees it as money")

    insight = _draft(ada, session, wording)

    insight.refresh_from_db()
    assert (insight.statement, insight.level, insight.dissent) == (
        "Homes are not ready",
        "meso",
        "Bo sees it as money",
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


def test_nobody_else_words_or_agrees_or_answers(bo, session, notes, draft):
    with nothing_changed():
        with pytest.raises(NotAllowedError):
            _draft(bo, session, _wording(notes))
        with pytest.raises(NotAllowedError):
            agree_insight(bo, session.pk, insight_id=draft.pk)
        with pytest.raises(NotAllowedError):
            _dispose(bo, session, draft)


def test_in_another_partnership_there_is_nothing_to_learn(mira, session, notes, draft):
    with nothing_changed():
        with pytest.raises(ReflectionSession.DoesNotExist):
            _draft(mira, session, _wording(notes))
        with pytest.raises(ReflectionSession.DoesNotExist):
            agree_insight(mira, session.pk, insight_id=draft.pk)
        with pytest.raises(ReflectionSession.DoesNotExist):
            _dispose(mira, session, draft)


def test_an_insight_comes_from_notes_that_everybody_can_read(ada, bo, session, notes):
    hidden = cast.write(bo, session, "Hidden")
    [elsewhere] = cast.revealed(ada, cast.collecting(ada), "Elsewhere")

    for wrong in ([], [hidden], [*notes, hidden], [elsewhere]):
        with nothing_changed(), pytest.raises(InvalidInputError) as refused:
            _draft(ada, session, _wording(wrong))

        assert refused.value.field == "note_ids"


@pytest.mark.parametrize(
    ("field", "value"),
    [("statement", " "), ("statement", "x" * 501), ("dissent", "x" * 501), ("level", "giga")],
)
def test_words_that_cannot_stand_are_named(ada, session, notes, field, value):
    wording = {"statement": "Rugs", "note_ids": [note.pk for note in notes], field: value}

    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _draft(ada, session, Wording(**wording))

    assert refused.value.field == field


def test_an_insight_is_agreed_once(ada, session, draft, kinds_since):
    insight = agree_insight(ada, session.pk, insight_id=draft.pk)

    with nothing_changed():
        agree_insight(ada, session.pk, insight_id=draft.pk)
    assert (insight.state, insight.agreed_at is not None) == ("agreed", True)
    assert kinds_since(0)[-1] == "insight.agreed"


def test_an_insight_of_another_session_does_not_exist_in_this_one(ada, session):
    other = cast.agreed(ada, cast.collecting(ada))

    with nothing_changed():
        with pytest.raises(Insight.DoesNotExist):
            agree_insight(ada, session.pk, insight_id=other.pk)
        with pytest.raises(Insight.DoesNotExist):
            _dispose(ada, session, other)


def test_after_the_end_nothing_is_worded_any_more_but_still_answered(ada, session, notes, insight):
    _dispose(ada, session, insight)
    close_session(ada, session.pk)

    with nothing_changed(), pytest.raises(WrongPhaseError):
        _draft(ada, session, _wording(notes))

    assert _dispose(ada, session, insight, "decide").disposition == "decide"


@pytest.mark.parametrize("disposition", Disposition.values)
def test_every_answer_is_kept_with_its_reason(ada, session, insight, disposition, kinds_since):
    answered = _dispose(ada, session, insight, disposition, " No money this year ")

    answered.refresh_from_db()
    assert (answered.disposition, answered.disposition_reason) == (
        disposition,
        "No money this year",
    )
    assert kinds_since(0)[-1] == "insight.disposed"
    with nothing_changed():
        _dispose(ada, session, insight, disposition, "No money this year")


@pytest.mark.parametrize("disposition", Disposition.values)
def test_only_a_no_and_a_not_now_need_a_reason(ada, session, insight, disposition):
    if disposition not in NEEDS_A_REASON:
        assert _dispose(ada, session, insight, disposition).disposition_reason == ""
        return

    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _dispose(ada, session, insight, disposition, "\u200b")

    assert refused.value.field == "reason"


def test_only_listed_answers_are_given(ada, session, insight):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _dispose(ada, session, insight, "eat")

    assert refused.value.field == "disposition"


def test_a_draft_is_agreed_on_before_it_is_answered(ada, session, draft):
    with nothing_changed(), pytest.raises(ConflictError, match="Agree on this insight first"):
        _dispose(ada, session, draft)
