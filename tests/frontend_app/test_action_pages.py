from uuid import uuid4

import pytest
from django.utils import translation

from actions.models.check_in import CheckIn
from actions.services.commitment import decline_action
from partnerships.services.membership import end_membership
from reflections.models.note import Note
from tests import cast
from tests.frontend_app.pages import hidden, queries_for, signed_in, text_of


def log_of(member) -> str:
    return f"/p/{member.partnership.slug}/actions/"


def page_of(action) -> str:
    return f"/p/{action.partnership.slug}/actions/{action.pk}/"


def take(member, action, step, **said):
    data = {"step": step, **{f"{step}-{name}": value for name, value in said.items()}}
    return signed_in(member.person).post(page_of(action), data, follow=True)


@pytest.mark.parametrize("path", ["log", "page", "mine", "today"])
def test_pages_ask_the_database_as_often_for_three_as_for_one(ada, bo, path):
    session = cast.collecting(ada, bo)
    action = cast.proposed(ada, bo, session)
    address = {
        "log": log_of(bo),
        "page": page_of(action),
        "mine": "/my-actions/",
        "today": "/",
    }[path]
    client = signed_in(bo.person)
    before = queries_for(client, address)
    for _ in range(2):
        cast.proposed(ada, bo, session)

    assert queries_for(client, address) == before


def test_the_page_of_an_action_tells_its_whole_story(ada, bo, otto):
    action = cast.accepted(ada, bo)
    cast.reported(bo, action, "Ten homes so far")

    response = signed_in(otto.person).get(page_of(action))

    page = text_of(response)
    for words in (
        "Check 40 homes for loose rugs",
        "A list of 40 checked homes",
        "Homes are not ready",
        "Loose rugs",
        "No rails",
        "Ada Visser made this action and asked Bo Jansen.",
        "Bo Jansen said yes.",
        "Bo Jansen reported: moving.",
        "Ten homes so far",
    ):
        assert words in page
    note = action.translations.get().notes.first()
    assert f"/notes/{note.pk}/" in response.content.decode()
    assert f'data-live="partnership:{action.partnership_id}"' in response.content.decode()


def test_it_tells_where_imported_words_come_from(ada, bo):
    action = cast.proposed(ada, bo)
    step = action.translations.get()
    Note.objects.filter(pk=step.notes.first().pk).update(author=None, source_reference="row-17")
    type(action.session).objects.update(attribution="Data: Somebody, CC BY 4.0")

    page = text_of(signed_in(bo.person).get(page_of(action)))

    assert "row-17" in page
    assert "Data: Somebody, CC BY 4.0" in page


def test_only_who_is_asked_sees_the_question(ada, bo, otto):
    action = cast.proposed(ada, bo)

    assert "Will you do this?" in text_of(signed_in(bo.person).get(page_of(action)))
    assert "Ask somebody else" in text_of(signed_in(ada.person).get(page_of(action)))
    assert "What you can do now" not in text_of(signed_in(otto.person).get(page_of(action)))


def test_the_owner_says_yes_and_returns_to_where_she_was(ada, bo):
    action = cast.proposed(ada, bo)

    response = signed_in(bo.person).post(
        page_of(action), {"step": "accept", "back": "home"}, follow=True
    )

    action.refresh_from_db()
    assert action.state == "accepted"
    assert response.redirect_chain == [("/", 302)]
    assert "You said yes. The action is now yours." in text_of(response)


def test_nobody_is_sent_elsewhere_after_answering(ada, bo):
    action = cast.proposed(ada, bo)

    response = signed_in(bo.person).post(
        page_of(action), {"step": "accept", "back": "https://example.org/"}
    )

    assert response.headers["Location"] == page_of(action)


def test_saying_no_needs_a_reason_and_twice_is_once(ada, bo, kinds_since):
    action = cast.proposed(ada, bo)

    assert "Please look at this again" in text_of(take(bo, action, "decline", reason=""))
    for _ in range(2):
        take(bo, action, "decline", reason="I am away till May")

    assert kinds_since(0).count("action.declined") == 2  # once on each of its two streams
    assert "I am away till May" in text_of(signed_in(ada.person).get(page_of(action)))


def test_somebody_else_is_asked(ada, bo, otto):
    action = cast.proposed(ada, bo)
    decline_action(bo, action.pk, reason="No time")

    page = text_of(take(ada, action, "offer", owner_id=str(otto.pk)))

    assert "Ada Visser asked Otto Bakker." in page


