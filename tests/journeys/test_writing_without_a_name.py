"""A guest on a phone writes with a name, with a role only and without a name; what she writes offline arrives once."""

import re

from playwright.sync_api import Page, expect

from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.queries.envelope import sealed_notes_in
from tests import cast
from tests.journeys.looking import faults_in_the_dark, faults_of, faults_when_narrow
from tests.journeys.people import Room, picture

CHOICE = "How your note is shown"
AFRAID = "I am afraid of the stairs"
NAMED, ROLE, NAMELESS = "With my name", "Only where I come from", "Without a name"


def _session() -> ReflectionSession:
    people = cast.start_westmeer()
    session = cast.collecting(people["ada"], people["bo"], people["otto"], title="Lonely evenings")
    for number in range(4):
        cast.guest_in(session, f"Neighbour {number}")
    return session


def _guest(room: Room, session: ReflectionSession) -> Page:
    phone = room.visitor(phone=True)
    phone.goto(f"{room.url}/join/#{session.join_key}")
    phone.get_by_label("What may we call you?").fill("Fatima")
    phone.get_by_role("button", name="Join the session").click()
    expect(_box(phone)).to_be_visible()
    return phone


def _box(page: Page):
    return page.locator("form.composer textarea").first


def _write(page: Page, text: str, how: str) -> None:
    page.get_by_label(CHOICE).first.select_option(label=how)
    _box(page).fill(text)
    _box(page).press("Enter")


def _stored(session: ReflectionSession) -> tuple[list[str], list[str]]:
    named = Note.objects.filter(session=session).values_list("text", flat=True)
    return sorted(named), sorted(note.text for note in sealed_notes_in(session))


def test_the_page_says_in_plain_words_what_is_shown_before_anything_is_written(room: Room):
    phone = _guest(room, room.prepare(_session))
    promise = phone.locator(".composer__promise").first
    expect(promise).to_have_text("Your name is shown with this note.")

    phone.get_by_label(CHOICE).first.select_option(label=ROLE)
    expect(promise).to_contain_text("Shown as: a citizen. We do not store your name.")
    phone.get_by_label(CHOICE).first.select_option(label=NAMELESS)

    expect(promise).to_contain_text("We do not store who wrote this.")
    picture(phone, "nameless-phone")
    assert faults_of(phone) == []
    assert faults_when_narrow(phone) == []
    assert faults_in_the_dark(phone) == []


def test_a_guest_writes_in_all_three_ways_offline_too_and_takes_one_back(room: Room):
    session = room.prepare(_session)
    ada = room.person("ada@example.org")
    ada.goto(f"/p/healthy-westmeer/sessions/{session.pk}/")
    phone = _guest(room, session)

    _write_in_all_ways(room, session, phone)
    _write_in_a_tunnel(room, session, phone)
    _show_all(ada)

    phone.get_by_role("button", name=f"Take back: {AFRAID}").click()
    expect(ada.get_by_text(AFRAID)).to_have_count(0)
    expect(phone.get_by_text(AFRAID)).to_have_count(0)
    expect(ada.get_by_text("Written in the tunnel, 2")).to_be_visible()
    picture(phone, "nameless-taken-back-phone")


def _write_in_all_ways(room: Room, session: ReflectionSession, phone: Page) -> None:
    _write(phone, "No bus after six", NAMED)
    _write(phone, "Nobody rings after discharge", ROLE)
    _write(phone, AFRAID, NAMELESS)
    expect(phone.get_by_text("sent", exact=True)).to_have_count(3)
    named, sealed = room.prepare(_stored, session)
    assert named == ["No bus after six"]
    assert sealed == [AFRAID, "Nobody rings after discharge"]


def _write_in_a_tunnel(room: Room, session: ReflectionSession, phone: Page) -> None:
    phone.context.set_offline(True)
    for number in range(1, 4):
        _write(phone, f"Written in the tunnel, {number}", NAMELESS)
    expect(phone.get_by_text("waiting to be sent")).to_have_count(3)
    phone.wait_for_timeout(30_000)
    phone.context.set_offline(False)
    expect(phone.get_by_text("sent", exact=True)).to_have_count(6, timeout=40_000)
    _, sealed = room.prepare(_stored, session)
    assert len(sealed) == 5
    phone.reload()
    expect(phone.get_by_text("sent", exact=True)).to_have_count(6)
    picture(phone, "nameless-sent-phone")


def _show_all(ada: Page) -> None:
    assert AFRAID not in ada.content()
    ada.get_by_role("button", name=re.compile("at least 5 without a name")).click()
    ada.get_by_role("button", name="Show all notes", exact=True).click()
    expect(ada.get_by_text(AFRAID)).to_be_visible()
    expect(ada.locator(".note__by", has_text="without a name").first).to_be_visible()
    expect(ada.get_by_text("a citizen", exact=True)).to_be_visible()
    picture(ada, "nameless-shown")
    assert faults_of(ada) == []


def test_two_tabs_send_each_note_once(room: Room):
    session = room.prepare(_session)
    phone = _guest(room, session)
    second = phone.context.new_page()
    second.goto(phone.url)
    expect(_box(second)).to_be_visible()

    phone.context.set_offline(True)
    _write(phone, "From the first tab", NAMELESS)
    _write(second, "From the second tab", NAMED)
    phone.context.set_offline(False)

    for page in (phone, second):
        expect(page.get_by_text("waiting to be sent")).to_have_count(0)
    assert room.prepare(_stored, session) == (["From the second tab"], ["From the first tab"])


def test_words_of_somebody_who_rang_are_kept_with_her_consent(room: Room):
    session = room.prepare(_session)
    bo = room.person("bo@example.org")
    bo.goto(f"/p/healthy-westmeer/sessions/{session.pk}/")
    bo.get_by_text("I write for others").first.click()
    bo.get_by_label("For how many people do you speak?").first.fill("12")
    bo.get_by_label("Whose words are these?").first.select_option(label="somebody who rang")
    _box(bo).fill("The night is long")
    picture(bo, "on-behalf")
    assert faults_of(bo) == []
    _box(bo).press("Enter")
    expect(bo.get_by_text("tick that they agreed")).to_be_visible()
    bo.get_by_label("They agreed that I write this down").check()
    bo.get_by_role("button", name="Add note").first.click()
    expect(
        bo.get_by_text("written down by Bo Jansen for somebody who rang, for 12 people")
    ).to_be_visible()
