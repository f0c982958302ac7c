"""The main job on real input: what citizens of a real town sent in becomes actions, one followed up."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from actions.models.action import ActionItem
from bootstrap.children import start_child, stop_children
from bootstrap.places import PYTHON, ROOT
from reflections.models.session import ReflectionSession
from tests import cast
from tests.journeys.conftest import server_environment
from tests.journeys.people import Room, go_to_part, open_tools, picture

STATEMENTS = Path(__file__).parents[1] / "data" / "bowling-green-comments.csv"
SOURCE = "Improving Bowling Green / Warren County, The Computational Democracy Project, CC BY 4.0"

TRANSIT = "we need transit buses for elderly and disabled"
DRIVING = "Provide accessible transportation for seniors"
WALKING = "Plan for people, not cars."
SHADE = "All new and existing sidewalks should have shade"
ASKING = "Consider asking low-income or disabled residents"
GROUPS = {"Getting around without a car": (TRANSIT, DRIVING), "Walking": (WALKING, SHADE)}
INSIGHTS = {
    "Who cannot drive stays at home": (TRANSIT, DRIVING),
    "People would walk if walking were pleasant": (WALKING, SHADE),
    "We plan for people whom we never ask": (ASKING,),
}
DEEDS = {
    "Run a bus for wheelchairs on Tuesdays": "Who cannot drive stays at home",
    "Ask fifty people over 75 how they get to the doctor": "Who cannot drive stays at home",
    "Plant trees along the road to the clinic": "People would walk if walking were pleasant",
    "Walk the five busiest routes with a wheelchair": "People would walk if walking were pleasant",
    "Invite ten residents to the next plan": "We plan for people whom we never ask",
}


@pytest.fixture
def worker(mailbox: Path) -> Iterator[None]:
    """The job worker beside the server; on SQLite jobs are done at once."""
    environment = server_environment(mailbox)
    if "DJANGO_SETTINGS_MODULE" not in environment:
        yield
        return
    command = (PYTHON, "manage.py", "work")
    process = start_child(command, cwd=ROOT, env={**os.environ, **environment})
    yield
    stop_children([process], 5.0)


@pytest.fixture
def session(room: Room) -> ReflectionSession:
    """A session that collects notes, led by Ada, joined by Bo and Dag."""
    return room.prepare(_session)


def _session() -> ReflectionSession:
    people = cast.start_westmeer()
    return cast.collecting(people["ada"], people["bo"], people["dag"])


def test_statements_of_citizens_become_actions(room: Room, session, worker):
    facilitator = room.person("ada@example.org")
    citizen = room.person("bo@example.org", phone=True)
    board = f"/p/healthy-westmeer/sessions/{session.pk}/"
    facilitator.goto(board)
    citizen.goto(board)

    bring_in(facilitator)
    see_them_counted(citizen)
    show_and_group(facilitator)
    see_whose_words_these_are(citizen)
    agree_three_insights(facilitator)
    make_five_actions(facilitator)
    for deed in DEEDS:
        expect(citizen.get_by_text(deed).first).to_be_attached()
    say_yes(citizen)
    follow_one_up(room.person("dag@example.org"))
    walk_back(citizen)

    assert room.prepare(lambda: ActionItem.objects.filter(session=session).count()) == len(DEEDS)


def bring_in(page: Page) -> None:
    open_tools(page).get_by_role("link", name="Import notes").click()
    page.get_by_label("File").set_input_files(STATEMENTS)
    page.get_by_role("button", name="Read the file").click()
    page.get_by_label("Whose words are these?").fill(SOURCE)
    page.get_by_role("button", name="Show me the notes").click()
    expect(page.get_by_text("60 new notes")).to_be_visible()
    picture(page, "input-1-columns")
    page.get_by_role("button", name="Add 60 notes").click()
    # The worker is another process, and takes it up when it has begun.
    expect(page.get_by_text("The import is done.")).to_be_visible(timeout=30_000)
    picture(page, "input-2-done")
    page.get_by_role("link", name="To the session").click()


def see_them_counted(page: Page) -> None:
    expect(page.get_by_text("60 notes by others, not shown yet")).to_be_visible()
    assert WALKING not in page.content()


def show_and_group(page: Page) -> None:
    page.get_by_role("button", name="Show all 60 hidden notes").click()
    page.get_by_role("dialog").get_by_role("button", name="Show all notes").click()
    go_to_part(page, "Group")
    for title, texts in GROUPS.items():
        select(page, texts).get_by_role("button", name="Move to…").click()
        page.get_by_role("dialog").get_by_role("button", name="A new group").click()
        page.get_by_role("button", name=re.compile("Give it a name")).click()
        page.get_by_label(re.compile("Name of the group")).fill(title)
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_role("heading", name=title)).to_be_visible()


def see_whose_words_these_are(page: Page) -> None:
    expect(page.get_by_text(SOURCE).first).to_be_visible()
    expect(page.get_by_text(WALKING)).to_be_visible()
    picture(page, "input-3-citizen-reads")


def agree_three_insights(page: Page) -> None:
    page.get_by_role("button", name="Next: Agree").click()
    for statement, texts in INSIGHTS.items():
        select(page, texts).get_by_role("button", name="Put into words").click()
        form = page.get_by_role("dialog")
        form.get_by_label("What do we learn from this?").fill(statement)
        form.get_by_role("button", name="Agree on this").click()
        expect(form).to_have_count(0)


def make_five_actions(page: Page) -> None:
    go_to_part(page, "Make it concrete")
    insights = page.get_by_role("region", name=re.compile("^Insights"))
    for deed, statement in DEEDS.items():
        insight = insights.get_by_role("listitem").filter(has_text=statement).first
        insight.get_by_role("button", name=re.compile("Turn into action")).click()
        form = page.get_by_role("dialog")
        form.get_by_label("Who?").select_option("Bo Jansen, Citizens' panel")
        form.get_by_label("does what?").fill(deed)
        form.get_by_label("by when?").fill(cast.in_days(30).isoformat())
        form.get_by_label("How can one see that it is done?").fill("Ten people say so")
        form.get_by_role("button", name="Make action").click()
        expect(form).to_have_count(0)
    picture(page, "input-4-actions")


def say_yes(page: Page) -> None:
    page.goto("/my-actions/")
    page.get_by_role("button", name="Yes, I will do it").first.click()
    expect(page.get_by_text("You said yes. The action is now yours.")).to_be_visible()


def follow_one_up(page: Page) -> None:
    deed = next(iter(DEEDS))
    page.goto("/follow-up/")
    page.get_by_role("link", name=re.compile(f"Record a follow-up.*{deed}")).click()
    page.get_by_label("What did you hear?").fill("The bus company lends one in May")
    page.get_by_label("Moving").check()
    page.get_by_role("button", name="Save the follow-up").click()
    expect(page.get_by_text("The bus company lends one in May")).to_be_visible()


def walk_back(page: Page) -> None:
    page.goto("/my-actions/")
    page.get_by_role("link", name=next(iter(DEEDS))).first.click()
    expect(page.get_by_text("The bus company lends one in May")).to_be_visible()
    origin = page.get_by_role("region", name="Where this came from")
    expect(origin.get_by_text(TRANSIT)).to_be_visible()
    expect(origin.get_by_text(SOURCE)).to_be_visible()
    picture(page, "input-5-action")


def select(page: Page, texts: tuple[str, ...]) -> Locator:
    for text in texts:
        page.get_by_role("checkbox", name=re.compile(re.escape(text[:24]))).check()
    return page.get_by_role("region", name="Selected notes")
