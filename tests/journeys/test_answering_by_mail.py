"""Nobody has to remember: the mail asks, the owner answers on her phone, and others see it at once."""

import os
import re
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from actions.models.action import ActionItem
from bootstrap.places import PYTHON, ROOT
from reminders.services.wishing import Times, choose_times
from tests import cast, lives
from tests.journeys.conftest import server_environment
from tests.journeys.looking import faults_now
from tests.journeys.people import Room
from tests.journeys.post import Post, text_in

DEED = "Check 40 homes for loose rugs"
WHY = "The landlord answers late"
# So that it does not matter at which hour of which day the story is tried.
ALWAYS = Times(gets_mail=True, weekdays=range(7), hour=0, quiet_from=0, quiet_until=0)


@pytest.fixture(autouse=True)
def _letters_wait_for_the_worker(settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


def _late() -> ActionItem:
    people = cast.start_westmeer()
    action = lives.made_late(cast.accepted(people["ada"], people["bo"]))
    for name in ("bo", "dag"):
        choose_times(people[name].person, times=ALWAYS)
    return action


def _work(mailbox: Path) -> None:
    environment = {**os.environ, **server_environment(mailbox)}
    subprocess.run([PYTHON, "manage.py", "work", "--once"], cwd=ROOT, env=environment, check=True)


def _link_in(post: Post, address: str, page: str) -> str:
    [letter] = post.to(address)
    found = re.search(rf"https?://\S+/mail/{page}/\S+", text_in(letter))
    assert found
    return urlsplit(found[0]).path


def _answer(phone: Page, path: str) -> None:
    phone.goto(path)
    expect(phone.get_by_role("heading", name=DEED)).to_be_visible()
    phone.get_by_role("radio", name="It will be late").check()
    phone.get_by_role("button", name="Send my answer").click()
    expect(phone.get_by_text("Please write one sentence.")).to_have_count(2)
    phone.get_by_label("One sentence about it").fill(WHY)
    phone.get_by_label("Another date, if it will be late").fill(cast.in_days(30).isoformat())
    phone.get_by_role("button", name="Send my answer").click()
    expect(phone.get_by_text("Thank you. Your answer is saved.")).to_be_visible()


def test_the_owner_answers_by_mail_and_the_advisors_inbox_is_empty_again(room: Room, mailbox: Path):
    action, post = room.prepare(_late), Post(mailbox)
    _work(mailbox)
    advisor = room.person("dag@example.org")
    advisor.goto("/")
    way = advisor.get_by_role("link", name=re.compile("^Inbox"))
    expect(way).to_contain_text("1")
    advisor.goto("/inbox/")
    assert faults_now(advisor, "inbox") == []
    expect(advisor.get_by_text("nobody heard how it is going")).to_be_visible()

    link = _link_in(post, "bo@example.org", "answer")
    reader = room.visitor(phone=True)
    reader.goto(link)
    assert faults_now(reader, "answer-by-link") == []
    # Without scripts, as in many a mail program.
    phone = room.visitor(phone=True, java_script_enabled=False)
    _answer(phone, link)
    _work(mailbox)

    expect(advisor.get_by_text("Nothing asks anything of you")).to_be_visible()
    expect(way).not_to_contain_text("1")
    advisor.goto(f"/p/healthy-westmeer/actions/{action.pk}/")
    expect(advisor.get_by_text("Bo Jansen answered by the link in a mail.")).to_be_visible()
    expect(advisor.get_by_text("the trusted advisors were told")).to_be_visible()
    phone.goto(_link_in(post, "bo@example.org", "stop"))
    phone.get_by_role("button", name="Stop this mail").click()
    expect(phone.get_by_text("bo@example.org gets no such mail any more.")).to_be_visible()


def test_the_pages_of_wishes_and_calendars_have_no_faults(room: Room):
    room.prepare(_late)
    owner = room.person("bo@example.org")
    owner.goto("/inbox/mail/")
    owner.get_by_label("My action is late").select_option("Not at all")
    owner.get_by_role("button", name=re.compile("^Save ?: Healthy Westmeer")).click()
    expect(owner.get_by_text("The changes are saved.")).to_be_visible()
    expect(owner.get_by_label("My action is late")).to_have_value("not")
    assert faults_now(owner, "mail-wishes") == []
    owner.goto("/inbox/calendars/")
    owner.get_by_role("button", name=re.compile("^Make an address ?: Healthy")).click()
    expect(owner.get_by_label("Address")).to_have_value(re.compile(r"/calendar/.+\.ics$"))
    assert faults_now(owner, "calendars") == []
