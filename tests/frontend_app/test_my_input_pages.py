import pytest
from django.test import Client
from django.urls import reverse

from reflections.models.reaction import Reaction
from reflections.services.joining import join_session
from reflections.visitors import remember_part
from tests import cast, endings, nameless, telling
from tests.frontend_app.pages import signed_in, text_of
from tests.unchanged import nothing_changed

MINE = reverse("my_input")


def in_her_browser(guest) -> Client:
    browser = Client(headers={"accept-language": "en"})
    kept = browser.session
    remember_part(kept, guest)
    kept.save()
    browser.cookies["sessionid"] = kept.session_key
    return browser


def test_one_reads_what_became_of_each_of_ones_notes(ada, bo, cem, session):
    cast.revealed(bo, session, "Loose rugs")
    telling.published(cem, session)

    page = text_of(signed_in(bo.person).get(MINE))

    assert "All 1" in page
    assert "Not answered yet 0" in page
    assert "Loose rugs" in page
    assert telling.TEXT in page
    assert "about the whole session" in page


def test_only_what_is_not_answered_is_shown_when_asked_for(bo, cem, session, ada):
    cast.revealed(bo, session, "Loose rugs")
    telling.published(cem, session)
    cast.revealed(bo, cast.collecting(ada, bo), "Dark stairs")
    browser = signed_in(bo.person)

    everything, unanswered = (
        text_of(browser.get(MINE + query)) for query in ("", "?show=unanswered")
    )

    assert "Loose rugs" in everything
    assert "Loose rugs" not in unanswered
    assert "Dark stairs" in unanswered


def test_what_one_wrote_without_a_name_is_left_to_the_browser(ada, bo, otto, session):
    join_session(otto, session.pk)
    nameless.seal(bo, session, "Nobody asks us")
    cast.revealed(bo, session, "Loose rugs")

    page = signed_in(bo.person).get(MINE).content.decode()

    assert '<div id="nameless"></div>' in page
    assert "Nobody asks us" not in page


def test_the_page_follows_all_partnerships_of_its_reader(bo, session):
    page = signed_in(bo.person).get(MINE).content.decode()

    assert f'data-live="partnership:{bo.partnership_id}"' in page


def test_the_writer_says_that_it_helps_or_asks_again_without_scripts(bo, cem, session):
    [note] = cast.revealed(bo, session, "Loose rugs")
    told = telling.published(cem, session)
    about = {"note_id": str(note.pk), "feedback_id": str(told.pk)}
    browser = signed_in(bo.person)

    helps = browser.post(MINE, {**about, "verdict": "helpful"}, follow=True)
    asks = browser.post(
        MINE, {**about, "verdict": "not_answered", "sentence": "Which homes?"}, follow=True
    )

    assert "see that it helps" in text_of(helps)
    assert "You asked again" in text_of(asks)
    assert "Which homes?" in text_of(asks)
    assert Reaction.objects.get().sentence == "Which homes?"


@pytest.mark.parametrize("who", ["ada", "mira"])
def test_nobody_reacts_to_answers_to_the_notes_of_others(request, bo, cem, session, who):
    member = request.getfixturevalue(who)
    [note] = cast.revealed(bo, session, "Loose rugs")
    told = telling.published(cem, session)
    about = {"note_id": str(note.pk), "feedback_id": str(told.pk), "verdict": "helpful"}

    with nothing_changed():
        assert signed_in(member.person).post(MINE, about).status_code == 404
        assert signed_in(member.person).post(MINE, {**about, "note_id": "x"}).status_code == 404


def test_a_guest_reads_and_reacts_in_her_browser(ada, cem, session):
    guest = cast.guest_in(session)
    note = cast.jot(guest, "No bus after six")
    told = telling.published(cem, session)
    browser = in_her_browser(guest)

    page = text_of(browser.get(MINE))
    about = {"note_id": str(note.pk), "feedback_id": str(told.pk), "verdict": "helpful"}
    browser.post(MINE, about)

    assert "No bus after six" in page
    assert Reaction.objects.get().verdict == "helpful"
    assert "No bus after six" not in text_of(Client().get(MINE))


def test_a_visitor_reads_what_the_page_is_for(db):
    page = text_of(Client(headers={"accept-language": "en"}).get(MINE))

    assert "You wrote no notes with your name yet" in page


def test_you_said_we_did_tells_a_session_insight_by_insight(ada, bo, session):
    cast.proposed(ada, bo, session)

    page = text_of(
        signed_in(bo.person).get(reverse("you_said", args=[bo.partnership.slug, session.pk]))
    )

    for expected in (
        "Homes are not ready",
        "You said",
        "Loose rugs",
        "We did We act on it.",
        "Waiting for a yes: Check 40 homes for loose rugs",
    ):
        assert expected in page


def test_it_tells_what_was_decided_and_what_is_told_of_the_session_as_a_whole(
    ada, bo, cem, session
):
    endings.decision(ada, session)
    telling.published(cem, session)

    page = text_of(
        signed_in(bo.person).get(reverse("you_said", args=[bo.partnership.slug, session.pk]))
    )

    assert "We did It needs a decision. To be decided: Do we visit every home?" in page
    assert f"What those who gave input are told It is done: {telling.TEXT}" in page


def test_a_guest_reads_it_too_and_a_stranger_does_not(ada, bo, session):
    cast.proposed(ada, bo, session)
    address = reverse("you_said_to_guests", args=[session.pk])

    assert "Homes are not ready" in text_of(in_her_browser(cast.guest_in(session)).get(address))
    assert Client().get(address).status_code == 404
    assert signed_in(bo.person).get(address).status_code == 302


def test_who_did_not_join_does_not_read_what_was_said(otto, session):
    address = reverse("you_said", args=[otto.partnership.slug, session.pk])

    assert signed_in(otto.person).get(address).status_code == 403
    join_session(otto, session.pk)
    assert signed_in(otto.person).get(address).status_code == 200
