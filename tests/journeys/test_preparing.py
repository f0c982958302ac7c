"""Before a session: it is drafted, people are asked and answer, it opens by itself, or is called off."""

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bootstrap.places import PYTHON, ROOT
from kernel.clock import at, now
from partnerships.models.membership import Membership
from partnerships.permissions import Role
from partnerships.services.membership import add_member, organisation_named
from reflections.models.session import ReflectionSession
from reflections.services.opening import open_due_input
from tests import cast, preparing
from tests.journeys.conftest import server_environment
from tests.journeys.looking import faults_now
from tests.journeys.people import Room, picture
from tests.journeys.post import Post, entry_in, path_in, text_in

Mails = Callable[[str], list[EmailMessage]]
NEED = "A chair with arms, near the door"
FIGURE = "Nine of a hundred people over 75 fell."


@pytest.fixture(autouse=True)
def _letters_wait_for_the_worker(settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


@pytest.fixture
def mails(mailbox: Path) -> Iterator[Mails]:
    """Let the worker go a round, and return the mails to an address that came since the beginning."""
    post = Post(mailbox)

    def since(address: str) -> list[EmailMessage]:
        environment = {**os.environ, **server_environment(mailbox)}
        command = [PYTHON, "manage.py", "work", "--once"]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
        return post.to(address)

    return since


def _westmeer() -> Membership:
    people = cast.start_westmeer()
    cem = people["cem"]
    panel = organisation_named(cem, name="Citizens' panel", stakeholder_group="citizens")
    add_member(
        cem,
        email="kim@example.org",
        name="Kim Postma",
        roles=[Role.CITIZEN_REPRESENTATIVE],
        organisation=panel,
    )
    return cem


def test_a_session_is_drafted_asked_for_answered_and_opens_by_itself(room: Room, mails: Mails):
    room.prepare(_westmeer)
    manager = room.person("cem@example.org")

    draft_it(manager)
    owed = invite_while_it_is_a_draft(manager)
    [letter] = mails("bo@example.org")
    appointment = entry_in(letter)
    assert letter["Subject"].startswith("Invitation: Learning evening")
    assert (appointment["STATUS"], appointment["SUMMARY"]) == ("CONFIRMED", "Learning evening")

    citizen = room.person("bo@example.org", phone=True)
    owed += answer(citizen, letter)
    owed += see_the_answer_and_complete_the_table(manager)
    owed += bring_data(manager)
    expect(citizen.get_by_text(FIGURE)).to_be_visible()

    room.prepare(open_as_if_its_day_had_come)
    join_and_read_the_data(citizen)
    assert owed == []


def test_a_session_is_called_off_and_leaves_every_calendar(room: Room, mails: Mails):
    session = room.prepare(_asked)
    [invitation] = mails("bo@example.org")
    citizen = room.person("bo@example.org", phone=True)
    citizen.goto(path_in(invitation, "about"))
    expect(citizen.get_by_text("You are invited. Will you come?")).to_be_visible()
    manager = room.person("cem@example.org")

    manager.goto(f"/p/healthy-westmeer/sessions/{session.pk}/prepare/")
    manager.get_by_role("link", name="Cancel the session").click()
    owed = faults_now(manager, "cancel")
    manager.get_by_label("Why?").fill("The hall is flooded")
    manager.get_by_role("button", name="Cancel the session").click()

    expect(manager.get_by_role("status").get_by_text("The session is cancelled.")).to_be_visible()
    expect(citizen.get_by_text("This session is cancelled. You need not come.")).to_be_visible()
    expect(citizen.get_by_text("The hall is flooded")).to_be_visible()
    owed += faults_now(citizen, "cancelled-phone")
    [_, cancellation] = mails("bo@example.org")
    before, after = entry_in(invitation), entry_in(cancellation)
    assert (after["STATUS"], after["UID"]) == ("CANCELLED", before["UID"])
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert "The reason: The hall is flooded" in text_in(cancellation)
    assert owed == []


def test_the_link_of_a_series_and_the_settings(room: Room):
    session = room.prepare(_asked)
    manager = room.person("cem@example.org")
    manager.goto(f"/p/healthy-westmeer/sessions/{session.pk}/prepare/")
    manager.get_by_text("Begin a series with this session").click()
    manager.get_by_label("What is the series called?").fill("Learning evening")
    manager.get_by_role("button", name="Begin the series").click()
    link = manager.get_by_text(re.compile("/series/")).inner_text()

    manager.goto(link[link.index("/series/") :])
    expect(manager.get_by_role("heading", name="Falls at home", level=1)).to_be_visible()
    manager.go_back()
    manager.get_by_role("button", name="Plan the next one").click()
    expect(manager.get_by_text("This is a draft with the next date.")).to_be_visible()
    owed = faults_now(manager, "change")

    manager.goto("/p/healthy-westmeer/settings/")
    owed += faults_now(manager, "settings-of-the-partnership")
    manager.get_by_label("Hospital").nth(0).check()
    manager.get_by_role("button", name="Save").click()
    expect(manager.get_by_text("The changes are saved.")).to_be_visible()
    assert owed == []


def draft_it(page: Page) -> None:
    page.goto("/p/healthy-westmeer/sessions/new/")
    page.get_by_role("link", name=re.compile("Plan a session.*One open question")).click()
    page.get_by_label("Title").fill("Learning evening")
    page.get_by_label("Goal").fill("Know why people fall")
    page.get_by_label("Day and time at which it starts").fill(f"{cast.in_days(20)}T19:30")
    page.get_by_label("Day from which people can write").fill(f"{cast.in_days(13)}")
    page.get_by_label("Place").fill("Library")
    page.get_by_role("button", name="Keep as a draft").click()
    expect(page.get_by_text("This is a draft.")).to_be_visible()


def invite_while_it_is_a_draft(page: Page) -> list[str]:
    invite(page, "Bo Jansen", "Otto Bakker")
    expect(page.get_by_text("Only one citizen is invited.")).to_be_visible()
    owed = faults_now(page, "prepare-draft")
    page.get_by_role("button", name="Plan it and send the invitations").click()
    expect(page.get_by_text("Planned", exact=True)).to_be_visible()
    return owed


def see_the_answer_and_complete_the_table(page: Page) -> list[str]:
    answers = "2 invited: 1 yes, 0 perhaps, 0 no, 1 without answer."
    expect(page.get_by_text(answers)).to_be_visible()
    expect(page.get_by_text(NEED)).to_be_visible()
    owed = faults_now(page, "prepare-answered")
    invite(page, "Kim Postma")
    expect(page.get_by_text("Only one citizen is invited.")).to_have_count(0)
    return owed


def join_and_read_the_data(page: Page) -> None:
    page.get_by_role("link", name="Join the session").click()
    page.get_by_role("button", name="Join the session").click()
    page.get_by_text("What the data say (1)").click()
    expect(page.get_by_text(FIGURE)).to_be_visible()
    assert NEED not in page.content()
    picture(page, "board-with-data")


def invite(page: Page, *names: str) -> None:
    page.get_by_role("link", name="Invite people").last.click()
    for name in names:
        page.get_by_label(name).check()
    page.get_by_role("button", name="Invite those who are ticked").click()
    expect(page.get_by_role("heading", name="Invited")).to_be_visible()


def answer(page: Page, letter: EmailMessage) -> list[str]:
    page.goto(path_in(letter, "answer"))
    expect(
        page.get_by_text(
            "Only those who lead this session and the programme managers see this. We delete it 7 days"
        ).first
    ).to_be_visible()
    page.get_by_role("button", name="Send my answer").click()
    owed = faults_now(page, "answer-error-phone")
    page.get_by_label("Yes").check()
    page.get_by_label("What do you need to take part?").fill(NEED)
    page.get_by_role("button", name="Send my answer").click()
    expect(page.get_by_text("Thank you, your answer is kept.")).to_be_visible()
    return owed + faults_now(page, "answered-phone")


def bring_data(page: Page) -> list[str]:
    page.get_by_role("link", name=re.compile("Add a data item")).click()
    page.get_by_label("What is it?").fill("Falls in 2025")
    said = page.get_by_label("What does it say, in plain words?")
    said.fill(FIGURE)
    owed = faults_now(page, "data-item")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The data item is added.")).to_be_visible()
    return owed + faults_now(page, "about")


def open_as_if_its_day_had_come() -> None:
    with at(now() + timedelta(days=14)):
        assert open_due_input() == 1


def _asked() -> ReflectionSession:
    people = cast.start_westmeer()
    session = cast.plan(people["cem"])
    session.refresh_from_db()
    start = now() + timedelta(days=20)
    end = start + timedelta(hours=2)
    session = cast.change(people["cem"], session, starts_at=start, ends_at=end)
    preparing.invited(people["cem"], session, people["bo"])
    return session
