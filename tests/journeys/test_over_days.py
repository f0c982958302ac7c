"""A session without a meeting: people write on different days, and days later read what became of it."""

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bootstrap.places import PYTHON, ROOT
from tests import cast
from tests.journeys.conftest import server_environment
from tests.journeys.looking import faults_now
from tests.journeys.people import Room, finish_with_a_promise, go_to_part, picture
from tests.journeys.post import Post, path_in, text_in
from tests.servers import app_server

TITLE = "What helps after a fall?"
QUESTION = "What should we know? What would help?"
OPENS, STARTS, ENDS = 3, 7, 14
RUGS = "Loose rugs, and nobody to take them out"
RAILS = "Rails on both sides of the stairs"
ALARM = "An alarm that also works in the garden"
STAIRS = "I do not dare to go upstairs any more"
INSIGHT = "People know what would help, and nobody comes to do it"
DEED = "Visit twenty homes with a handyman"
ANSWER = "From May on a handyman visits everybody who fell."


@dataclass
class Days:
    """The calendar of the story: days pass, and each begins with a round of the worker."""

    file: Path
    worker: subprocess.Popen[str]
    gone: int = field(default=0, init=False)

    def go_on_to(self, day: int) -> None:
        self.gone = day
        self.file.write_text(str(day))
        self.work()

    def work(self) -> None:
        assert self.worker.stdin
        assert self.worker.stdout
        self.worker.stdin.write("\n")
        self.worker.stdin.flush()
        assert self.worker.stdout.readline() == "done\n"


