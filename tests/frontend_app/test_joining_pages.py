import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from reflections.models.participant import Participant
from reflections.services.door import Door, change_door, remove_participant
from reflections.services.leading import start_session
from reflections.services.notes import reveal_notes
from tests import api, cast, endings
from tests.frontend_app.pages import hidden, signed_in, text_of

GUEST = {"name": "Fatima", "group": "citizens"}


def _visitor():
    return Client(headers={"accept-language": "en"})


def _come_to(browser, session):
    answer = browser.post(reverse("join"), {"code": session.join_key})
    assert answer.url == reverse("join_session", args=[session.pk])
    return answer.url


def _come_in(browser, session, **said):
    url = _come_to(browser, session)
    form = browser.get(url)
    sent = {**GUEST, "participant_id": hidden(form, "participant_id"), **said}
    return browser.post(url, sent)


def _place(session):
    return reverse("take_part", args=[session.pk])


def test_a_guest_comes_in_by_code_and_gets_the_board(ada):
    session = cast.collecting(ada)
    hidden_note = cast.write(ada, session, "Nobody else reads this yet")
    browser = _visitor()

    answer = _come_in(browser, session)
    board = browser.get(answer.url).content.decode()

    assert answer.url == _place(session)
    assert f'data-session="{session.pk}"' in board
    assert hidden_note.text not in board
    assert Participant.objects.get(session=session, membership=None).name == "Fatima"


def test_the_secret_stands_in_no_address(ada):
    session = cast.collecting(ada)
    browser = _visitor()

    answer = _come_in(browser, session)

    for address in (reverse("join"), reverse("join_session", args=[session.pk]), answer.url):
        assert session.join_key not in address
        assert session.join_code not in address


def test_sending_the_form_twice_is_coming_in_once(ada):
    session = cast.collecting(ada)
    browser = _visitor()
    url = _come_to(browser, session)
    sent = {**GUEST, "participant_id": hidden(browser.get(url), "participant_id")}

    for _ in range(2):
        assert browser.post(url, sent).url == _place(session)

    assert Participant.objects.filter(session=session, membership=None).count() == 1


def test_a_wrong_code_is_answered_in_the_form(ada):
    answer = _visitor().post(reverse("join"), {"code": "WRNG-C0DE"})

    assert "No open session has this code." in text_of(answer)


def test_a_member_who_comes_by_code_joins_as_herself(ada, bo):
    session = cast.collecting(ada)
    browser = signed_in(bo.person)

    url = _come_to(browser, session)
    asked = text_of(browser.get(url))
    answer = browser.post(url)

    assert "You join as Bo Jansen." in asked
    assert answer.url == reverse("session", args=[bo.partnership.slug, session.pk])
    assert cast.part_of(bo, session)


def test_a_member_needs_no_code(ada, bo):
    session = cast.collecting(ada)

    assert signed_in(bo.person).get(reverse("join_session", args=[session.pk])).status_code == 200


def test_somebody_with_an_account_who_is_no_member_comes_in_as_a_guest(ada, eve):
    session = cast.collecting(ada)
    browser = signed_in(eve)

    _come_in(browser, session)

    assert Participant.objects.get(session=session, person=eve).membership is None
    assert signed_in(eve).get(_place(session)).status_code == 200
    assert "Where you took part as a guest" in text_of(signed_in(eve).get("/"))


def test_a_session_that_is_not_open_yet_says_so_and_asks_for_no_name(ada):
    session = cast.plan(ada)
    browser = _visitor()
    url = _come_to(browser, session)

    before = browser.get(url).content.decode()
    start_session(ada, session.pk)
    after = browser.get(url).content.decode()

    assert "not open yet" in before
    assert 'name="name"' not in before
    assert 'name="name"' in after


def test_what_the_door_refuses_stands_in_the_form_with_what_was_typed(ada):
    session = cast.collecting(ada)
    browser = _visitor()
    change_door(ada, session.pk, door=Door(True, False, True, 40))

    answer = _come_in(browser, session)

    assert "The door is closed." in text_of(answer)
    assert 'value="Fatima"' in answer.content.decode()


def test_a_guest_waits_until_she_is_let_in(ada):
    session = cast.collecting(ada)
    change_door(ada, session.pk, door=Door(True, True, False, 40))
    browser = _visitor()
    place = _come_in(browser, session).url
    guest = Participant.objects.get(session=session, membership=None)

    waiting = browser.get(place).content.decode()
    door = reverse("door", args=[ada.partnership.slug, session.pk])
    signed_in(ada.person).post(door, {"step": "admit", "participant": guest.pk})
    inside = browser.get(place).content.decode()

    assert 'data-ask-again="3"' in waiting
    assert 'id="board"' not in waiting
    assert 'id="board"' in inside


