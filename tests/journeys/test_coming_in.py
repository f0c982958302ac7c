"""Guests come in from their phones: by link, by code, through a waiting room, and keep what is theirs."""

import re
import time

from playwright.sync_api import Page, expect

from reflections.models.session import ReflectionSession
from reflections.services.door import Door, change_door
from tests import cast
from tests.journeys.looking import faults_of, faults_when_narrow
from tests.journeys.people import Room, picture


def _session(*, waits: bool = False) -> ReflectionSession:
    members = cast.start_westmeer()
    session = cast.collecting(members["ada"], title="Lonely evenings")
    change_door(members["ada"], session.pk, door=Door(True, waits, False, 40))
    session.refresh_from_db()
    return session


def _link(room: Room, session: ReflectionSession) -> str:
    return f"{room.url}/join/#{session.join_key}"


def _write(page: Page, text: str) -> None:
    box = page.get_by_label("What happened?")
    box.fill(text)
    page.locator("section.column", has=box).get_by_role("button", name="Add note").click()


def test_a_guest_writes_within_ten_seconds_of_opening_the_link(room: Room):
    session = room.prepare(_session)
    ada = room.person("ada@example.org")
    ada.goto(f"/p/healthy-westmeer/sessions/{session.pk}/")
    phone = room.visitor(phone=True)

    began = time.monotonic()
    phone.goto(_link(room, session))
    phone.get_by_label("What may we call you?").fill("Fatima")
    picture(phone, "join-phone")
    assert faults_when_narrow(phone) == []
    phone.get_by_role("button", name="Join the session").click()
    _write(phone, "No bus after six")
    expect(phone.get_by_text("sent", exact=True)).to_be_visible()
    seconds = time.monotonic() - began

    assert session.join_key not in phone.url
    # Ten seconds is what the whole may take on a slow machine; a person types the rest.
    assert seconds < 10
    expect(ada.get_by_text("1 note by somebody else, not shown yet")).to_be_visible()
    ada.get_by_text("2 people joined").click()
    expect(ada.get_by_text("Fatima")).to_be_visible()
    picture(phone, "guest-board-phone")
    assert faults_of(phone) == []


def test_a_guest_waits_at_the_door_and_is_let_in_and_taken_out(room: Room):
    session = room.prepare(_session, waits=True)
    ada = room.person("ada@example.org")
    ada.goto(f"/p/healthy-westmeer/sessions/{session.pk}/")
    phone = room.visitor(phone=True)
    phone.goto("/")
    phone.get_by_role("link", name="I have a code").click()
    code = session.join_code or ""
    phone.get_by_label("Code of the session").fill(f"{code[:4]}-{code[4:]}".lower())
    phone.get_by_role("button", name="Go on").click()
    phone.get_by_role("button", name="Join the session").click()
    expect(phone.get_by_text("Please wait a moment")).to_be_visible()
    picture(phone, "waiting-phone")
    assert faults_of(phone) == []

    ada.get_by_text("1 guest waits").click()
    ada.get_by_role("button", name="Let in: Guest 1").click()
    expect(phone.get_by_role("button", name="Add note").first).to_be_visible()

    expect(ada.get_by_text("1 guest waits")).to_have_count(0)
    ada.get_by_text("How to come in").click()
    picture(ada, "way-in-popup")
    ada.get_by_role("link", name="Show in the room").click()
    expect(ada.get_by_text(f"{code[:4]}-{code[4:]}")).to_be_visible()
    picture(ada, "door")
    assert faults_of(ada) == []
    ada.get_by_role("button", name=re.compile("Take out of the session")).click()
    expect(phone.get_by_text(re.compile("taken out of this session"))).to_be_visible()


def test_a_guest_makes_an_account_and_finds_her_session_again(room: Room):
    session = room.prepare(_session)
    phone = room.visitor(phone=True)
    phone.goto(_link(room, session))
    phone.get_by_role("button", name="Join the session").click()
    _write(phone, "No bus after six")
    expect(phone.get_by_text("sent", exact=True)).to_be_visible()

    phone.get_by_text("About this session").click()
    phone.get_by_role("link", name="Keep what is yours").click()
    phone.get_by_label("Your name").fill("Fatima Haddad")
    phone.get_by_label("Your e-mail address").fill("fatima@example.org")
    picture(phone, "keep-phone")
    assert faults_of(phone) == []
    room.type_code(phone)
    phone.get_by_role("button", name="Yes, keep it with my account").click()

    desk = room.person_by_mail("fatima@example.org")
    picture(desk, "guest-home")
    assert faults_of(desk) == []
    desk.get_by_role("link", name="Lonely evenings").click()
    expect(desk.get_by_text("No bus after six")).to_be_visible()
