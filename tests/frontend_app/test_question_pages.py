from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from actions.services.ending import Look, review_effect
from kernel.clock import at, now
from reflections.models.question import LearningQuestion
from tests import asking, cast, endings, lives, recurring
from tests.frontend_app.filled_in import form_with
from tests.frontend_app.pages import hidden, signed_in, text_of


@pytest.fixture
def adas(ada):
    return signed_in(ada.person)


@pytest.fixture
def question(ada):
    return asking.asked(ada)


def _page(member, question):
    return reverse("question", args=[member.partnership.slug, question.pk])


def _agenda(member):
    return reverse("questions", args=[member.partnership.slug])


def test_the_agenda_begins_with_what_stays_for_long(adas, ada):
    with at(now() - timedelta(days=200)):
        asking.asked(ada, "Who pays?")
    asking.asked(ada, "Who counts?")

    said = text_of(adas.get(_agenda(ada)))

    assert said.index("Who pays?") < said.index("Stays for long") < said.index("Who counts?")
    assert "Ask a question" in said


def test_without_questions_the_page_says_where_they_come_from(bo):
    said = text_of(signed_in(bo.person).get(_agenda(bo)))

    assert "There are no questions yet" in said
    assert "Ask a question" not in said


def test_a_question_is_asked_on_a_page(adas, ada):
    page = reverse("new_question", args=[ada.partnership.slug])
    form = adas.get(page)

    sent = {"text": "Who counts?", "risk_for": "GPs", "question_id": hidden(form, "question_id")}
    answer = adas.post(page, sent)

    asked = LearningQuestion.objects.get()
    assert answer.headers["Location"] == _page(ada, asked)
    said = text_of(adas.get(_page(ada, asked)))
    assert "Whom it is a risk for GPs" in said
    assert "Ada Visser put this question on the learning agenda." in said


def test_who_does_not_keep_the_agenda_answers_and_no_more(bo, question):
    browser = signed_in(bo.person)
    said = text_of(browser.get(_page(bo, question)))
    assert "Answer it for now" in said
    assert "Word it anew" not in said

    words = {"step": "answer", "answer-answer_id": uuid4(), "answer-text": "By ringing"}
    browser.post(_page(bo, question), words)

    said = text_of(browser.get(_page(bo, question)))
    assert "By ringing" in said
    assert "answered for now" in said.lower()
    assert browser.get(reverse("new_question", args=[bo.partnership.slug])).status_code == 403


def test_a_question_is_settled_step_by_step(adas, ada, question, session):
    action = cast.accepted(ada, ada)
    asking.answered(ada, question)
    steps = [
        {"step": "talk", "talk-chosen": session.pk},
        {"step": "add_action", "add_action-chosen": action.pk},
        {"step": "deep_dive", "deep_dive-chosen": cast.plan(ada, "A day on neighbours").pk},
        {"step": "resolve"},
    ]

    answers = [adas.post(_page(ada, question), step).status_code for step in steps]

    said = text_of(adas.get(_page(ada, question)))
    assert answers == [302] * 4
    assert "A day on neighbours" in said
    assert action.title in said
    assert "Ada Visser wrote down that the answer holds." in said
    assert "Ask it again" in said


def test_a_no_of_a_rule_stands_in_the_form_and_what_was_typed_stays(adas, ada, question):
    page = adas.post(_page(ada, question), {"step": "dissolve", "dissolve-reason": " "})

    assert page.status_code == 200
    assert "Error" in page.content.decode() or "required" in text_of(page)
    assert LearningQuestion.objects.get().state == "open"


def test_a_look_at_the_effect_says_where_its_lesson_goes(adas, ada, bo, dag):
    action = lives.confirmed(ada, bo, dag)
    coming = cast.plan(ada, "Falls in spring")
    page = reverse("action", args=[ada.partnership.slug, action.pk])
    browser = signed_in(dag.person)
    form = browser.get(page)
    said = {
        "step": "review",
        "review-review_id": hidden(form, "review-review_id"),
        "review-effect": "partly",
        "review-evidence": "Twenty homes",
        "review-lesson": "Thank the volunteers",
        "review-next_step": "adapt",
        "review-session_id": coming.pk,
        "review-question": "Who thanks volunteers?",
    }

    assert browser.post(page, said).status_code == 302

    shown = text_of(browser.get(page))
    assert "What follows: do it in another way" in shown
    assert "The session that talks about this lesson" in shown
    asked = LearningQuestion.objects.get(text="Who thanks volunteers?")
    assert f"Learned from {action.number}. {action.title}" in text_of(
        browser.get(_page(dag, asked))
    )


