"""The first half hour: people come in, write, and read what all wrote."""

import re
import time

from playwright.sync_api import Page, expect

from reflections.models.session import ReflectionSession
from tests.journeys.hybrid.hands import show_all, write
from tests.journeys.hybrid.people import (
    BUS,
    HIDDEN,
    LATE,
    NAMELESS,
    OUTLINE,
    PILLS,
    QUESTION,
    SPOKEN,
    TUNNEL,
    People,
)
from tests.journeys.keyboard import Keyboard
from tests.journeys.listening import Ears
from tests.journeys.people import Room, open_tools, picture

# How long one phone is without a line while all others write.
TUNNEL_SECONDS = 30.0


def open_the_door(ada: Page, board: str) -> str:
    """Begin, ask Fay to run the session as well, and return the code for guests."""
    ada.goto(board)
    ada.get_by_role("button", name="Start session").click()
    open_tools(ada).get_by_role("link", name="Who runs it").click()
    ada.get_by_label("Who?").select_option("Fay Smit, Citizens' panel")
    ada.get_by_role("button", name="Runs it as well").click()
    expect(ada.get_by_text("Fay Smit", exact=True)).to_be_visible()
    ada.goto(board)
    ada.get_by_text("How to come in").click()
    return ada.locator(".way-in__code").inner_text()


def come_in(room: Room, session: ReflectionSession) -> tuple[People, list[Ears]]:
    board = f"/p/healthy-westmeer/sessions/{session.pk}/"
    ada = room.person("ada@example.org")
    code = open_the_door(ada, board)
    people = People(
        ada=ada,
        fay=room.person("fay@example.org"),
        bo=room.person("bo@example.org", phone=True),
        kim=room.person("kim@example.org", phone=True),
        guest=room.visitor(phone=True),
        otto=room.person_at_keyboard("otto@example.org").page,
        eva=room.person("eva@example.org"),
        dag=room.person("dag@example.org"),
        mia=room.person("mia@example.org"),
    )
    ears = [Ears(page) for page in people]
    ada.goto(board)
    for page in (people.fay, people.bo, people.kim, people.eva, people.mia):
        page.goto(board)
        page.get_by_role("button", name="Join the session").click()
    come_by_code(people.guest, code)
    come_by_keyboard(people.otto, board)
    come_to_look_on(people.dag, board)
    people.eva.get_by_text("Outline", exact=True).click()
    expect(ada.get_by_text("9 people joined")).to_be_visible()
    expect(people.fay.get_by_role("button", name="Next: Group")).to_be_visible()
    picture(people.guest, "hybrid-01-guest-came-in")
    picture(people.eva, "hybrid-01-outline")
    return people, ears


def come_by_code(guest: Page, code: str) -> None:
    guest.goto("/join/")
    guest.get_by_label("Code of the session").fill(code)
    guest.get_by_role("button", name="Go on").tap()
    guest.get_by_role("button", name="Join the session").tap()
    expect(guest.get_by_label(QUESTION)).to_be_in_viewport(ratio=1)


def come_by_keyboard(page: Page, board: str) -> None:
    page.goto(board)
    Keyboard(page).press("Join the session")
    expect(page.get_by_label(QUESTION)).to_be_visible()


def come_to_look_on(page: Page, board: str) -> None:
    page.goto(board)
    page.get_by_role("button", name="I only want to look on").click()
    expect(page.get_by_text("Everybody writes on their own.")).to_be_visible()
    expect(page.get_by_label(QUESTION)).to_have_count(0)


def write_in_many_ways(people: People) -> None:
    people.kim.context.set_offline(True)
    away_since = time.monotonic()
    for text in TUNNEL:
        write(people.kim, text)
    expect(people.kim.get_by_text("waiting to be sent")).to_have_count(len(TUNNEL))
    picture(people.kim, "hybrid-02-offline-phone")

    write(people.mia, BUS)
    write(people.otto, PILLS, by_keyboard=True)
    write(people.eva, OUTLINE, how="Only where I come from")
    write(people.guest, NAMELESS, how="Without a name")
    write_for_somebody_else(people.bo, SPOKEN)
    for page in (people.mia, people.otto, people.eva, people.guest, people.bo):
        expect(page.get_by_text("sent", exact=True)).to_be_visible()
    picture(people.guest, "hybrid-03-guest-wrote")

    people.kim.wait_for_timeout(max(0.0, away_since + TUNNEL_SECONDS - time.monotonic()) * 1000)
    people.kim.context.set_offline(False)
    expect(people.kim.get_by_text("sent", exact=True)).to_have_count(len(TUNNEL))
    expect(people.ada.get_by_text("6 notes by others, not shown yet")).to_be_visible()


def write_for_somebody_else(page: Page, text: str) -> None:
    page.get_by_text("I write for others").tap()
    page.get_by_label("Whose words are these?").select_option(label="somebody who said it")
    page.get_by_label(QUESTION).fill(text)
    page.get_by_label("They agreed that I write this down").check()
    picture(page, "hybrid-02-on-behalf-phone")
    page.get_by_role("button", name="Add note").tap()


def keep_an_eye_on_the_time(people: People) -> None:
    people.ada.get_by_role("button", name=re.compile("^Start the timer")).click()
    for page in people:
        expect(page.get_by_role("timer")).to_be_visible()
    people.fay.get_by_role("button", name="+1: one minute more").click()
    expect(people.bo.get_by_role("timer")).to_contain_text(re.compile(r"^(10:5|11:0)\d"))
    people.bo.get_by_role("button", name="I am ready").tap()
    Keyboard(people.otto).press("I am ready")
    expect(people.ada.get_by_text(re.compile("^2 of . ready$"))).to_be_visible()
    picture(people.bo, "hybrid-04-timer-phone")
    picture(people.ada, "hybrid-04-timer-desk")


def show_the_notes(people: People, ears: list[Ears]) -> None:
    """The part ends, somebody still finishes her sentence, and then all notes are shown."""
    people.mia.get_by_label(QUESTION).fill(LATE)
    people.ada.get_by_role("button", name="Next: Group").click()
    expect(people.mia.get_by_text(re.compile("^Writing ends in"))).to_be_visible()
    picture(people.mia, "hybrid-05-grace")
    people.mia.get_by_role("button", name="Add note").click()
    expect(people.ada.get_by_text("7 notes by others, not shown yet")).to_be_visible()

    own = [[], [], [SPOKEN], TUNNEL, [NAMELESS], [PILLS], [OUTLINE], [], [BUS, LATE]]
    for mine, ear in zip(own, ears, strict=True):
        heard = ear.heard()
        assert [text for text in HIDDEN if text in heard and text not in mine] == []

    show_all(people.ada)
    for page in people:
        for text in HIDDEN:
            expect(page.locator(".columns-area").get_by_text(text)).to_be_visible()
    picture(people.guest, "hybrid-06-shown-phone")
    picture(people.eva, "hybrid-06-shown-outline")
    picture(people.dag, "hybrid-06-shown-observer")
