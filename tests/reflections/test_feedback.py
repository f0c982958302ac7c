from datetime import timedelta
from uuid import uuid4

import pytest

from kernel.clock import at, now, today
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    StaleVersionError,
)
from partnerships.queries import log_view_of
from reflections.models.feedback import Feedback
from reflections.models.insight import Insight
from reflections.models.session import ReflectionSession
from reflections.queries.board import board_view_of
from reflections.queries.feedback import feedback_of, feedback_records, feedback_records_in_log
from reflections.records.feedback import FeedbackRecord, feedback_record
from reflections.services.feedback import FeedbackWording, draft_feedback, publish_feedback
from reflections.services.insights import Wording, draft_insight
from tests import cast, endings
from tests.unchanged import nothing_changed

SOON = today() + timedelta(days=21)
DOING = FeedbackWording(answer="doing", text="We check 40 homes")


@pytest.fixture
def session(ada, bo, dag):
    return cast.collecting(ada, bo, dag)


def _draft(member, session, wording=DOING, feedback_id=None, version=0):
    return draft_feedback(
        member,
        session.pk,
        feedback_id=feedback_id or uuid4(),
        wording=wording,
        version=version,
    )


def _publish(member, session, feedback):
    return publish_feedback(member, session.pk, feedback_id=feedback.pk)


def _words(feedback):
    feedback.refresh_from_db()
    return FeedbackWording(
        feedback.insight_id,
        feedback.answer,
        feedback.text,
        feedback.reason,
        feedback.promised_by,
    )


def test_an_answer_is_drafted_about_an_insight_or_the_session(ada, session, insight, kinds_since):
    start = len(kinds_since(0))
    about = FeedbackWording(insight.pk, "not_doing", "We do not", "No money", SOON)

    of_insight, of_session = _draft(ada, session, about), _draft(ada, session)

    assert (_words(of_insight), _words(of_session)) == (about, DOING)
    assert (of_insight.drafted_by, of_insight.published_at, of_insight.version) == (ada, None, 1)
    # On the board and in the partnership.
    assert kinds_since(0)[start:] == ["feedback.drafted"] * 4
    with nothing_changed():
        assert _draft(ada, session, about, of_insight.pk) == of_insight


def test_a_promise_needs_a_day_and_nothing_else(ada, session):
    promise = _draft(ada, session, FeedbackWording(promised_by=SOON))

    assert _words(promise) == FeedbackWording(promised_by=SOON)


def test_an_answer_is_reworded_until_it_is_published(ada, cem, session):
    promise = _draft(ada, session, FeedbackWording(promised_by=SOON))

    draft = _draft(cem, session, DOING, promise.pk, version=1)

    assert (_words(draft), draft.version, draft.drafted_by) == (DOING, 2, ada)
    with nothing_changed(), pytest.raises(StaleVersionError) as refused:
        _draft(ada, session, FeedbackWording(text="Mine"), draft.pk, version=1)
    assert refused.value.details == {
        "current": {"text": "We check 40 homes", "version": 2},
        "yours": {"text": "Mine", "version": 1},
    }


def test_a_programme_manager_publishes_once_and_for_good(ada, cem, session, kinds_since):
    draft = _draft(ada, session)
    start = len(kinds_since(0))

    published = _publish(cem, session, draft)

    assert (published.published_by, published.published_at is not None) == (cem, True)
    assert kinds_since(0)[start:] == ["feedback.published"] * 2
    with nothing_changed():
        assert _publish(cem, session, draft) == published
        with pytest.raises(ConflictError, match="stays as it is"):
            _draft(ada, session, FeedbackWording(text="Other"), draft.pk, version=1)


def test_after_one_answer_comes_the_next(ada, cem, session):
    _publish(cem, session, _draft(ada, session))

    later = _draft(ada, session, FeedbackWording(answer="done", text="All homes are checked"))
    _publish(cem, session, later)

    assert [one.answer for one in feedback_of(ada)] == ["done", "doing"]


def test_about_one_thing_one_answer_is_in_work(ada, cem, session, insight):
    endings.promised(ada, session)
    endings.promised(ada, session, insight)

    with nothing_changed():
        for wording in (DOING, FeedbackWording(insight.pk, "doing", "We do")):
            with pytest.raises(ConflictError, match="began an answer"):
                _draft(cem, session, wording)


