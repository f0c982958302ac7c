"""Grouping with suggestions by keyboard alone, and finding notes on a phone."""

from playwright.sync_api import Page, expect

from reflections.states import PhaseKind
from tests import cast
from tests.journeys.keyboard import Keyboard
from tests.journeys.looking import faults_in_the_dark, faults_of, faults_when_narrow
from tests.journeys.people import picture

TEXTS = (
    "There is no bus after six",
    "The last bus is at six",
    "A bus at half past six would help",
    "Nobody told me which pills to take",
    "My pills changed and nobody told my doctor",
    "Lovely weather",
)
FIRST = "Bus, six"


def _grouping():
    people = cast.start_westmeer()
    session = cast.collecting(people["ada"], people["bo"])
    cast.revealed(people["bo"], session, *TEXTS)
    cast.go_to(people["ada"], session, PhaseKind.GROUP)
    return f"/p/healthy-westmeer/sessions/{session.pk}/"


def test_suggestions_by_keyboard_and_search_on_a_phone(room):
    address = room.prepare(_grouping)
    ada, bo = room.person("ada@example.org"), room.person("bo@example.org", phone=True)
    ada.goto(address)
    bo.goto(address)

    group_by_keyboard(ada)
    see_the_group(bo)
    find_on_a_phone(bo)
    split_and_merge(ada)
    undo(ada)


def group_by_keyboard(page: Page) -> None:
    keys = Keyboard(page)
    keys.press("Suggest groups")
    expect(page.get_by_role("article", name=FIRST)).to_be_visible()
    picture(page, "sense-suggestions")
    assert faults_of(page) == []
    assert faults_when_narrow(page) == []
    keys.press("Not this one: Told, pills")
    expect(page.get_by_role("article", name="Told, pills")).to_have_count(0)
    expect(page.locator("#suggestions-title")).to_be_focused()
    keys.press(f"Make this group: {FIRST}")
    expect(page.get_by_role("region", name=FIRST)).to_be_visible()
    expect(page.get_by_text("No more suggestions.")).to_be_visible()
    keys.press("Close suggestions")


def see_the_group(page: Page) -> None:
    expect(page.get_by_role("region", name=FIRST).get_by_role("article")).to_have_count(3)


def find_on_a_phone(page: Page) -> None:
    page.get_by_label("Find notes").fill("pills")
    expect(page.get_by_text("2 notes with these words")).to_be_visible()
    page.get_by_label("Find notes").fill("which pill")
    expect(page.get_by_text("Similar wording")).to_be_visible()
    picture(page, "sense-search-phone")
    assert faults_when_narrow(page) == []
    assert faults_in_the_dark(page) == []
    page.get_by_role("search").get_by_role("link", name=TEXTS[4]).tap()
    expect(page.locator(".column").get_by_text(TEXTS[4])).to_be_in_viewport()


def split_and_merge(page: Page) -> None:
    page.get_by_role("button", name=f"Split: {FIRST}").click()
    page.get_by_role("dialog").get_by_role("checkbox", name=TEXTS[2]).check()
    page.get_by_role("textbox", name="Name of the new group").fill("What would help")
    picture(page, "sense-split")
    assert faults_of(page) == []
    page.get_by_role("dialog").get_by_role("button", name="Split").click()
    expect(page.get_by_role("region", name="What would help")).to_be_visible()
    page.get_by_role("button", name="Merge: What would help").click()
    page.get_by_role("dialog").get_by_role("button", name=FIRST).click()
    expect(page.get_by_role("region", name="What would help")).to_have_count(0)


def undo(page: Page) -> None:
    page.get_by_role("button", name="Undo: groups merged").click()
    expect(page.get_by_role("region", name="What would help")).to_be_visible()
    page.reload()
    page.get_by_role("button", name="Undo: 1 note moved").click()
    expect(page.get_by_role("region", name=FIRST).get_by_role("article")).to_have_count(3)
