"""The main job: notes of a live session become an action that somebody does and somebody follows up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from partnerships.permissions import Role
from partnerships.services.membership import add_member
from tests import cast
from tests.journeys.people import Room, come_to, go_to_part, open_tools, picture, way_in

RUGS = "My mother slipped on a loose rug"
STAIRS = "The stairs in our flat have no rail"
INSIGHT = "Homes are not ready for people who walk badly"
DEED = "Check 40 homes for loose rugs and missing rails"


@dataclass(frozen=True)
class Three:
    """Three people at three browsers."""

    facilitator: Page
    citizen: Page
    advisor: Page

    def __iter__(self) -> Iterator[Page]:
        return iter((self.facilitator, self.citizen, self.advisor))


@pytest.fixture
def three(room: Room) -> Three:
    room.prepare(_two_regions)
    return Three(
        facilitator=room.person_by_mail("ada@example.org"),
        citizen=room.person_by_mail("bo@example.org", phone=True),
        advisor=room.person_by_mail("dag@example.org"),
    )


def _two_regions() -> None:
    cast.start_westmeer()
    mira = cast.start_oostvoorde()
    add_member(mira, email="dag@example.org", name="Dag Lind", roles=[Role.TRUSTED_ADVISOR])
    cast.proposed(mira, mira)


def test_notes_become_an_action_that_somebody_follows_up(three: Three):
    come_together(three)
    write_without_seeing_each_other(three)
    see_all_notes_and_group_them(three)
    agree_on_what_they_mean(three)
    make_it_an_action(three)
    say_yes(three)
    follow_up(three.advisor)
    hear_of_the_follow_up(three.citizen)
    walk_back_to_the_notes_and_forth(three.citizen)
    finish(three.facilitator)


def come_together(three: Three) -> None:
    code = plan_and_open(three.facilitator)
    join(three.citizen, code)
    join(three.advisor, code)

    expect(three.facilitator.get_by_text("3 people joined")).to_be_visible()


def write_without_seeing_each_other(three: Three) -> None:
    write(three.citizen, RUGS)
    write(three.advisor, STAIRS)

    expect(three.facilitator.get_by_text("2 notes by others, not shown yet")).to_be_visible()
    assert STAIRS not in three.citizen.content()
    assert RUGS not in three.facilitator.content()
    picture(three.citizen, "loop-1-citizen-writes")


def see_all_notes_and_group_them(three: Three) -> None:
    reveal(three.facilitator)
    for page in three:
        expect(page.get_by_text(RUGS)).to_be_visible()
        expect(page.get_by_text(STAIRS)).to_be_visible()

    group(three.facilitator)
    for page in three:
        expect(page.get_by_role("heading", name="Unsafe homes")).to_be_visible()


def agree_on_what_they_mean(three: Three) -> None:
    agree(three.facilitator)

    for page in three:
        expect(page.get_by_role("listitem").filter(has_text=INSIGHT).first).to_be_visible()


def make_it_an_action(three: Three) -> None:
    turn_into_action(three.facilitator)

    expect(three.citizen.get_by_role("button", name="Yes, I do it")).to_be_visible()
    expect(three.advisor.get_by_text(DEED).first).to_be_visible()
    picture(three.citizen, "loop-2-citizen-is-asked")
    picture(three.facilitator, "loop-4-facilitator")


def say_yes(three: Three) -> None:
    three.citizen.get_by_role("button", name="Yes, I do it").click()

    for page in three:
        expect(page.get_by_text("became action 1: accepted").first).to_be_visible()


def plan_and_open(page: Page) -> str:
    page.goto("/p/healthy-westmeer/sessions/new/")
    page.get_by_role("link", name=re.compile("Plan a session.*One open question")).click()
    page.get_by_label("Title").fill("Falls at home")
    page.get_by_label("Goal").fill("Find out why people fall, and what we do about it")
    page.get_by_label("Day and time at which it starts").fill(f"{cast.in_days(1)}T19:30")
    page.get_by_role("button", name="Plan session").click()
    page.get_by_role("button", name="Start session").click()
    go_to_part(page, "Collect")
    return way_in(page)


def join(page: Page, code: str) -> None:
    come_to(page, code)
    page.get_by_role("button", name="Join the session").click()
    expect(page.get_by_role("button", name="Add note").first).to_be_visible()


def write(page: Page, text: str) -> None:
    page.get_by_label("What should we know? What would help?").fill(text)
    page.get_by_role("button", name="Add note").click()
    expect(page.get_by_text("sent", exact=True)).to_be_visible()


def reveal(page: Page) -> None:
    page.get_by_role("button", name="Show all 2 hidden notes").click()
    page.get_by_role("dialog").get_by_role("button", name="Show all notes").click()
    page.get_by_role("button", name="Next: Group").click()


def group(page: Page) -> None:
    for text in (RUGS, STAIRS):
        page.get_by_role("checkbox", name=re.compile(text[:10])).check()
    chosen = page.get_by_role("region", name="Selected notes")
    chosen.get_by_role("button", name="Move to…").click()
    page.get_by_role("dialog").get_by_role("button", name="A new group").click()
    page.get_by_role("button", name=re.compile("Give it a name")).click()
    page.get_by_label(re.compile("Name of the group")).fill("Unsafe homes")
    page.get_by_role("button", name="Save").click()


def agree(page: Page) -> None:
    page.get_by_role("button", name="Next: Agree").click()
    page.get_by_role("button", name=re.compile("Select all: Unsafe homes")).click()
    chosen = page.get_by_role("region", name="Selected notes")
    chosen.get_by_role("button", name="Put into words").click()
    form = page.get_by_role("dialog")
    form.get_by_label("What do we learn from this?").fill(INSIGHT)
    form.get_by_role("button", name="Agree on this").click()
    expect(form).to_have_count(0)


def turn_into_action(page: Page) -> None:
    go_to_part(page, "Make it concrete")
    insights = page.get_by_role("region", name=re.compile("^Insights"))
    insights.get_by_role("button", name=re.compile("Turn into action")).click()
    form = page.get_by_role("dialog")
    form.get_by_label("Who?").select_option("Bo Jansen, Citizens' panel")
    form.get_by_label("does what?").fill(DEED)
    form.get_by_label("by when?").fill(cast.in_days(30).isoformat())
    form.get_by_label("How can one see that it is done?").fill("A list of 40 checked homes")
    picture(page, "loop-3-turn-into-action")
    form.get_by_role("button", name="Make action").click()
    expect(form).to_have_count(0)


def follow_up(page: Page) -> None:
    page.goto("/follow-up/")
    for place in ("Healthy Westmeer", "Oostvoorde Together"):
        expect(page.get_by_role("main").get_by_text(place).last).to_be_visible()
    page.get_by_role("link", name=re.compile(f"Record a follow-up.*{DEED}")).click()
    page.get_by_label("What did you hear?").fill("Ten homes checked, the rest in May")
    page.get_by_label("Moving").check()
    page.get_by_role("button", name="Save the follow-up").click()
    expect(page.get_by_text("Ten homes checked, the rest in May")).to_be_visible()
    picture(page, "loop-5-follow-up")


def hear_of_the_follow_up(page: Page) -> None:
    page.goto("/my-actions/")
    picture(page, "loop-6-my-actions")
    page.get_by_role("link", name=DEED).click()

    expect(page.get_by_text("Ten homes checked, the rest in May")).to_be_visible()


def walk_back_to_the_notes_and_forth(page: Page) -> None:
    origin = page.get_by_role("region", name="Where this came from")
    expect(origin.get_by_text(INSIGHT)).to_be_visible()
    expect(origin.get_by_text(RUGS)).to_be_visible()
    expect(origin.get_by_text(STAIRS)).to_be_visible()
    picture(page, "loop-7-action")
    origin.get_by_role("listitem").filter(has_text=RUGS).get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="What became of this note")).to_be_visible()
    expect(page.get_by_text(DEED)).to_be_visible()
    picture(page, "loop-8-note")


def finish(page: Page) -> None:
    open_tools(page).get_by_role("button", name="Finish session").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name=re.compile("Those who gave input")).click()
    dialog.get_by_role("button", name="Save").click()
    open_tools(page).get_by_role("button", name="Finish session").click()
    expect(dialog.get_by_text("Nothing is missing.")).to_be_visible()
    dialog.get_by_role("button", name="Finish session").click()
    expect(page.get_by_text("Finished").first).to_be_visible()
    expect(page.get_by_text(INSIGHT).first).to_be_visible()
    picture(page, "loop-9-result")
