"""Actions between sessions: who is asked, who reports, who looks after it, all seen as it happens."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from actions.services.progress import Report, check_in
from partnerships.permissions import Role
from partnerships.services.membership import add_member
from tests import cast
from tests.journeys.looking import faults_now
from tests.journeys.people import Room

DEED = "Check 40 homes for loose rugs"
WORDS = "She has done ten homes, the rest after Easter"


@pytest.fixture
def log(room: Room) -> dict[str, object]:
    """An action that Bo is asked for in one of the two partnerships that Dag advises, and one under way."""
    return room.prepare(_log)


def _log() -> dict[str, object]:
    people = cast.start_westmeer()
    mira = cast.start_oostvoorde()
    add_member(mira, email="dag@example.org", name="Dag Lind", roles=[Role.TRUSTED_ADVISOR])
    asked = cast.proposed(people["ada"], people["bo"])
    return {**people, "asked": asked, "elsewhere": cast.accepted(mira, mira), "mira": mira}


def test_an_answer_appears_where_others_look_and_what_they_type_stays(room: Room, log):
    citizen = room.person("bo@example.org", phone=True)
    advisor = room.person("dag@example.org")
    advisor.goto(f"/follow-up/?on={log['elsewhere'].pk}")
    expect(advisor.get_by_text("Live", exact=True)).to_be_visible()
    advisor.get_by_label("What did you hear?").fill(WORDS)
    row = advisor.locator("li.row").filter(has_text="Bo Jansen")
    expect(row.get_by_text("Waiting for a yes")).to_be_visible()

    citizen.goto("/")
    citizen.get_by_role("button", name="Yes, I will do it").click()
    expect(citizen.get_by_text("You said yes. The action is now yours.")).to_be_visible()

    expect(row.get_by_text("Accepted")).to_be_visible()
    expect(advisor.get_by_label("What did you hear?")).to_have_value(WORDS)
    advisor.get_by_role("button", name="Save the follow-up").click()
    expect(advisor.locator("#error-summary")).to_be_focused()
    expect(advisor.get_by_label("What did you hear?")).to_have_value(WORDS)
    save_follow_up(advisor)
    expect(advisor.get_by_text(f"Dag Lind: {WORDS}")).to_be_visible()


def test_a_report_appears_on_the_open_page_of_the_action(room: Room, log):
    manager = room.person("cem@example.org")
    citizen = room.person("bo@example.org", phone=True)
    citizen.goto("/my-actions/")
    citizen.get_by_role("button", name="Yes, I will do it").click()
    citizen.get_by_role("link", name=DEED).click()

    manager.goto("/p/healthy-westmeer/actions/")
    manager.get_by_role("link", name=DEED).click()
    manager.get_by_text("It is done", exact=True).click()
    manager.get_by_label("What came of it?").fill("Not yet sent")
    citizen.get_by_text("Report how it goes").click()
    citizen.get_by_label("Stuck").check()
    citizen.get_by_label("What happened?").fill("Nobody opens the door")
    citizen.get_by_role("button", name="Save the report").click()
    expect(citizen.locator("#error-summary")).to_be_focused()
    citizen.get_by_label("What stands in the way?").fill("People fear salesmen")
    citizen.get_by_role("button", name="Save the report").click()

    for page in (citizen, manager):
        expect(page.get_by_text("Bo Jansen reported: stuck.")).to_be_visible()
    expect(manager.get_by_label("What came of it?")).to_have_value("Not yet sent")


@pytest.mark.parametrize("answers", [False, True])
def test_everything_can_be_done_without_scripts(room: Room, log, answers):
    citizen = room.person_by_mail("bo@example.org", java_script_enabled=False)
    if answers:
        citizen.get_by_role("button", name="Yes, I will do it").click()
        expect(citizen.get_by_text("You said yes.")).to_be_visible()
        return
    citizen.get_by_text("No, I cannot").click()
    citizen.get_by_label("Why not?").fill("I am away till May")
    citizen.get_by_role("button", name="Say no").click()
    expect(citizen.get_by_text("You said no.")).to_be_visible()


def test_the_pages_have_no_faults(room: Room, log):
    room.prepare(_report, log)
    owed = []
    manager, advisor = room.person("cem@example.org"), room.person("dag@example.org")
    for page, path, name in (
        (manager, "/p/healthy-westmeer/", "overview"),
        (manager, "/p/healthy-westmeer/actions/", "actions"),
        (manager, "/p/healthy-westmeer/members/", "people"),
        (manager, "/p/healthy-westmeer/members/new/", "new-member"),
        (manager, f"/p/healthy-westmeer/actions/{log['asked'].pk}/", "action"),
        (advisor, f"/follow-up/?on={log['elsewhere'].pk}", "follow-up"),
        (advisor, "/", "today"),
    ):
        page.goto(path)
        open_everything(page)
        owed += faults_now(page, name)

    assert owed == []


def save_follow_up(page: Page) -> None:
    page.get_by_label("Moving").check()
    page.get_by_role("button", name=re.compile("Save")).click()


def open_everything(page: Page) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach((part) => part.open = true)")


def _report(log: dict[str, object]) -> None:
    stuck = Report(claim="stuck", text="Nobody answers", blocker="Holidays", confidence="red")
    check_in(log["mira"], log["elsewhere"].pk, check_in_id=uuid4(), report=stuck)