def test_who_was_taken_out_reads_that_and_nothing_else(ada):
    session = cast.collecting(ada)
    note = cast.revealed(ada, session, "Loose rugs")[0]
    browser = _visitor()
    place = _come_in(browser, session).url
    guest = Participant.objects.get(session=session, membership=None)

    remove_participant(ada, session.pk, participant_id=guest.pk)
    answer = browser.get(place)

    assert "You were taken out of this session." in text_of(answer)
    assert note.text not in answer.content.decode()


def test_a_guest_reads_the_result_without_ways_to_pages_of_members(ada, bo):
    session = cast.collecting(ada, bo)
    browser = _visitor()
    place = _come_in(browser, session).url
    cast.proposed(ada, bo, session)
    reveal_notes(ada, session.pk)
    endings.closed(ada, session)

    answer = browser.get(place)

    assert "Check 40 homes for loose rugs" in text_of(answer)
    assert f"/p/{ada.partnership.slug}/" not in answer.content.decode()


def test_the_door_shows_code_and_square_code_to_whoever_runs_the_session(ada, bo):
    session = cast.collecting(ada, bo)
    url = reverse("door", args=[ada.partnership.slug, session.pk])

    shown = signed_in(ada.person).get(url).content.decode()

    assert f"{session.join_code[:4]}-{session.join_code[4:]}" in shown
    assert f"/join/#{session.join_key}" in shown
    assert "<svg" in shown
    assert "style=" not in re.search(r"<svg.*?</svg>", shown, re.DOTALL)[0]
    assert signed_in(bo.person).get(url).status_code == 403


def test_the_door_is_changed_without_javascript(ada):
    session = cast.collecting(ada)
    url = reverse("door", args=[ada.partnership.slug, session.pk])
    browser = signed_in(ada.person)
    old = session.join_code

    browser.post(url, {"step": "change", "has_waiting_room": "on", "capacity": "12"})
    session.refresh_from_db()
    assert (session.admits_guests, session.has_waiting_room, session.capacity) == (False, True, 12)
    browser.post(url, {"step": "renew"})
    session.refresh_from_db()
    assert session.join_code != old
    wrong = browser.post(url, {"step": "change", "capacity": "0"})
    assert "capacity" in wrong.context["form"].errors


@pytest.mark.parametrize("named", ["", "x", "%00", "00000000-0000-0000-0000-000000000000"])
def test_nobody_at_the_door_is_not_found(ada, named):
    session = cast.collecting(ada)
    url = reverse("door", args=[ada.partnership.slug, session.pk])

    answer = signed_in(ada.person).post(url, {"step": "admit", "participant": named})

    assert answer.status_code == 404


def test_a_guest_makes_an_account_and_keeps_what_is_hers(ada):
    session = cast.collecting(ada)
    browser = _visitor()
    _come_in(browser, session)

    asked = browser.post(
        reverse("keep_parts"), {"name": "Fatima", "email": "fa@example.org", "next": "/"}
    )
    assert asked.url.startswith(reverse("account_confirm_login_code"))
    code = re.search(r"^\s*([A-Z0-9-]{6,})\s*$", mail.outbox[-1].body, re.MULTILINE)[1]
    browser.post(reverse("account_confirm_login_code"), {"code": code})
    home = browser.get("/")
    assert "Was this you?" in text_of(home)
    browser.post(reverse("claim_parts"), {"answer": "mine"})

    part = Participant.objects.get(session=session, membership=None)
    assert part.person.email == "fa@example.org"
    assert "Where you took part as a guest" in text_of(browser.get("/"))


def test_the_part_of_somebody_else_is_forgotten_in_this_browser_only(ada, eve):
    session = cast.collecting(ada)
    browser = _visitor()
    _come_in(browser, session)
    browser.force_login(eve)

    browser.post(reverse("claim_parts"), {"answer": "other"})

    assert Participant.objects.get(session=session, membership=None).person is None
    assert "Was this you?" not in text_of(browser.get("/"))


def test_a_guest_finds_the_way_back_on_the_first_page(ada):
    session = cast.collecting(ada)
    browser = _visitor()
    _come_in(browser, session)

    assert _place(session) in browser.get("/").content.decode()


def test_a_guest_of_one_session_sees_no_other(ada):
    session, other = cast.collecting(ada), cast.collecting(ada, title="Other")
    browser = api.browser_of_guest(cast.guest_in(session))

    assert browser.get(_place(session)).status_code == 200
    assert browser.get(_place(other)).status_code == 404
