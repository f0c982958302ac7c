"""The hour that follows: notes are grouped, voted on and talked about."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.hybrid.hands import (
    close,
    group,
    move_by_keyboard,
    select,
    show_all,
    talk_about,
    write,
)
from tests.journeys.hybrid.people import BUS, GROUP, SPOKEN, SUGGESTED, TUNNEL, People
from tests.journeys.keyboard import Keyboard
from tests.journeys.people import go_to_part, open_tools, picture


def group_them_together(people: People) -> None:
    """By the menu, by keyboard, by accepting a suggestion; and one step is taken back."""
    ada, fay = people.ada, people.fay
    select(ada, BUS, TUNNEL[0]).get_by_role("button", name="Move to…").click()
    ada.get_by_role("dialog").get_by_role("button", name="A new group").click()
    ada.get_by_role("button", name=re.compile("Give it a name")).click()
    ada.get_by_label(re.compile("Name of the group")).fill(GROUP)
    ada.get_by_role("button", name="Save").click()

    move_by_keyboard(fay, TUNNEL[2], GROUP)
    ada.get_by_role("button", name="Undo: 1 note moved").click()
    expect(group(fay).get_by_role("article")).to_have_count(2)
    move_by_keyboard(fay, TUNNEL[1], GROUP)

    fay.get_by_role("button", name="Suggest groups").click()
    picture(fay, "hybrid-07-suggestions")
    fay.get_by_role("button", name=f"Make this group: {SUGGESTED}").click()
    for page in people:
        expect(group(page).get_by_role("article")).to_have_count(3)
        expect(group(page, SUGGESTED).get_by_role("article")).to_have_count(2)
    picture(people.bo, "hybrid-08-groups-phone")


def vote(people: People) -> None:
    go_to_part(people.ada, "Choose")
    for page in (people.bo, people.guest):
        page.get_by_role("button", name=f"Give a dot: {GROUP}").tap()
    Keyboard(people.otto).press(f"Give a dot: {SUGGESTED}")
    people.eva.get_by_role("button", name=f"Give a dot: {GROUP}").click()
    for page in (people.bo, people.guest, people.otto, people.eva):
        expect(page.get_by_text("4 of 5 dots left", exact=True)).to_be_visible()
    expect(people.dag.get_by_role("button", name=f"Give a dot: {GROUP}")).to_have_count(0)
    people.fay.get_by_role("button", name="Votes from the room").click()
    people.fay.get_by_role("spinbutton", name=GROUP).fill("4")
    people.fay.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(people.fay.get_by_role("dialog")).to_have_count(0)
    picture(people.guest, "hybrid-09-vote-phone")
    picture(people.fay, "hybrid-09-vote-desk")


def talk_in_the_order_of_the_votes(people: People) -> None:
    add_a_part(people.ada, "Talk it through")
    go_to_part(people.ada, "Talk it through")
    ask_for_minutes(people.ada, "Mia de Boer")
    order = people.dag.locator(".votes-order li")
    expect(order.first).to_contain_text(f"{GROUP} 3 dots · 4 from the room")
    present(people.ada, GROUP)
    for page in people:
        expect(page.get_by_role("region", name="Shown on every screen")).to_be_visible()
    expect(people.kim.locator(".stage__topic")).to_be_focused()
    look_around_and_come_back(people.bo)
    people.kim.get_by_label("Your comment, with your name").fill("At ours, too")
    people.kim.get_by_role("button", name="Add comment").tap()
    people.mia.get_by_label("Minutes").fill("The bus company was asked in spring.")
    people.mia.get_by_role("button", name="Save minutes").click()
    for page in (people.otto, people.dag):
        expect(page.get_by_text("At ours, too")).to_be_visible()
        expect(page.get_by_text("The bus company was asked in spring.")).to_be_visible()
    picture(people.kim, "hybrid-10-stage-phone")
    picture(people.ada, "hybrid-10-stage-desk")
    people.ada.get_by_role("button", name="Stop showing it to all").click()
    let_wait(people.ada, SUGGESTED, "For the meeting with the pharmacists")
    expect(people.guest.get_by_role("region", name=re.compile("^For later"))).to_be_visible()


def add_a_part(page: Page, title: str) -> None:
    open_tools(page).get_by_role("button", name="Parts of the session").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Add a part").click()
    dialog.get_by_label("Name of the part").fill(title)
    dialog.get_by_role("button", name="Save").click()
    picture(page, "hybrid-10-parts")
    close(page)


def ask_for_minutes(page: Page, name: str) -> None:
    open_tools(page).get_by_role("button", name="Who takes minutes").click()
    page.get_by_role("dialog").get_by_label(name).check()
    close(page)


def present(page: Page, title: str) -> None:
    page.locator(".votes-order").get_by_role("button", name=re.compile(title)).click()
    page.get_by_role("dialog").get_by_role("button", name="Show on every screen").click()


def look_around_and_come_back(page: Page) -> None:
    stage = page.get_by_role("region", name="Shown on every screen")
    stage.get_by_role("button", name="Look around myself").tap()
    expect(page.locator(".columns-area").get_by_text(SPOKEN)).to_be_visible()
    stage.get_by_role("button", name="Come back").tap()
    expect(page.locator(".columns-area")).to_be_hidden()


def let_wait(page: Page, title: str, why: str) -> None:
    page.locator(".votes-order").get_by_role("button", name=re.compile(title)).click()
    page.get_by_role("dialog").get_by_role("button", name="Let it wait for later").click()
    page.get_by_role("dialog").get_by_label("Why?").fill(why)
    page.get_by_role("dialog").get_by_role("button", name="Let it wait").click()
    expect(page.get_by_role("dialog")).to_have_count(0)


def take_a_note_off_the_board_and_put_it_back(people: People) -> None:
    talk_about(people.ada, SPOKEN).get_by_role("button", name="Take it off the board").click()
    dialog = people.ada.get_by_role("dialog")
    dialog.get_by_label("Why?").select_option(label="it tells who somebody is")
    dialog.get_by_role("button", name="Take it off the board").click()
    for page in (people.kim, people.guest, people.dag):
        gone = page.get_by_text("Taken off the board: it tells who somebody is.")
        expect(gone).to_be_visible()
        expect(page.get_by_text(SPOKEN)).to_have_count(0)
    picture(people.guest, "hybrid-11-withheld-phone")
    talk_about(people.ada, SPOKEN).get_by_role("button", name="Put it back on the board").click()
    close(people.ada)
    for page in (people.kim, people.guest, people.dag):
        expect(page.get_by_text(SPOKEN)).to_be_visible()


def split_up_and_come_together(people: People) -> None:
    go_to_part(people.ada, "Collect")
    open_tools(people.ada).get_by_role("button", name="Tables").click()
    dialog = people.ada.get_by_role("dialog")
    picture(people.ada, "hybrid-12-tables")
    dialog.get_by_role("button", name="Open the tables").click()
    expect(dialog).to_have_count(0)
    written = {}
    for page in people.writers:
        table = page.get_by_text(re.compile("^Your table: ")).inner_text()
        written[page] = f"{len(written) + 1} says at {table.removeprefix('Your table: ')}"
        write(page, written[page], by_keyboard=page is people.otto)
    picture(people.kim, "hybrid-12-table-phone")
    people.ada.get_by_role("button", name="Arrange the tables").click()
    people.ada.get_by_role("dialog").get_by_role("button", name="Bring together").click()
    people.ada.get_by_role("button", name="Next: Group").click()
    show_all(people.ada)
    for page in people:
        for text in written.values():
            expect(page.get_by_text(text)).to_be_visible()
    picture(people.mia, "hybrid-13-together")
