"""Citizens tell, professionals listen: a mirror conversation in Dutch, from the gallery to the answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from partnerships.permissions import Role
from partnerships.services.membership import add_member, organisation_named
from reflections.models.session import ReflectionSession
from reflections.session_templates.library import library
from tests import cast
from tests.journeys.languages import Language
from tests.journeys.looking import faults_of, faults_when_narrow
from tests.journeys.people import Room, come_to, go_to_part, picture, way_in

TITLE = "Thuiskomen na het ziekenhuis"
LETTER = "“De brief kwam een week na mij thuis.”"
NURSE = "“De wijkzuster zat er al toen ik binnenkwam.”"
ALONE = "“Niemand vroeg of er iemand thuis was.”"
INSIGHT = "Wij vragen niet of er thuis iemand is."
DEED = "Bij elk ontslag vragen wie er thuis is"
DONE = "Op 40 van de 50 formulieren staat wie er thuis is"
REPLY = "Vanaf 1 mei vragen we bij elk ontslag wie er thuis is."
MIRROR, CLOSING = (library()[name] for name in ("mirror-conversation", "translate-and-close"))
PARTS = [phase.nl.title for phase in MIRROR.phases]
CIRCLE, TOGETHER = PARTS[1], PARTS[4]
WELL, BETTER, MOST = (column.nl.prompt for column in MIRROR.phases[1].columns)
CONCRETE, READ_BACK = CLOSING.phases[2].nl.title, CLOSING.phases[5].nl.title

dutch = Language("nl")


@dataclass
class Five:
    """Who leads, two who listen, a citizen who tells, and one who looks on and follows what comes of it."""

    leader: Page
    nurse: Page
    doctor: Page
    citizen: Page
    council: Page
    owed: list[str]

    def __iter__(self) -> Iterator[Page]:
        return iter((self.leader, self.nurse, self.doctor, self.citizen, self.council))

    def look(self, page: Page, name: str) -> None:
        """Keep a picture, and note what the page says in English."""
        picture(page, f"mirror-{name}")
        self.owed += [f"{name}: {text}" for text in dutch.english_on(page)]

    def examine(self, page: Page, name: str) -> None:
        """Note what else is wrong with the page, too."""
        self.look(page, name)
        self.owed += [f"{name}: {fault}" for fault in faults_of(page)]


@pytest.fixture
def five(room: Room) -> Five:
    room.prepare(_westmeer)
    return Five(
        leader=room.person("cem@example.org"),
        nurse=room.person("noor@example.org", phone=True),
        doctor=room.person("otto@example.org"),
        citizen=room.visitor(phone=True, language="nl"),
        council=room.person("bo@example.org"),
        owed=[],
    )


def _westmeer() -> None:
    people = cast.start_westmeer(language="nl")
    ward = organisation_named(people["cem"], name="Westmeer hospital", stakeholder_group="hospital")
    add_member(
        people["cem"],
        email="noor@example.org",
        name="Noor de Wit",
        roles=[Role.MEMBER],
        organisation=ward,
    )


def test_what_citizens_tell_is_heard_translated_with_them_and_answered(room: Room, five: Five):
    plan_it_from_the_gallery(five)
    code = open_the_door(five)
    come_in(room, five, code)
    talk_with_the_citizens_first(five)
    listen_and_write_what_is_heard(five)
    put_it_into_words_together(five)
    make_it_an_action(five)
    read_it_back(five)
    promise_a_day_and_finish(five)
    tell_those_who_told(five)
    assert five.owed == []


def plan_it_from_the_gallery(five: Five) -> None:
    page = five.leader
    page.goto("/p/healthy-westmeer/templates/")
    five.look(page, "01-gallery")
    page.get_by_role("link", name="Spiegelgesprek met burgers", exact=True).click()
    for part in PARTS:
        expect(page.get_by_text(part, exact=True).first).to_be_visible()
    five.examine(page, "02-template")
    page.get_by_role("link", name=dutch("Plan a session")).click()
    page.get_by_label(dutch("Title")).fill(TITLE)
    page.get_by_label(dutch("Day and time at which it starts")).fill(f"{cast.in_days(1)}T19:30")
    page.get_by_label(dutch("Place")).fill("Bibliotheek, zaal 2")
    five.look(page, "03-plan")
    page.get_by_role("button", name=dutch("Plan session")).click()


def open_the_door(five: Five) -> str:
    page = five.leader
    five.examine(page, "04-prepare")
    page.get_by_role("button", name=dutch("Start session")).click()
    return way_in(page, dutch)


def come_in(room: Room, five: Five, code: str) -> None:
    for page in (five.nurse, five.doctor):
        come_to(page, code, dutch)
        page.get_by_role("button", name=dutch("Join the session")).click()
    come_to(five.council, code, dutch)
    five.council.get_by_label(dutch("I only want to look on")).check()
    five.council.get_by_role("button", name=dutch("Join the session")).click()
    come_to(five.citizen, code, dutch)
    five.citizen.get_by_label(dutch("What may we call you?")).fill("Fatima")
    five.look(five.citizen, "05-join-phone")
    five.citizen.get_by_role("button", name=dutch("Join the session")).click()
    room.prepare(_two_more_citizens)
    expect(five.leader.get_by_text(dutch("%(count)d people joined", count=7))).to_be_visible()


def _two_more_citizens() -> None:
    session = ReflectionSession.objects.get()
    for name in ("Henk", "Sanne"):
        cast.guest_in(session, name)


def talk_with_the_citizens_first(five: Five) -> None:
    go_to_part(five.leader, PARTS[0], dutch)
    expect(five.citizen.get_by_text("Zonder de luisteraars")).to_be_visible()
    waits = dutch("You can write here in the part “%(phase)s”.", phase=CIRCLE)
    expect(five.nurse.get_by_text(waits).first).to_be_visible()
    five.look(five.citizen, "06-talk-before-phone")


def listen_and_write_what_is_heard(five: Five) -> None:
    five.leader.get_by_role("button", name=dutch("Next: %(phase)s", phase=CIRCLE)).click()
    write(five.nurse, BETTER, LETTER)
    write(five.nurse, WELL, NURSE)
    write(five.doctor, MOST, ALONE)
    expect(five.council.get_by_label(WELL)).to_have_count(0)
    for page in (five.leader, five.citizen, five.council):
        assert ALONE not in page.content()
    five.examine(five.nurse, "07-listener-phone")
    five.look(five.council, "08-council")


def write(page: Page, prompt: str, text: str) -> None:
    box = page.get_by_label(prompt)
    how = page.locator("form.composer", has=box).get_by_label(dutch("How your note is shown"))
    expect(how).to_have_value("anonymous")
    box.fill(text)
    box.press("Enter")
    note = page.get_by_role("listitem").filter(has_text=text)
    expect(note.get_by_text(dutch("sent"), exact=True)).to_be_visible()


def put_it_into_words_together(five: Five) -> None:
    page = five.leader
    go_to_part(page, TOGETHER, dutch)
    page.get_by_role("button", name=re.compile(dutch("Show hidden notes"))).click()
    page.get_by_role("dialog").get_by_role("button", name=dutch("Show all notes")).click()
    for other in five:
        expect(other.get_by_text(ALONE)).to_be_visible()
    five.look(page, "09-leader")
    page.get_by_role("checkbox", name=re.compile(ALONE[:12])).check()
    chosen = page.get_by_role("region", name=dutch("Selected notes"))
    chosen.get_by_role("button", name=dutch("Put into words")).click()
    form = page.get_by_role("dialog")
    form.get_by_label(dutch("What do we learn from this?")).fill(INSIGHT)
    five.look(page, "10-insight")
    form.get_by_role("button", name=dutch("Agree on this")).click()
    expect(five.citizen.get_by_text(INSIGHT).first).to_be_visible()


def make_it_an_action(five: Five) -> None:
    page = five.leader
    go_to_part(page, CONCRETE, dutch)
    five.look(page, "11-translate")
    page.get_by_role("button", name=re.compile(dutch("Turn into action"))).click()
    form = page.get_by_role("dialog")
    form.get_by_label(dutch("Who?"), exact=True).select_option("Noor de Wit, Westmeer hospital")
    form.get_by_label(dutch("does what?")).fill(DEED)
    form.get_by_label(dutch("by when?")).fill(cast.in_days(30).isoformat())
    form.get_by_label(dutch("How can one see that it is done?")).fill(DONE)
    five.look(page, "12-action")
    form.get_by_role("button", name=dutch("Make action")).click()
    five.nurse.get_by_role("button", name=dutch("Yes, I do it")).click()
    five.look(five.nurse, "13-yes-phone")


def read_it_back(five: Five) -> None:
    go_to_part(five.leader, READ_BACK, dutch)
    expect(five.citizen.get_by_role("heading", name=dutch("Read back"))).to_be_visible()
    five.examine(five.citizen, "14-read-back-phone")
    five.leader.get_by_role("button", name=dutch("This is what we meant: next")).click()


def promise_a_day_and_finish(five: Five) -> None:
    page = five.leader
    page.get_by_role("button", name=dutch("Finish session")).click()
    dialog = page.get_by_role("dialog")
    five.look(page, "15-finish")
    dialog.get_by_role("button", name=re.compile("^Wie iets inbracht")).click()
    dialog.get_by_label(dutch("By when do they hear from you?")).fill(cast.in_days(14).isoformat())
    dialog.get_by_role("button", name=dutch("Save")).click()
    page.get_by_role("button", name=dutch("Finish session")).click()
    expect(dialog.get_by_text(dutch("Nothing is missing."))).to_be_visible()
    dialog.get_by_role("button", name=dutch("Finish session")).click()
    page.get_by_role("link", name=dutch("See the result")).click()
    five.look(page, "16-result")


def tell_those_who_told(five: Five) -> None:
    page = five.leader
    page.get_by_role("link", name=dutch("Answers to those who gave input")).click()
    five.look(page, "17-answers")
    topic = page.get_by_role("article", name=INSIGHT)
    topic.get_by_text(dutch("Write an answer or promise a day")).click()
    topic.get_by_label(dutch("What is done with the input?")).select_option("planned")
    topic.get_by_label(dutch("In plain words")).fill(REPLY)
    topic.get_by_role("button", name=dutch("Save")).click()
    topic.get_by_role("button", name=dutch("Publish this answer")).click()
    expect(
        page.get_by_text(dutch("Published. Those who gave input can read it now."))
    ).to_be_visible()
    five.citizen.reload()
    five.look(five.citizen, "18-result-phone")
    five.citizen.get_by_role("link", name=dutch("You said, we did")).click()
    expect(five.citizen.get_by_text(REPLY)).to_be_visible()
    five.examine(five.citizen, "19-you-said-phone")
    assert faults_when_narrow(five.citizen) == []
    five.council.reload()
    expect(five.council.get_by_text(DEED).first).to_be_visible()
