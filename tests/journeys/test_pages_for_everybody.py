"""Every page in every state has no fault that a tool can find: in light, in the dark, and narrow."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from reflections.models.session import ReflectionSession
from reflections.services.notes import reveal_notes
from reflections.states import PhaseKind
from tests import cast, endings
from tests.journeys.looking import faults_at, faults_now
from tests.journeys.people import Room, open_tools

VISITORS = ["/", "/about/", "/accessibility/", "/help/", "/account/login/code/", "/nowhere/"]


@pytest.fixture
def session(room: Room) -> ReflectionSession:
    """A session that collects notes, some of which everybody can read already."""
    return room.prepare(_session)


def _session() -> ReflectionSession:
    people = cast.start_westmeer()
    session = cast.collecting(people["ada"], people["bo"])
    cast.proposed(people["ada"], people["bo"], session)
    cast.write(people["bo"], session, "Nobody told us about the rail")
    return session


def test_what_visitors_see(room: Room):
    page = room.visitor()

    owed = [fault for path in VISITORS for fault in faults_at(page, path)]

    assert owed == []


def test_planning_and_joining_a_session(room: Room, session):
    page = room.person("cem@example.org")

    owed = [
        *faults_at(page, "/p/healthy-westmeer/sessions/"),
        *faults_at(page, "/p/healthy-westmeer/sessions/new/"),
        *faults_at(page, f"/p/healthy-westmeer/sessions/{session.pk}/"),
        *faults_at(page, f"/p/healthy-westmeer/sessions/{session.pk}/import/"),
        *faults_at(page, f"/join/{session.pk}/"),
        *faults_at(page, "/settings/"),
    ]

    assert owed == []


def test_the_board_while_it_collects(room: Room, session):
    page = on_the_board(room, "bo@example.org", session)
    page.get_by_role("button", name="Add note").first.click()
    expect(page.get_by_text("Please write something first.")).to_be_visible()

    owed = faults_now(page, "board-collect")

    page.get_by_role("button", name=re.compile("^Edit")).click()
    assert owed + faults_now(page, "board-edit") == []


def test_the_board_of_the_facilitator_with_its_forms(room: Room, session):
    room.prepare(cast.go_to, session.facilitator, session, PhaseKind.AGREE)
    page = on_the_board(room, "ada@example.org", session)
    owed = faults_now(page, "board-facilitator")

    page.get_by_role("checkbox").first.check()
    chosen = page.get_by_role("region", name="Selected notes")
    for name in ("Move to…", "Put into words", "Turn into action"):
        owed += faults_of_dialog(page, chosen.get_by_role("button", name=name))
    owed += faults_of_dialog(page, open_tools(page).get_by_role("button", name="Finish session"))

    page.get_by_label("Outline").check()
    assert owed + faults_now(page, "board-list") == []


def test_a_finished_session_and_a_note(room: Room, session):
    page = room.person("bo@example.org")
    room.prepare(finish, session)

    owed = faults_at(page, f"/p/healthy-westmeer/sessions/{session.pk}/")
    page.get_by_role("link", name="What became of it").first.click()
    assert owed + faults_now(page, "note") == []


def finish(session: ReflectionSession) -> None:
    reveal_notes(session.facilitator, session.pk)
    endings.closed(session.facilitator, session)


def on_the_board(room: Room, email: str, session: ReflectionSession) -> Page:
    page = room.person(email)
    page.goto(f"/p/healthy-westmeer/sessions/{session.pk}/")
    expect(page.get_by_role("heading", name=session.title, level=1)).to_be_visible()
    expect(page.get_by_text("Loose rugs").first).to_be_visible()
    return page


def faults_of_dialog(page: Page, button: Locator) -> list[str]:
    name = button.inner_text()
    button.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    faults = faults_now(page, f"dialog-{name}")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    return faults