def test_a_decision_that_still_holds_gets_another_day(adas, ada, cem):
    with at(now() - timedelta(days=40)):
        wording = endings.taken(ada)
        due = type(wording)(**{**vars(wording), "review_on": cast.in_days(30)})
        decision = endings.decision(ada, wording=due)
    overview = reverse("partnership", args=[ada.partnership.slug])
    page = reverse("decision", args=[ada.partnership.slug, decision.pk])
    assert "Decisions to look at again" in text_of(adas.get(overview))
    form = adas.get(page)
    assert "It is time to look at this again" in text_of(form)

    sent = {**form_with(form, "still_holds"), "review_on": cast.in_days(90).isoformat()}
    assert adas.post(page, sent).status_code == 302

    decision.refresh_from_db()
    assert (decision.review_on, decision.version) == (cast.in_days(90), 2)
    assert "Decisions to look at again" not in text_of(adas.get(overview))


def test_an_example_is_shared_from_the_page_of_its_action_and_found(cem, ada, bo, dag, mira):
    action = lives.confirmed(ada, bo, dag)
    look = Look(effect="helped", evidence="Fewer falls", lesson="Thank them")
    review_effect(dag, action.pk, review_id=uuid4(), look=look)
    browser = signed_in(cem.person)
    slug = cem.partnership.slug
    assert "Share as an example" in text_of(browser.get(reverse("action", args=[slug, action.pk])))
    page = reverse("share_example", args=[slug, action.pk])
    form = browser.get(page)

    words = {"what": "Check homes", "came_of_it": "Fewer falls"}
    sent = {"example_id": hidden(form, "example_id"), **words}
    assert browser.post(page, sent).status_code == 302

    theirs = signed_in(mira.person)
    examples = reverse("examples", args=[mira.partnership.slug])
    assert "Fewer falls" in text_of(theirs.get(examples, {"effect": "helped"}))
    assert "No example fits" in text_of(theirs.get(examples, {"effect": "harmful"}))
    assert "Westmeer" not in text_of(theirs.get(examples))
    browser.post(page, {"take_back": "yes"})
    assert "There are no examples yet" in text_of(theirs.get(examples))


def test_whoever_runs_the_session_says_on_the_agenda_what_comes_back(adas, ada):
    earlier, again = recurring.earlier(ada), recurring.again(ada)
    compare = reverse("compare_insights", args=[ada.partnership.slug])
    said = text_of(adas.get(_agenda(ada)))
    assert said.index("Is this the same again?") < said.index(recurring.FIRST)

    pair = {"insight_id": again.pk, "earlier_id": earlier.pk}
    answer = adas.post(compare, {**pair, "step": "same"})

    assert answer.headers["Location"] == f"{_agenda(ada)}#recurrences"
    said = text_of(adas.get(_agenda(ada)))
    assert "The two insights are linked." in said
    assert "What we say again 1" in said
    assert "Is this the same again?" not in said
    result = reverse("session", args=[ada.partnership.slug, again.session_id])
    endings.answered(ada, again.session, again)
    endings.closed(ada, again.session)
    assert f"We said this before: {recurring.FIRST}" in text_of(adas.get(result))

    adas.post(compare, {**pair, "step": "take_back"})
    adas.post(compare, {**pair, "step": "other"})

    said = text_of(adas.get(_agenda(ada)))
    assert "The two are not proposed again." in said
    assert "1 pair that says something else" in said
    assert "Is this the same again?" not in said


def test_others_read_what_comes_back_and_decide_nothing(ada, bo):
    earlier, again = recurring.earlier(ada), recurring.again(ada)
    browser = signed_in(bo.person)
    assert recurring.AGAIN not in text_of(browser.get(_agenda(bo)))

    recurring.confirmed(ada, again, earlier)

    page = browser.get(_agenda(bo))
    assert recurring.AGAIN in text_of(page)
    assert "Take back" not in text_of(page)


def test_a_step_that_cannot_be_taken_says_why(bo, ada):
    earlier, again = recurring.earlier(ada), recurring.again(ada)
    pair = {"insight_id": again.pk, "earlier_id": earlier.pk, "step": "same"}

    browser = signed_in(bo.person)
    browser.post(reverse("compare_insights", args=[bo.partnership.slug]), pair)

    assert "Only the facilitator of its session" in text_of(browser.get(_agenda(bo)))
