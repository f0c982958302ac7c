"""A trusted advisor follows up three partnerships in one round, and a citizen looks whether it is done."""

import pytest
from playwright.sync_api import Page, expect

from partnerships.permissions import Role
from partnerships.services.membership import add_member
from partnerships.services.setup import start_partnership
from tests import cast
from tests.journeys.looking import faults_now
from tests.journeys.people import Room

DEED = "Check 40 homes for loose rugs"
HEARD = "He has been ill since May; his deputy takes over"
CONFIDED = "He told me that he wants to leave"


@pytest.fixture
def log(room: Room) -> dict[str, object]:
    """An action under way in each of three partnerships that Dag advises, and one that is done."""
    return room.prepare(_log)


def _log() -> dict[str, object]:
    people = cast.start_westmeer()
    mira = cast.start_oostvoorde()
    third = start_partnership(people["otto"].person, name="Zuidwijk Together", language="en")
    for manager in (mira, third):
        add_member(manager, email="dag@example.org", name="Dag Lind", roles=[Role.TRUSTED_ADVISOR])
    here = cast.accepted(people["ada"], people["otto"])
    cast.accepted(mira, mira)
    cast.accepted(third, third)
    return {**people, "here": here, "done": cast.done(people["ada"], people["otto"])}


def test_an_advisor_follows_up_three_partnerships(room: Room, log):
    advisor = room.person("dag@example.org", phone=True)
    advisor.goto("/follow-up/")
    expect(advisor.get_by_text("4 actions")).to_be_visible()
    owed = faults_now(advisor, "workbench")
    _ask_otto(advisor)

    advisor.get_by_role("button", name="Start a round through these").click()
    expect(advisor.get_by_role("heading", level=1)).to_be_focused()
    owed += faults_now(advisor, "round")
    _write_for_herself(advisor)
    _report_by_keyboard(advisor, "Stuck", barrier="Nobody can decide it")
    expect(advisor.get_by_text("Action 2 of 3.", exact=False).first).to_be_visible()
    _leave_and_come_back(advisor)
    _report_by_keyboard(advisor, "Stuck", barrier="Nobody can decide it")
    advisor.get_by_role("button", name="Go on without a report").click()
    advisor.get_by_role("button", name="Finish the round").click()
    expect(advisor.get_by_text("In the way: nobody can decide it (2)")).to_be_visible()
    owed += faults_now(advisor, "round-gave")
    advisor.goto("/follow-up/patterns/")
    expect(advisor.get_by_role("heading", name="Nobody can decide it")).to_be_visible()
    owed += faults_now(advisor, "patterns")
    assert owed == []


def test_the_owner_answers_and_nobody_reads_what_is_confided(room: Room, log):
    place = f"/p/healthy-westmeer/actions/{log['here'].pk}/"
    advisor, owner = room.person("dag@example.org"), room.person("otto@example.org", phone=True)
    advisor.goto(place)
    advisor.get_by_role("button", name="Ask Otto Bakker how it is going").click()
    expect(advisor.get_by_text("No answer yet.")).to_be_visible()
    _write_for_herself(advisor)

    owner.goto(place)
    expect(owner.get_by_text("Dag Lind asked the owner how it is going.")).to_be_visible()
    expect(owner.get_by_text(CONFIDED)).to_have_count(0)
    owner.get_by_text("Report how it goes").click()
    owner.get_by_label("Moving").check()
    owner.get_by_label("What happened?").fill("Half of the homes are done")
    owner.get_by_role("button", name="Save the report").click()

    expect(advisor.get_by_text("The owner answered on")).to_be_visible()
    expect(advisor.get_by_text(CONFIDED)).to_be_visible()
    expect(advisor.locator(".tag").filter(has_text="Only me")).to_be_visible()


def test_a_citizen_representative_looks_and_confirms_without_scripts(room: Room, log):
    citizen = room.person("bo@example.org", phone=True, java_script_enabled=False)
    citizen.goto(f"/p/healthy-westmeer/actions/{log['done'].pk}/")
    expect(citizen.get_by_text("A list of 40 checked homes").first).to_be_visible()
    citizen.get_by_role("button", name="Yes, it is done").click()

    expect(citizen.get_by_text("You confirmed that it is done.")).to_be_visible()
    expect(citizen.get_by_text("Bo Jansen looked and confirmed that it is done.")).to_be_visible()


def _ask_otto(page: Page) -> None:
    row = page.locator("li.row").filter(has_text="Healthy Westmeer").filter(has_text="Accepted")
    row.get_by_role("button", name="Ask Otto Bakker how it is going").click()
    expect(page.get_by_text("No answer yet.")).to_be_visible()


def _write_for_herself(page: Page) -> None:
    page.get_by_text("Write a note beside the reports").click()
    page.get_by_label("Your note").fill(CONFIDED)
    expect(page.get_by_label("Only me")).to_be_checked()
    page.get_by_role("button", name="Save the note").click()
    expect(page.get_by_text("Your note is saved.")).to_be_visible()
    expect(page.get_by_text(CONFIDED)).to_be_visible()


def _report_by_keyboard(page: Page, claim: str, *, barrier: str) -> None:
    page.get_by_label(claim, exact=True).focus()
    page.keyboard.press("Space")
    page.get_by_label("What did you hear?").focus()
    page.keyboard.type(HEARD)
    page.get_by_label("What stands in the way?").fill("Two owners, nobody decides")
    page.get_by_label("What kind of thing is it?").select_option(barrier)
    page.get_by_role("button", name="Save and go on").press("Enter")
    expect(page.get_by_label("What did you hear?")).to_have_value("")


def _leave_and_come_back(page: Page) -> None:
    page.get_by_label("What did you hear?").fill("She rings back at")
    page.get_by_role("button", name="Keep what I typed and stop here").click()
    page.get_by_role("link", name="Round of").click()
    expect(page.get_by_label("What did you hear?")).to_have_value("She rings back at")
    page.get_by_label("What did you hear?").fill("")
