"""A facilitator makes a template her own, plans from it, and leads people through its parts."""

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, Page, expect

from tests import cast
from tests.journeys.looking import faults_at, faults_now
from tests.journeys.people import Room, come_to, picture, way_in

TEMPLATES = "/p/healthy-westmeer/templates/"
OURS = "Looking back at the ward"
FACT = "Nine falls in March"
MEANING = "Nobody looks after the stairs"


class Two(NamedTuple):
    facilitator: Page
    citizen: Page


@pytest.fixture
def two(room: Room) -> Two:
    room.prepare(cast.start_westmeer)
    return Two(room.person("ada@example.org"), room.person("bo@example.org", phone=True))


def test_a_template_is_made_ones_own_and_opens_part_by_part(two: Two):
    owed = copy_a_template(two.facilitator)
    owed += change_it_part_by_part(two.facilitator)
    see_it_in_the_gallery(two.citizen)
    code = plan_from_it(two.facilitator)
    join(two.citizen, code)

    write_in_the_first_part(two)
    write_in_the_second_part_where_all_see_it_at_once(two)
    reach_what_the_session_closes_with(two)

    assert owed == []


def test_a_template_is_edited_without_javascript(room: Room):
    room.prepare(cast.start_westmeer)
    page = room.person("ada@example.org", java_script_enabled=False)

    copy_a_template(page, look=lambda *_: [])
    part(page, "Group").get_by_role("button", name=re.compile("^Remove")).last.click()
    expect(page.locator("summary", has_text="3. Now what?")).to_be_focused()
    page.get_by_role("button", name="Save and share").click()

    expect(page.get_by_text("The template is saved.")).to_be_visible()
    expect(page.get_by_role("heading", name="Group")).to_have_count(0)


def copy_a_template(
    page: Page, look: Callable[[Page, str], list[object]] = faults_at
) -> list[object]:
    owed = [*look(page, TEMPLATES), *look(page, f"{TEMPLATES}what-so-what-now-what/")]
    page.goto(TEMPLATES)
    picture(page, "template-1-gallery")
    page.get_by_role("link", name="What, so what, now what", exact=True).click()
    picture(page, "template-2-page")
    page.get_by_role("button", name="Make a copy").click()
    expect(page.get_by_role("heading", name="Edit the template")).to_be_visible()
    return owed


def change_it_part_by_part(page: Page) -> list[object]:
    page.get_by_label("Title").first.fill(OURS)
    what = part(page, "What?")
    what.locator("summary").click()
    what.get_by_label("Question").fill("What happened on the ward?")
    owed = faults_now(page, "template-edit")
    part(page, "Now what?").get_by_role("button", name=re.compile("^Remove")).last.click()
    so_what = part(page, "So what?")  # opened, because the one after it is gone
    expect(so_what.locator("summary")).to_be_focused()
    so_what.get_by_label("When others can read the notes").select_option("At once")
    picture(page, "template-3-edit")
    page.get_by_role("button", name="Save and share").click()
    expect(page.get_by_text("The template is saved.")).to_be_visible()
    expect(page.get_by_text("Shared", exact=True)).to_be_visible()
    picture(page, "template-4-own")
    return owed


def part(page: Page, title: str) -> Locator:
    named = re.compile(rf"^\s*(\d+\.)?\s*{re.escape(title)}\s")
    return page.locator(".editor-part").filter(has=page.locator("summary", has_text=named))


def see_it_in_the_gallery(page: Page) -> None:
    page.goto(TEMPLATES)
    own = page.get_by_role("region", name="Our own")
    expect(own.get_by_role("link", name=OURS)).to_be_visible()
    picture(page, "template-5-gallery-on-a-phone")


def plan_from_it(page: Page) -> str:
    page.goto(TEMPLATES)
    page.get_by_role("link", name=re.compile(f"Plan a session.*{OURS}")).click()
    page.get_by_label("Title").fill("Falls in March")
    page.get_by_label(re.compile("Begin with what was promised before")).uncheck()
    page.get_by_label("Day and time at which it starts").fill(f"{cast.in_days(1)}T19:30")
    picture(page, "template-6-plan")
    page.get_by_role("button", name="Plan session").click()
    page.get_by_role("button", name="Start session").click()
    return way_in(page)


def join(page: Page, code: str) -> None:
    come_to(page, code)
    page.get_by_role("button", name="Join the session").click()
    expect(page.get_by_role("heading", name="Falls in March")).to_be_visible()


def boxes(page: Page) -> Locator:
    return page.locator("form.composer")


def write_in_the_first_part(two: Two) -> None:
    expect(boxes(two.citizen)).to_have_count(1)
    expect(two.citizen.get_by_text("(15 minutes, in small groups)")).to_be_visible()
    expect(two.citizen.get_by_text("You can write here in the part “So what?”.")).to_be_visible()
    picture(two.citizen, "template-7-first-part")
    two.citizen.get_by_label("What happened on the ward?").fill(FACT)
    two.citizen.get_by_role("button", name="Add note").click()

    expect(two.facilitator.get_by_text("1 note by somebody else, not shown yet")).to_be_visible()
    assert FACT not in two.facilitator.content()


def write_in_the_second_part_where_all_see_it_at_once(two: Two) -> None:
    two.facilitator.get_by_role("button", name="Next: So what?").click()

    expect(two.citizen.get_by_label("Why does it matter?")).to_be_visible()
    expect(two.citizen.get_by_text("Writing ends in")).to_be_visible()  # in the part before
    two.citizen.get_by_label("Why does it matter?").fill(MEANING)
    column = two.citizen.get_by_role("region", name="So what?")
    column.get_by_role("button", name="Add note").click()
    expect(two.facilitator.get_by_text(MEANING)).to_be_visible()
    picture(two.citizen, "template-8-second-part")
    picture(two.facilitator, "template-9-facilitator")


def reach_what_the_session_closes_with(two: Two) -> None:
    for page in two:
        expect(page.get_by_text("Closing (6 parts)")).to_be_visible()
    two.facilitator.get_by_text("Closing (6 parts)").click()
    two.facilitator.get_by_role("button", name="Choose: go to this part").click()

    expect(two.citizen.get_by_text("Which insights must not be lost?")).to_be_visible()
