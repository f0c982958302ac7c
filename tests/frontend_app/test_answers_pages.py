import pytest

from reflections.models.feedback import Feedback
from reflections.models.reaction import Verdict
from reflections.services.insights import withdraw_insight
from reflections.services.reacting import react_to_feedback
from reflections.visitors import Visitor
from tests import cast, endings, telling
from tests.frontend_app.filled_in import form_with
from tests.frontend_app.pages import signed_in, text_of
from tests.frontend_app.session_pages import get, post, read, url_of
from tests.unchanged import nothing_changed

SOON = cast.in_days(14)


def said_about(member, session, topic="session", **said):
    """Send the form about one topic as her browser has it, with what she fills in."""
    page = get(member, "answers", session)
    sent = form_with(page, f"{topic}-text")
    return {**sent, **{f"{topic}-{name}": value for name, value in said.items()}}


def test_whoever_runs_a_session_promises_a_day_and_everybody_reads_it(ada, otto, session):
    said = said_about(ada, session, promised_by=SOON.isoformat())

    answer = post(ada, "answers", session, **said)

    assert answer.url == url_of("answers", session)
    promise = Feedback.objects.get()
    assert (promise.promised_by, promise.text, promise.insight) == (SOON, "", None)
    assert f"You get an answer by {SOON:%-d %B %Y}." in read(otto, "answers", session)


def test_sending_an_answer_twice_is_sending_it_once(ada, session, insight):
    said = said_about(ada, session, str(insight.pk), answer="doing", text="We look into the rugs")
    post(ada, "answers", session, **said)

    with nothing_changed():
        post(ada, "answers", session, **said)

    draft = Feedback.objects.get()
    assert (draft.insight, draft.answer, draft.text) == (
        insight,
        "doing",
        "We look into the rugs",
    )


def test_a_finished_session_is_still_answered_and_a_manager_publishes(ada, cem, bo, session):
    endings.closed(ada, session)
    changed = said_about(ada, session, answer="done", text=telling.TEXT)
    post(ada, "answers", session, **changed)
    draft = Feedback.objects.get()
    assert "Publish this answer" not in read(ada, "answers", session)

    publish = {"step": "publish", "feedback_id": str(draft.pk)}
    assert form_with(get(cem, "answers", session), "feedback_id")["feedback_id"] == str(draft.pk)
    post(cem, "answers", session, **publish)

    draft.refresh_from_db()
    assert draft.published_by == cem
    for page in ("answers", "session"):
        told = read(bo, page, session)
        assert telling.TEXT in told
        assert "not published yet" not in told
    assert "It is done" in read(bo, "session", session)


def test_only_those_who_may_read_what_is_not_published(ada, cem, bo, otto, session):
    wording = {"answer": "doing", "text": "Only a draft"}
    post(ada, "answers", session, **said_about(ada, session, **wording))

    readers = {
        member.person.name: "Only a draft" in read(member, "answers", session)
        for member in (ada, cem, bo, otto)
    }

    assert readers == {
        "Ada Visser": True,
        "Cem Aydin": True,
        "Bo Jansen": True,
        "Otto Bakker": False,
    }


def test_who_may_not_write_has_no_form_and_is_told_so(ada, otto, session):
    said = said_about(ada, session, answer="doing", text="We look into the rugs")

    assert "Write an answer" not in read(otto, "answers", session)
    with nothing_changed():
        refused = text_of(post(otto, "answers", session, **said))
        unpublished = post(otto, "answers", session, step="publish", feedback_id="nonsense")

    assert "Only the facilitator or a programme manager can write to contributors." in refused
    assert unpublished.status_code == 404


def test_only_a_manager_publishes(ada, session):
    draft = telling.promised(ada, session, SOON)

    with nothing_changed():
        refused = signed_in(ada.person).post(
            url_of("answers", session),
            {"step": "publish", "feedback_id": str(draft.pk)},
            follow=True,
        )

    assert "Only a programme manager can publish" in text_of(refused)


def test_two_who_change_one_answer_see_both(ada, cem, session):
    telling.promised(ada, session, SOON)
    said = said_about(cem, session, text="We look into the rugs")
    post(ada, "answers", session, **said_about(ada, session, text="We take the rugs away"))

    refused = post(cem, "answers", session, **said)

    page = text_of(refused)
    assert "Somebody changed this answer first." in page
    assert "We take the rugs away" in page
    assert form_with(refused, "session-text")["session-text"] == "We look into the rugs"
    assert form_with(refused, "session-version")["session-version"] == "2"


def test_nothing_is_promised_for_yesterday(ada, session):
    said = said_about(ada, session, promised_by=cast.in_days(-1).isoformat())

    with nothing_changed():
        refused = post(ada, "answers", session, **said)

    assert "Please choose a day that is still to come." in text_of(refused)


@pytest.mark.parametrize("topic", ["nonsense", "", "c1c2a9f2-8a3c-4b9f-9c7e-2f1f4a6a0a01"])
def test_about_nothing_one_answers_nothing(ada, session, topic):
    said = said_about(ada, session, answer="doing", text="We look into the rugs")
    moved = {
        name.replace("session-", f"{topic}-" if topic else ""): one for name, one in said.items()
    }

    with nothing_changed():
        assert post(ada, "answers", session, **{**moved, "topic": topic}).status_code == 404


def test_what_was_taken_back_keeps_its_place_with_the_reason(ada, otto, session, insight):
    withdraw_insight(ada, session.pk, insight_id=insight.pk, reason="Said by one person only")

    page = read(otto, "answers", session)

    assert "Homes are not ready taken back Said by one person only" in page


def test_those_who_answer_read_what_contributors_say_of_it(ada, cem, bo, otto, session):
    [note] = cast.revealed(bo, session, "Loose rugs")
    told = telling.published(cem, session)
    react_to_feedback(
        Visitor(person=bo.person),
        note.pk,
        feedback_id=told.pk,
        verdict=Verdict.NOT_ANSWERED,
        sentence="And the rails?",
    )

    assert "1 contributor asks again “And the rails?”" in read(ada, "answers", session)
    assert "And the rails?" not in read(otto, "answers", session)
