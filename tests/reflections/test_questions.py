from datetime import timedelta
from uuid import uuid4

import pytest

from eventlog.models import Event
from kernel.clock import at, now
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    StaleVersionError,
)
from partnerships.queries import log_view_of
from partnerships.services.setup import add_theme
from reflections.models.question import LearningQuestion
from reflections.queries.questions import (
    learning_agenda,
    open_questions_before,
    question_records,
    questions_of,
)
from reflections.records.question import question_record
from reflections.services.dispositions import Answer
from reflections.services.questions import (
    QuestionWording,
    plan_deep_dive,
    reword_question,
    talk_about_question,
)
from tests import asking, cast, endings
from tests.asking import TEXT, asked
from tests.unchanged import nothing_changed


def _record(member, question):
    return question_record(questions_of(member).get(pk=question.pk))


def test_a_question_goes_onto_the_agenda_with_why_it_is_asked(ada, cem, bo):
    theme = add_theme(cem, title="Falls")
    asked(ada, "Who counts?")

    question = asked(
        ada,
        order="second",
        barrier="We only hear of it in hospital",
        ambition_link="Everybody is safe at home",
        risk_for="Neighbours, who may feel watched",
        theme_ids=[theme.pk],
    )

    record = _record(bo, question)
    assert (record.number, record.text, record.order, record.state) == (2, TEXT, "second", "open")
    assert (record.theme_ids, record.is_persistent, record.answers) == ([theme.pk], False, [])
    assert record.risk_for == "Neighbours, who may feel watched"
    assert set(question_records(log_view_of(bo), [question.pk])) == {str(question.pk)}


@pytest.mark.parametrize("who", ["bo", "otto"])
def test_the_agenda_is_kept_by_few_and_read_by_all(request, ada, session, who):
    question, member = asked(ada), request.getfixturevalue(who)

    with nothing_changed():
        for attempt in (
            lambda: asked(member),
            lambda: reword_question(
                member, question.pk, wording=QuestionWording(text="Why?"), version=1
            ),
            lambda: talk_about_question(member, question.pk, session_id=session.pk),
            lambda: plan_deep_dive(member, question.pk, session_id=None),
        ):
            with pytest.raises(NotAllowedError):
                attempt()

    assert [one.id for one in learning_agenda(member)] == [question.pk]


def test_a_question_of_others_does_not_exist(ada, mira):
    question = asked(ada)

    with pytest.raises(LearningQuestion.DoesNotExist):
        plan_deep_dive(mira, question.pk, session_id=None)
    assert learning_agenda(mira) == []


def test_asking_the_same_again_is_asking_once(ada, cem):
    first = asked(ada, question_id=uuid4())
    events = Event.objects.count()

    assert asked(ada, question_id=first.pk) == first

    assert Event.objects.count() == events
    for attempt in (
        lambda: asked(ada, "Why?", question_id=first.pk),
        lambda: asked(cem, question_id=first.pk),
    ):
        with pytest.raises(IdConflictError):
            attempt()


def test_somebody_who_rewords_second_sees_both_texts(ada, cem):
    question = asked(ada)
    reword_question(
        ada, question.pk, wording=QuestionWording(text="Who hears it first?"), version=1
    )

    with pytest.raises(StaleVersionError) as refused:
        reword_question(cem, question.pk, wording=QuestionWording(text="Who tells us?"), version=1)

    assert refused.value.details["current"] == {"text": "Who hears it first?", "version": 2}
    assert asked(ada, question_id=question.pk).text == "Who hears it first?"


def test_what_an_insight_asks_comes_onto_the_agenda_with_the_themes_of_its_session(
    ada, cem, session
):
    session.themes.add(add_theme(cem, title="Falls"))

    insight = asking.asked_by_insight(ada, session)

    [record] = learning_agenda(ada)
    assert (record.text, record.insight_id, record.opened_in_id) == (TEXT, insight.pk, session.pk)
    assert record.theme_ids == [session.themes.get().pk]


