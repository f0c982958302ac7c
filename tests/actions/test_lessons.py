from uuid import uuid4

import pytest

from actions.models.life import EffectReview
from actions.queries.indicators import Selection, indicators_of
from actions.queries.log import actions_of
from actions.queries.questions import (
    actions_of_question,
    history_of_question,
    review_behind_question,
    reviews_behind_insights,
)
from actions.records.action import action_record
from actions.services.ending import Look, review_effect
from actions.services.lessons import Lesson
from actions.services.question_actions import add_action_to_question, take_action_off_question
from eventlog.models import Event
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from partnerships.services.setup import add_theme
from reflections.models.insight import Insight
from reflections.models.question import LearningQuestion
from reflections.models.session import ReflectionSession
from reflections.services.insights import Wording, agree_insight, draft_insight
from reflections.services.leading import start_session
from tests import asking, cast, lives
from tests.unchanged import nothing_changed

LEARNED = "Volunteers stop when nobody thanks them"


@pytest.fixture
def action(ada, bo, dag):
    return lives.confirmed(ada, bo, dag)


def _look(**lesson):
    return Look(
        effect="partly",
        evidence="Twenty homes have rails",
        lesson=LEARNED,
        next_step="adapt",
        **lesson,
    )


def _reviewed(member, action, review_id=None, **lesson):
    return review_effect(member, action.pk, review_id=review_id or uuid4(), look=_look(**lesson))


def test_a_lesson_comes_to_a_coming_session_and_is_followed_both_ways(ada, dag, action):
    coming = cast.plan(ada, "Falls in spring")

    review = _reviewed(dag, action, session_id=coming.pk)

    insight = Insight.objects.get(session=coming)
    assert (insight.statement, insight.state, insight.drafted_by) == (LEARNED, "draft", dag)
    record = action_record(actions_of(ada).get(pk=action.pk))
    assert record.life.last_review.insight_id == insight.pk
    assert record.life.last_review.session_id == coming.pk
    assert reviews_behind_insights(ada, [insight.pk]) == {insight.pk: review}


def test_those_who_lead_the_session_reword_and_agree_on_a_lesson_that_no_note_is_behind(
    ada, dag, action
):
    coming = cast.plan(ada)
    _reviewed(dag, action, session_id=coming.pk)
    start_session(ada, coming.pk)
    insight = Insight.objects.get(session=coming)

    words = Wording(statement="Who is thanked stays")
    draft_insight(ada, coming.pk, insight_id=insight.pk, wording=words, version=insight.version)
    agreed = agree_insight(ada, coming.pk, insight_id=insight.pk)

    assert (agreed.statement, agreed.state) == ("Who is thanked stays", "agreed")


def test_a_lesson_becomes_a_question_on_the_themes_of_the_action(ada, cem, dag, action):
    action.session.themes.add(add_theme(cem, title="Falls"))

    review = _reviewed(dag, action, question="Who thanks volunteers?")

    question = LearningQuestion.objects.get()
    assert (question.text, list(question.themes.all())) == (
        "Who thanks volunteers?",
        list(action.session.themes.all()),
    )
    assert review_behind_question(ada, question.pk) == review
    record = action_record(actions_of(ada).get(pk=action.pk))
    assert record.life.last_review.question_id == question.pk


def test_the_same_look_again_draws_no_second_lesson(ada, dag, action):
    coming = cast.plan(ada)
    first = _reviewed(dag, action, session_id=coming.pk, question="Who thanks them?")
    events = Event.objects.count()

    same = _reviewed(dag, action, first.pk, session_id=coming.pk, question="Who thanks them?")

    assert (same, Event.objects.count()) == (first, events)
    assert Insight.objects.filter(session=coming).count() == 1
    with pytest.raises(IdConflictError):
        _reviewed(dag, action, first.pk, session_id=None)


def test_what_goes_on_after_all_is_open_again_for_those_who_may_open_it(ada, bo, dag, cem, action):
    look = Look(
        effect="none", evidence="Rails hang loose", lesson="Ask a smith", next_step="reopen"
    )
    other = lives.confirmed(ada, dag, cem)

    with nothing_changed(), pytest.raises(NotAllowedError):
        review_effect(bo, other.pk, review_id=uuid4(), look=look)
    review_effect(dag, action.pk, review_id=uuid4(), look=look)

    action.refresh_from_db()
    assert (action.state, action.reasons.last().text) == ("in_progress", "Ask a smith")


@pytest.mark.parametrize(
    ("others", "error"),
    [
        ({"lesson": "", "with_session": True}, InvalidInputError),
        ({"lesson": "x" * 501, "with_session": True}, InvalidInputError),
        ({"next_step": "dance"}, InvalidInputError),
    ],
)
def test_a_lesson_says_something_and_fits(ada, dag, action, others, error):
    coming = cast.plan(ada)
    session_id = coming.pk if others.pop("with_session", False) else None
    said = {"effect": "helped", "evidence": "Fewer falls", "session_id": session_id, **others}

    with nothing_changed(), pytest.raises(error):
        review_effect(dag, action.pk, review_id=uuid4(), look=Look(**said))


def test_a_lesson_goes_to_a_session_of_the_partnership_that_is_not_over(dag, ada, mira, action):
    over = cast.collecting(ada)
    ReflectionSession.objects.filter(pk=over.pk).update(state="closed")
    theirs = cast.plan(mira)

    with nothing_changed():
        with pytest.raises(ConflictError):
            _reviewed(dag, action, session_id=over.pk)
        with pytest.raises(ReflectionSession.DoesNotExist):
            _reviewed(dag, action, session_id=theirs.pk)


def test_actions_belong_to_a_question_by_its_insight_or_because_somebody_says_so(ada, bo, session):
    insight = asking.asked_by_insight(ada, session)
    question = LearningQuestion.objects.get()
    other = cast.accepted(ada, bo)

    add_action_to_question(ada, question.pk, action_id=other.pk)
    add_action_to_question(ada, question.pk, action_id=other.pk)

    assert [one.id for one in actions_of_question(bo, question.pk)] == [other.pk]
    kinds = [line.kind for line in history_of_question(bo, question.pk)]
    assert kinds == ["question.action_joined", "question.asked"]
    with pytest.raises(NotAllowedError):
        take_action_off_question(bo, question.pk, action_id=other.pk)
    take_action_off_question(ada, question.pk, action_id=other.pk)
    assert actions_of_question(bo, question.pk) == []
    assert insight.learning_question == question


def test_learning_from_effects_and_questions_that_stay_are_counted(ada, cem, dag, action):
    _reviewed(dag, action, question="Who thanks volunteers?")
    review_effect(
        dag,
        lives.confirmed(ada, cem, dag).pk,
        review_id=uuid4(),
        look=Look(effect="helped", evidence="Fewer falls"),
    )

    figures = {one.code: one for one in indicators_of(ada, Selection()).figures}

    assert [(one.n, one.of) for one in figures["learning_return"].shares] == [(1, 2)]
    assert [(one.n, one.of) for one in figures["persistent"].shares] == [(0, 1), (0, 0)]
    assert EffectReview.objects.count() == 2


def test_a_lesson_is_clean_before_it_goes():
    lesson = Lesson(text="  Thank\r\nthem ", question=" Who? ").cleaned()

    assert (lesson.text, lesson.question) == ("Thank\nthem", "Who?")