def test_a_report_is_saved_once_however_often_it_is_sent(ada, bo):
    action = cast.accepted(ada, bo)
    report_id = hidden(signed_in(bo.person).get(page_of(action)), "check_in-check_in_id")
    said = {
        "check_in_id": report_id,
        "claim": "stuck",
        "text": "The housing firm does not answer",
        "blocker": "Nobody has the keys",
        "channel": "here",
        "confidence": "amber",
        "next_step": "Ring their director",
        "next_check_in": cast.in_days(7).isoformat(),
    }

    for _ in range(2):
        page = text_of(take(bo, action, "check_in", **said))

    assert CheckIn.objects.count() == 1
    for words in (
        "Bo Jansen reported: stuck.",
        "In the way: Nobody has the keys",
        "Next step: Ring their director",
        "In time? In doubt",
    ):
        assert words in page


def test_what_a_rule_refuses_stands_beside_the_field_and_nothing_typed_is_lost(ada, bo):
    action = cast.accepted(ada, bo)

    response = take(
        bo,
        action,
        "check_in",
        check_in_id=str(uuid4()),
        claim="stuck",
        text="The housing firm does not answer",
        channel="here",
        confidence="amber",
    )

    body = response.content.decode()
    assert 'id="id_check_in-blocker_error"' in body
    assert "Please say what stands in the way." in text_of(response)
    assert "The housing firm does not answer</textarea>" in body
    assert "data-live=" not in body.partition('id="action"')[2].partition(">")[0]


def test_a_report_on_what_was_meanwhile_done_is_kept_and_explained(ada, bo, dag):
    action = cast.done(ada, bo)

    response = take(
        dag,
        action,
        "check_in",
        check_in_id=str(uuid4()),
        claim="moving",
        text="I heard that five are left",
        channel="phone",
        confidence="unknown",
    )

    assert "This action is now: done." in text_of(response)
    assert "I heard that five are left" in response.content.decode()
    assert CheckIn.objects.count() == 0


def test_done_is_confirmed_by_somebody_else_or_found_lacking(ada, bo, cem, dag):
    action = cast.accepted(ada, bo)
    take(bo, action, "complete", outcome="All 40 homes were checked")

    assert "Is it done?" not in text_of(signed_in(bo.person).get(page_of(action)))
    take(dag, action, "not_yet", check_in_id=str(uuid4()), text="Five are left")
    take(bo, action, "complete", outcome="Now really all")
    page = text_of(take(cem, action, "confirm"))

    action.refresh_from_db()
    assert action.state == "verified"
    assert "Cem Aydin looked and confirmed that it is done." in page
    assert "Five are left" in page


def test_a_step_that_is_not_hers_is_refused_in_words(ada, bo, otto):
    action = cast.proposed(ada, bo)

    page = text_of(take(otto, action, "accept"))

    action.refresh_from_db()
    assert action.state == "proposed"
    assert "Only the person who was asked can answer." in page


def test_an_unknown_step_changes_nothing(ada, bo):
    action = cast.proposed(ada, bo)

    response = signed_in(bo.person).post(page_of(action), {"step": "explode"})

    assert response.status_code == 302


@pytest.mark.parametrize("method", ["get", "post"])
def test_actions_of_others_do_not_exist(ada, bo, mira, method):
    theirs = cast.proposed(mira, mira)
    client = signed_in(bo.person)

    assert getattr(client, method)(page_of(theirs)).status_code == 404
    inside_out = f"/p/{bo.partnership.slug}/actions/{theirs.pk}/"
    assert getattr(client, method)(inside_out, {"step": "accept"}).status_code == 404
    assert client.get(log_of(mira)).status_code == 404


def test_a_former_member_sees_nothing_any_more(ada, bo, cem):
    action = cast.accepted(ada, bo)
    end_membership(cem, bo.pk)

    assert signed_in(bo.person).get(page_of(action)).status_code == 404
    assert "Nobody owns it" in text_of(signed_in(cem.person).get(page_of(action)))


def test_visitors_are_asked_to_sign_in(ada, bo, client):
    response = client.get(page_of(cast.proposed(ada, bo)))

    assert response.status_code == 302
    assert response.headers["Location"].startswith("/account/login/code/?next=")


def test_my_actions_are_those_i_own(ada, bo, otto):
    cast.proposed(ada, bo)
    cast.done(ada, otto)

    mine = text_of(signed_in(bo.person).get("/my-actions/"))
    his = text_of(signed_in(otto.person).get("/my-actions/"))
    hers = text_of(signed_in(ada.person).get("/my-actions/"))

    assert "You are asked to do this" in mine
    assert "Done" in his
    assert "You have no open actions" in hers


@pytest.mark.parametrize("language", ["nl", "sv"])
def test_the_pages_speak_the_readers_language(ada, bo, language):
    bo.person.language = language
    bo.person.save()
    action = cast.accepted(ada, bo)

    with translation.override("en"):
        for path in (log_of(bo), page_of(action), "/my-actions/", "/"):
            response = signed_in(bo.person).get(path)
            assert f'<html lang="{language}"' in response.content.decode()
