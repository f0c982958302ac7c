"""The end: what was learned, who does what, and what became of a note."""

import re

from playwright.sync_api import expect

from tests import cast
from tests.journeys.hybrid.hands import select
from tests.journeys.hybrid.people import DEED, GROUP, INSIGHT, NAMELESS, TITLE, People
from tests.journeys.people import go_to_part, open_tools, picture


def hand_over(people: People) -> None:
    open_tools(people.ada).get_by_role("link", name="Who runs it").click()
    people.ada.get_by_role("button", name=re.compile("Hand the lead over.*Fay Smit")).click()
    expect(people.ada.locator("[data-item=lead]")).to_contain_text("Fay Smit")
    picture(people.ada, "hybrid-14-handed-over")
    people.ada.get_by_role("link", name=TITLE).click()


def agree(people: People) -> None:
    go_to_part(people.fay, "Agree")
    people.fay.get_by_role("button", name=f"Select all: {GROUP}").click()
    chosen = people.fay.get_by_role("region", name="Selected notes")
    select(people.fay, NAMELESS)
    chosen.get_by_role("button", name="Put into words").click()
    form = people.fay.get_by_role("dialog")
    form.get_by_label("What do we learn from this?").fill(INSIGHT)
    form.get_by_role("button", name="Agree on this").click()
    for page in people:
        expect(page.get_by_role("article", name=INSIGHT)).to_be_visible()


def make_it_an_action(people: People) -> None:
    go_to_part(people.fay, "Make it concrete")
    insight = people.fay.get_by_role("article", name=INSIGHT)
    insight.get_by_role("button", name=re.compile("Turn into action")).click()
    form = people.fay.get_by_role("dialog")
    form.get_by_label("Who?").select_option("Bo Jansen, Citizens' panel")
    form.get_by_label("does what?").fill(DEED)
    form.get_by_label("by when?").fill(cast.in_days(30).isoformat())
    form.get_by_label("How can one see that it is done?").fill("An answer of the bus company")
    form.get_by_role("button", name="Make action").click()
    expect(form).to_have_count(0)
    expect(people.bo.get_by_role("button", name="Yes, I do it")).to_be_in_viewport()
    picture(people.bo, "hybrid-15-asked-phone")
    people.bo.get_by_role("button", name="Yes, I do it").tap()
    for page in people:
        expect(page.get_by_text("became action 1: accepted").first).to_be_visible()


def finish(people: People) -> None:
    fay = people.fay
    go_to_part(fay, "Read back")
    picture(people.kim, "hybrid-16-read-back-phone")
    fay.get_by_role("button", name="This is what we meant: next").click()
    fay.get_by_role("button", name="Finish session").click()
    dialog = fay.get_by_role("dialog")
    dialog.get_by_role("button", name=re.compile("Those who gave input")).click()
    dialog.get_by_role("button", name="Save").click()
    fay.get_by_role("button", name="Finish session").click()
    expect(dialog.get_by_text("Nothing is missing.")).to_be_visible()
    picture(fay, "hybrid-17-finish")
    dialog.get_by_role("button", name="Finish session").click()
    expect(fay.get_by_text("Finished").first).to_be_visible()
    for page in people:
        expect(page.get_by_role("link", name="See the result")).to_be_visible()


def see_what_became_of_it(people: People) -> None:
    """The guest reads on her phone what came of a note of which only her browser knows."""
    guest = people.guest
    guest.get_by_role("link", name="See the result").tap()
    expect(guest.get_by_role("heading", name=INSIGHT)).to_be_visible()
    picture(guest, "hybrid-18-result-phone")
    guest.get_by_role("link", name="What became of your own notes").tap()
    mine = guest.get_by_role("article", name=NAMELESS)
    expect(mine.get_by_text(INSIGHT)).to_be_visible()
    expect(mine.get_by_text(DEED)).to_be_visible()
    picture(guest, "hybrid-19-my-input-phone")
