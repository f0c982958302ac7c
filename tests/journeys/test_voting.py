"""People vote on their phones; nobody sees the count until the next part begins."""

from playwright.sync_api import Page, expect

from tests import ballots, cast
from tests.journeys.looking import faults_in_the_dark, faults_of, faults_when_narrow
from tests.journeys.people import picture

TEXTS = ("There is no bus after six", "Nobody knows whom to ask", "The waiting list is long")


def _voting():
    people = cast.start_westmeer()
    session, _ = ballots.voting(
        people["ada"], people["bo"], people["cem"], people["dag"], texts=TEXTS
    )
    return f"/p/healthy-westmeer/sessions/{session.pk}/"


def _tap(page: Page, label: str) -> None:
    page.get_by_role("button", name=label).tap()


def test_voting_on_phones_by_tap_and_talking_in_the_order_of_the_votes(room):
    address = room.prepare(_voting)
    bo, dag = (room.person(f"{who}@example.org", phone=True) for who in ("bo", "dag"))
    ada = room.person("ada@example.org")
    for page in (bo, dag, ada):
        page.goto(address)

    give_and_take_back(bo)
    _tap(dag, f"Give a dot: {TEXTS[2]}")
    expect(dag.get_by_text("4 of 5 dots left", exact=True)).to_be_visible()
    enter_what_the_room_votes(ada)
    ada.get_by_role("button", name="Next: talk it through").click()
    for page in (ada, bo):
        see_the_order(page)

    picture(ada, "voting-order-desk")
    picture(bo, "voting-order-phone")


def give_and_take_back(page: Page) -> None:
    expect(page.get_by_text("5 of 5 dots left", exact=True)).to_be_visible()
    for text in (TEXTS[1], TEXTS[1], TEXTS[0]):
        _tap(page, f"Give a dot: {text}")
    expect(page.get_by_text("2 of 5 dots left", exact=True)).to_be_visible()
    expect(page.locator("#announcements")).to_contain_text("dots left")
    _tap(page, f"Take a dot back: {TEXTS[0]}")
    expect(page.get_by_text("3 of 5 dots left", exact=True)).to_be_visible()
    page.reload()
    expect(page.get_by_text("3 of 5 dots left", exact=True)).to_be_visible()
    picture(page, "voting-phone")
    assert faults_when_narrow(page) == []
    assert faults_in_the_dark(page) == []


def enter_what_the_room_votes(page: Page) -> None:
    assert page.get_by_text("2 dots", exact=True).count() == 0
    page.get_by_role("button", name="Votes from the room").click()
    page.get_by_role("spinbutton", name=TEXTS[0]).fill("3")
    picture(page, "voting-room")
    assert faults_of(page) == []
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    picture(page, "voting-desk")


def see_the_order(page: Page) -> None:
    expect(page.locator(".votes-order li")).to_contain_text(
        [f"{TEXTS[0]} 3 from the room", f"{TEXTS[1]} 2 dots", f"{TEXTS[2]} 1 dot"]
    )
    assert faults_of(page) == []