@pytest.fixture(autouse=True)
def _letters_wait_for_the_worker(settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


@pytest.fixture
def environment(tmp_path: Path, mailbox: Path) -> dict[str, str]:
    file = tmp_path / "days"
    file.write_text("0")
    return server_environment(mailbox) | {"DAYS_LATER": str(file)}


@pytest.fixture
def days(environment: dict[str, str]) -> Iterator[Days]:
    with subprocess.Popen(
        [PYTHON, "-m", "tests.later", "work", "--once"],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as worker:
        yield Days(Path(environment["DAYS_LATER"]), worker)
        worker.stdin.close()


@pytest.fixture
def place(django_db_setup, environment: dict[str, str]) -> Iterator[str]:
    """The address of a server that lives on the day of the story."""
    with app_server(environment, "tests.later:application") as app:
        yield app.url


@dataclass(frozen=True)
class People:
    """Those who take part, each with the browser that she comes back with."""

    cem: Page
    bo: Page
    otto: Page
    guest: Page


def test_a_session_is_held_over_days_and_its_contributors_hear_of_it(
    room: Room, mailbox: Path, days: Days, place: str
):
    people = come_together(room, place)
    post = Post(mailbox)

    plan_it(people.cem)
    invite(people.cem, "Bo Jansen", "Otto Bakker")
    days.go_on_to(1)
    hear_when_one_can_write(people.bo, post)

    write_on_three_days(people, days)
    assert "You can write now" in post.to("otto@example.org")[-1]["Subject"]

    days.go_on_to(STARTS + 1)
    show_all(people)
    days.go_on_to(STARTS + 2)
    agree(people.cem)
    make_it_an_action(people.cem)
    days.go_on_to(STARTS + 4)
    say_yes(people.otto)

    days.go_on_to(ENDS - 1)
    promise_and_finish(people.cem)
    days.go_on_to(ENDS + 5)
    answer_those_who_wrote(people.cem)
    read_what_was_done(people.bo, RUGS)
    read_what_was_done(people.guest, STAIRS)


def come_together(room: Room, place: str) -> People:
    room.prepare(cast.start_westmeer)
    return People(
        cem=room.person("cem@example.org", at=place),
        bo=room.person("bo@example.org", at=place, phone=True),
        otto=room.person("otto@example.org", at=place, phone=True),
        guest=room.visitor(at=place, phone=True),
    )


def plan_it(page: Page) -> None:
    page.goto("/p/healthy-westmeer/sessions/new/")
    page.get_by_role("link", name=re.compile("Plan a session.*One open question")).click()
    page.get_by_label("Title").fill(TITLE)
    page.get_by_label("Goal").fill("Know what helps, and do some of it")
    page.get_by_label("Begin with what was promised before").uncheck()
    page.get_by_label("Spread over days").check()
    page.get_by_label("Day and time at which it starts").fill(f"{cast.in_days(STARTS)}T09:00")
    page.get_by_label("Day and time at which it ends").fill(f"{cast.in_days(ENDS)}T17:00")
    page.get_by_label("Day from which people can write").fill(f"{cast.in_days(OPENS)}")
    picture(page, "days-1-plan")
    page.get_by_role("button", name="Plan session").click()
    expect(page.get_by_text("The session is planned.")).to_be_visible()


def invite(page: Page, *names: str) -> None:
    page.get_by_role("link", name="Invite people").last.click()
    for name in names:
        page.get_by_label(name).check()
    page.get_by_role("button", name="Invite those who are ticked").click()
    expect(page.get_by_role("heading", name="Invited")).to_be_visible()


def hear_when_one_can_write(page: Page, post: Post) -> None:
    [letter] = post.to("bo@example.org")
    assert "you can already write down what you want to say" in text_in(letter)
    page.goto(path_in(letter, "answer").removesuffix("answer/"))
    expect(page.get_by_text("The session is not open yet.")).to_be_visible()
    picture(page, "days-2-not-open-phone")


def write_on_three_days(people: People, days: Days) -> None:
    days.go_on_to(OPENS)
    come_in_and_write(people.bo, RUGS)
    days.go_on_to(OPENS + 1)
    find_it_and_write(people.otto, ALARM)
    come_as_a_guest_and_write(people.guest, way_in(people.cem), STAIRS)
    days.go_on_to(OPENS + 2)
    come_back_and_write(people.bo, RAILS, before=RUGS)


def come_in_and_write(page: Page, text: str) -> None:
    """Come in by the button that appeared as soon as the day had come."""
    page.get_by_role("button", name="Join the session").tap()
    write(page, text)


def find_it_and_write(page: Page, text: str) -> None:
    """Find the session on the first page, as somebody does who only remembers the site."""
    page.goto("/")
    page.get_by_role("link", name=TITLE).first.tap()
    come_in_and_write(page, text)


def come_as_a_guest_and_write(page: Page, link: str, text: str) -> None:
    page.goto(link)
    page.get_by_label("What may we call you?").fill("Fatima")
    page.get_by_role("button", name="Join the session").tap()
    write(page, text)


def come_back_and_write(page: Page, text: str, *, before: str) -> None:
    """What one wrote on another day is still there, and nobody else's is."""
    page.goto("/")
    page.get_by_role("link", name=TITLE).first.tap()
    expect(page.get_by_text(before)).to_be_visible()
    expect(page.get_by_text("2 notes by others, not shown yet")).to_be_visible()
    assert ALARM not in page.content()
    write(page, text)
    picture(page, "days-3-came-back-phone")


def write(page: Page, text: str) -> None:
    page.get_by_label(QUESTION).fill(text)
    page.get_by_role("button", name="Add note").tap()
    expect(page.get_by_text("sent", exact=True).first).to_be_visible()
    expect(page.get_by_label(QUESTION)).to_have_value("")


def way_in(page: Page) -> str:
    """Return the link that the organiser gives to others."""
    page.goto(page.url.replace("/prepare/", "/door/"))
    return page.get_by_role("link", name="Link for a message").get_attribute("href") or ""


def show_all(people: People) -> None:
    cem = people.cem
    cem.goto(cem.url.replace("/door/", "/"))
    cem.get_by_role("button", name="Join the session").click()
    cem.get_by_role("button", name="Start session").click()
    cem.get_by_role("button", name="Show all 4 hidden notes").click()
    cem.get_by_role("dialog").get_by_role("button", name="Show all notes").click()
    for page in (people.bo, people.guest, cem):
        for text in (RUGS, RAILS, ALARM, STAIRS):
            expect(page.get_by_text(text)).to_be_visible()


def agree(page: Page) -> None:
    go_to_part(page, "Agree")
    for text in (RUGS, STAIRS):
        page.get_by_role("checkbox", name=f"Select: {text}").check()
    page.get_by_role("button", name="Put into words").click()
    form = page.get_by_role("dialog")
    form.get_by_label("What do we learn from this?").fill(INSIGHT)
    form.get_by_role("button", name="Agree on this").click()
    expect(form).to_have_count(0)


def make_it_an_action(page: Page) -> None:
    go_to_part(page, "Make it concrete")
    page.get_by_role("button", name=re.compile("Turn into action.*People know")).click()
    form = page.get_by_role("dialog")
    form.get_by_label("Who?").select_option("Otto Bakker, Westmeer hospital")
    form.get_by_label("does what?").fill(DEED)
    form.get_by_label("by when?").fill(cast.in_days(60).isoformat())
    form.get_by_label("How can one see that it is done?").fill("A list of twenty homes")
    form.get_by_role("button", name="Make action").click()
    expect(form).to_have_count(0)


def say_yes(page: Page) -> None:
    page.goto("/")
    picture(page, "days-4-asked-phone")
    page.get_by_role("button", name="Yes, I will do it").tap()
    expect(page.get_by_text("You said yes. The action is now yours.")).to_be_visible()


def promise_and_finish(page: Page) -> None:
    page.reload()
    go_to_part(page, "Read back")
    page.get_by_role("button", name="This is what we meant: next").click()
    finish_with_a_promise(page)
    page.get_by_role("link", name="See the result").click()


def answer_those_who_wrote(page: Page) -> None:
    page.get_by_role("link", name="Answers to those who gave input").click()
    page.get_by_text(re.compile("Write an answer or promise a day: People know")).click()
    topic = page.get_by_role("article", name=INSIGHT)
    topic.get_by_label("What is done with the input?").select_option(label="We are at it")
    topic.get_by_label("In plain words").fill(ANSWER)
    topic.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Publish this answer").click()
    expect(page.get_by_text("Published. Those who gave input can read it now.")).to_be_visible()
    picture(page, "days-5-answers")


def read_what_was_done(page: Page, text: str) -> None:
    page.goto("/my-input/")
    mine = page.get_by_role("article", name=text)
    for words in ("Answered", INSIGHT, DEED, ANSWER):
        expect(mine.get_by_text(words, exact=True).first).to_be_visible()
    mine.get_by_role("button", name="This helps me").tap()
    expect(page.get_by_text("Those who lead the session see that it helps.")).to_be_visible()
    assert faults_now(page, "days-6-my-input-phone") == []