def test_an_answer_is_published_only_when_it_answers(ada, cem, session, insight):
    promise = endings.promised(ada, session)
    text_only = _draft(ada, session, FeedbackWording(insight.pk, text="We look at it"))

    with nothing_changed():
        with pytest.raises(InvalidInputError, match="Write the answer first"):
            _publish(cem, session, promise)
        with pytest.raises(InvalidInputError, match="what is done"):
            _publish(cem, session, text_only)


@pytest.mark.parametrize(
    ("wording", "field"),
    [
        (FeedbackWording(), "text"),
        (FeedbackWording(text=" "), "text"),
        (FeedbackWording(text="x" * 2001), "text"),
        (FeedbackWording(text="We do", answer="perhaps"), "answer"),
        (FeedbackWording(text="We do not", answer="not_doing"), "reason"),
        (FeedbackWording(promised_by=today() - timedelta(days=1)), "promised_by"),
    ],
)
def test_what_an_answer_needs_is_named(ada, session, wording, field):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        _draft(ada, session, wording)

    assert refused.value.field == field


def test_a_promise_that_is_late_can_still_be_kept(ada, session):
    promise = endings.promised(ada, session)

    with at(now() + timedelta(days=30)):
        wording = FeedbackWording(None, "doing", "Sorry for the wait", "", promise.promised_by)
        assert _draft(ada, session, wording, promise.pk, version=1).version == 2


def test_a_draft_insight_is_agreed_on_first(ada, session, insight):
    wording = Wording("Rails help", [note.pk for note in insight.notes.all()])
    draft = draft_insight(ada, session.pk, insight_id=uuid4(), wording=wording)

    with nothing_changed(), pytest.raises(ConflictError, match="Agree on this insight first"):
        _draft(ada, session, FeedbackWording(draft.pk, "doing", "We do"))


def test_nobody_else_writes_to_contributors(ada, bo, cem, dag, mira, session):
    draft = _draft(ada, session)
    elsewhere = cast.collecting(ada)
    other = cast.agreed(ada, elsewhere)

    with nothing_changed():
        for member in (bo, dag):
            with pytest.raises(NotAllowedError):
                _draft(member, session)
        for member in (ada, bo, dag):
            with pytest.raises(NotAllowedError):
                _publish(member, session, draft)
        with pytest.raises(ReflectionSession.DoesNotExist):
            _draft(mira, session)
        with pytest.raises(ReflectionSession.DoesNotExist):
            _publish(mira, session, draft)
        with pytest.raises(Insight.DoesNotExist):
            _draft(ada, session, FeedbackWording(other.pk, "doing", "We do"))
        with pytest.raises(Feedback.DoesNotExist):
            _publish(cem, elsewhere, draft)


def test_an_id_is_not_used_for_something_else(ada, session, insight):
    draft = _draft(ada, session)
    elsewhere = cast.collecting(ada)

    with nothing_changed():
        with pytest.raises(IdConflictError):
            _draft(ada, session, FeedbackWording(insight.pk, "doing", "Text"), draft.pk, version=1)
        with pytest.raises(IdConflictError):
            _draft(ada, elsewhere, DOING, draft.pk, version=1)


def test_before_it_is_published_most_read_the_promise_alone(ada, bo, dag, otto, session):
    wording = FeedbackWording(None, "doing", "Secret so far", "", SOON)
    draft = _draft(ada, session, wording)
    whole = feedback_record(draft)
    promise = FeedbackRecord(draft.pk, session.pk, None, "", "", "", SOON, None, 1, 0, 0, [])

    shown = {
        member: feedback_records(board_view_of(member, session.pk), None)[str(draft.pk)]
        for member in (ada, bo, dag)
    }

    # Citizen representatives read it before, as those who write it do.
    assert shown == {ada: whole, bo: whole, dag: promise}
    assert feedback_records_in_log(log_view_of(otto), [draft.pk]) == {str(draft.pk): promise}
    assert list(feedback_of(otto)) == []


def test_an_unpublished_answer_without_a_promise_does_not_exist_for_most(ada, dag, session):
    draft = _draft(ada, session)

    assert feedback_records(board_view_of(dag, session.pk), None) == {}
    assert feedback_records_in_log(log_view_of(ada), [draft.pk]) == {}


def test_what_is_published_is_for_the_whole_partnership(ada, cem, dag, otto, mira, session):
    published = _publish(cem, session, _draft(ada, session))
    record = {str(published.pk): feedback_record(published)}

    assert feedback_records(board_view_of(dag, session.pk), None) == record
    assert feedback_records_in_log(log_view_of(otto), None) == record
    assert list(feedback_of(otto)) == [published]
    assert (list(feedback_of(mira)), feedback_records_in_log(log_view_of(mira), None)) == ([], {})
