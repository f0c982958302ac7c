from uuid import uuid4

import pytest

from actions.services.closing import close_session
from reflections.models.session import ReflectionSession
from reflections.services.dispositions import Answer
from reflections.services.insights import Wording, agree_insight, draft_insight, withdraw_insight
from reflections.states import SessionState
from tests import cast, endings, telling
from tests.frontend_app.pages import signed_in, text_of
from tests.frontend_app.session_pages import read, url_of
from tests.unchanged import nothing_changed

ANSWERS = [
    (Answer("ask", question="When do people fall?"), "We ask further", "When do people fall?"),
    (
        Answer("escalate", escalated_to="The board", answer_by=cast.in_days(30)),
        "We take it to a higher level",
        f"The board is asked to answer by {cast.in_days(30):%-d %B %Y}.",
    ),
    (
        Answer("park", "No money this year", revisit_on=cast.in_days(90)),
        "We park it. No money this year",
        f"Looked at again on {cast.in_days(90):%-d %B %Y}.",
    ),
    (Answer("no", "It is not ours to change"), "We do not act on it", "It is not ours to change"),
]


@pytest.mark.parametrize(("answer", "words", "more"), ANSWERS)
def test_each_answer_is_told_with_its_reason_and_what_belongs_to_it(
    ada, bo, session, answer, words, more
):
    endings.answered(ada, session, cast.agreed(ada, session), answer)
    endings.closed(ada, session)

    for page in ("session", "answers"):
        told = read(bo, page, session)
        assert f"Answer: {words}" in told
        assert more in told


def test_an_insight_stands_with_its_decision_and_what_contributors_are_told(ada, bo, cem, session):
    decision = endings.decision(ada, session)
    telling.published(cem, session, decision.insight)
    endings.closed(ada, session)

    page = read(bo, "session", session)

    assert "Answer: It needs a decision" in page
    assert "Decision 1: Do we visit every home? To be decided" in page
    assert telling.TEXT in page
    assert f"You get an answer by {cast.in_days(21):%-d %B %Y}." in page


def test_what_was_taken_back_says_why(ada, bo, session):
    insight = cast.agreed(ada, session)
    withdraw_insight(ada, session.pk, insight_id=insight.pk, reason="Said by one person only")
    close_session(ada, session.pk)

    assert "taken back Said by one person only" in read(bo, "session", session)


def test_plain_words_and_dissent_stand_with_the_insight(ada, bo, session):
    [note] = cast.revealed(bo, session, "Loose rugs")
    wording = Wording(
        "Homes are not ready", [note.pk], plain_statement="You can fall", dissent="Bo: not ours"
    )
    insight = draft_insight(ada, session.pk, insight_id=uuid4(), wording=wording)
    agree_insight(ada, session.pk, insight_id=insight.pk)
    endings.answered(ada, session, insight)
    endings.closed(ada, session)

    page = read(bo, "session", session)

    assert "In plain words: You can fall" in page
    assert "Seen differently: Bo: not ours" in page


def test_a_finished_session_is_opened_once_more_with_a_reason(ada, bo, session):
    close_session(ada, session.pk)
    browser = signed_in(ada.person)
    assert "Open this session again" in read(ada, "session", session)
    assert "Open this session again" not in read(bo, "session", session)

    browser.post(
        url_of("session", session), {"step": "reopen", "reason": "An answer was forgotten"}
    )
    opened = ReflectionSession.objects.get(pk=session.pk)
    close_session(ada, session.pk)

    assert opened.state == SessionState.TRANSLATING
    page = read(ada, "session", session)
    assert "It was opened again once: An answer was forgotten" in page
    assert "Open this session again" not in page


@pytest.mark.parametrize(
    ("who", "reason", "sentence"),
    [
        ("ada", "", "Please write something first."),
        ("bo", "I forgot it", "Only the facilitator or a programme manager can do this."),
    ],
)
def test_a_session_stays_finished_without_a_reason_and_for_others(
    westmeer, ada, session, who, reason, sentence
):
    close_session(ada, session.pk)
    browser = signed_in(westmeer[who].person)

    with nothing_changed():
        page = browser.post(
            url_of("session", session), {"step": "reopen", "reason": reason}, follow=True
        )

    assert sentence in text_of(page)