def test_the_agenda_follows_the_answer_to_an_insight_while_nobody_took_it_up(ada, session):
    insight = asking.asked_by_insight(ada, session)
    endings.answered(ada, session, insight, Answer("ask", question="Who hears first?"))
    assert [one.text for one in learning_agenda(ada)] == ["Who hears first?"]

    endings.answered(ada, session, insight, Answer("no", reason="The nurse rings already"))
    assert [one.state for one in learning_agenda(ada)] == ["dissolved"]

    endings.answered(ada, session, insight, Answer("ask", question="Who hears first?"))
    assert [one.state for one in learning_agenda(ada)] == ["open"]


def test_a_question_that_somebody_answered_stays_whatever_becomes_of_its_insight(ada, session):
    insight = asking.asked_by_insight(ada, session)
    asking.answered(ada, LearningQuestion.objects.get())

    endings.answered(ada, session, insight, Answer("no", reason="The nurse rings already"))

    assert [one.state for one in learning_agenda(ada)] == ["answered"]


def test_a_question_persists_after_three_sessions_or_half_a_year(ada):
    with at(now() - timedelta(days=179)):
        old = asked(ada, "Old")
    new = asked(ada, "New")
    sessions = [cast.collecting(ada, title=f"Session {number}") for number in range(3)]

    for session in sessions[:2]:
        talk_about_question(ada, new.pk, session_id=session.pk)
        talk_about_question(ada, new.pk, session_id=session.pk)
    assert [one.is_persistent for one in learning_agenda(ada)] == [False, False]

    talk_about_question(ada, new.pk, session_id=sessions[2].pk)
    assert [one.text for one in learning_agenda(ada) if one.is_persistent] == ["New"]
    with at(now() + timedelta(days=1)):
        assert all(one.is_persistent for one in learning_agenda(ada))
    assert _record(ada, new).talked_about_in == [one.pk for one in sessions]
    assert _record(ada, old).last_talked_about is None


def test_only_a_session_that_was_held_can_have_talked_about_it(ada):
    question, coming = asked(ada), cast.plan(ada)

    with nothing_changed(), pytest.raises(ConflictError, match="has not been held"):
        talk_about_question(ada, question.pk, session_id=coming.pk)


def test_a_session_to_come_is_planned_for_a_question(ada):
    question, coming = asked(ada), cast.plan(ada, "A day on neighbours")

    plan_deep_dive(ada, question.pk, session_id=coming.pk)
    assert _record(ada, question).deep_dive_title == "A day on neighbours"
    with pytest.raises(InvalidInputError, match="still to come"):
        plan_deep_dive(ada, question.pk, session_id=cast.collecting(ada).pk)
    plan_deep_dive(ada, question.pk, session_id=None)

    assert _record(ada, question).deep_dive_id is None


def test_a_session_opens_with_the_questions_on_its_themes_what_persists_first(ada, bo, cem, otto):
    falls, sleep = add_theme(cem, title="Falls"), add_theme(cem, title="Sleep")
    session = cast.collecting(ada, bo)
    session.themes.add(falls)
    everybody = asked(ada, "Of everybody")
    asked(ada, "On sleep", theme_ids=[sleep.pk])
    asked(ada, "Asked here", session_id=session.pk)
    with at(now() - timedelta(days=200)):
        long_ago = asked(ada, "Long ago", theme_ids=[falls.pk])

    found = open_questions_before(ada, session.pk)

    assert [one.question.id for one in found] == [long_ago.pk, everybody.pk]
    assert [one.may_note_talk for one in found] == [True, True]
    assert not any(one.may_note_talk for one in open_questions_before(bo, session.pk))
    talk_about_question(ada, everybody.pk, session_id=session.pk)
    assert [one.may_note_talk for one in open_questions_before(ada, session.pk)] == [True, False]
    with pytest.raises(NotAllowedError):
        open_questions_before(otto, session.pk)
