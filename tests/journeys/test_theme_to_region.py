"""From the themes to the region and back: what cannot be settled alone goes up, and each gets a reply."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect

from partnerships.models.membership import Membership
from partnerships.services.setup import add_theme
from reflections.models.session import ReflectionSession
from reflections.services.insights import Wording, agree_insight, draft_insight
from reflections.services.joining import join_session
from reflections.services.leading import start_session
from reflections.services.planning import SessionPlan, plan_session
from tests import cast, endings
from tests.journeys.looking import faults_in_the_dark, faults_of, faults_when_narrow
from tests.journeys.people import Room, come_to, go_to_part, open_tools, picture, way_in

FALLS = "Three fall plans, and nobody owns what lies between"
ALONE = "Who lives alone comes home to a cold house"
OWNER = "Name one owner of the fall plan"
VISIT = "Pay for one visit on the day of discharge"
REPLIES = {
    FALLS: "The fund owns it from June on",
    ALONE: "Not before next year: there is no money for it now",
}


@dataclass
class Three:
    """Who leads a theme, who leads the region, and somebody who gave input to a theme."""

    theme: Page
    region: Page
    citizen: Page

    def __iter__(self) -> Iterator[Page]:
        return iter((self.theme, self.region, self.citizen))


@dataclass(frozen=True)
class Sessions:
    """A session that goes on, and one that is finished."""

    falls: ReflectionSession
    alone: ReflectionSession

    @property
    def addresses(self) -> tuple[str, str]:
        here = "/p/healthy-westmeer/sessions"
        return f"{here}/{self.falls.pk}/", f"{here}/{self.alone.pk}/"


@pytest.fixture
def sessions(room: Room) -> Sessions:
    return room.prepare(_two_themes)


def _two_themes() -> Sessions:
    people = cast.start_westmeer()
    ada, bo, cem = people["ada"], people["bo"], people["cem"]
    made = []
    for title, statement in (("Falls", FALLS), ("Coming home", ALONE)):
        theme = add_theme(cem, title=title)
        plan = SessionPlan(
            title=f"{title} in spring",
            template="open-question",
            starts_at=cast.in_hours(1),
            theme_ids=(theme.pk,),
            opening=False,
        )
        session = plan_session(ada, session_id=uuid4(), plan=plan)
        start_session(ada, session.pk)
        join_session(bo, session.pk)
        learned_from(bo, session, statement)
        made.append(session)
    endings.answered(ada, made[1], made[1].insights.get())
    endings.closed(ada, made[1])
    return Sessions(*made)


def learned_from(citizen: Membership, session: ReflectionSession, statement: str) -> None:
    [note] = cast.revealed(citizen, session, f"{statement}, says my neighbour")
    wording = Wording(statement=statement, note_ids=[note.pk], level="meso")
    insight = draft_insight(session.facilitator, session.pk, insight_id=uuid4(), wording=wording)
    agree_insight(session.facilitator, session.pk, insight_id=insight.pk)


def test_what_two_themes_send_up_is_replied_to_and_read_where_it_came_from(
    room: Room, sessions: Sessions
):
    three = Three(
        theme=room.person("ada@example.org"),
        region=room.person("cem@example.org"),
        citizen=room.person("bo@example.org", phone=True),
    )
    send_up_from_the_board(three.theme, sessions.addresses[0])
    send_up_from_the_result(three.theme, sessions.addresses[1])
    code = plan_the_region_wide_session(three.region)
    open_with_what_the_themes_bring(three, code)
    be_kept_from_finishing(three.region)
    reply_to_each(three)
    finish(three.region)
    read_the_reply_where_it_came_from(three, sessions)


def send_up_from_the_board(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Send up to the region").click()
    form = page.get_by_role("dialog")
    form.get_by_label("What should the region do?").fill(OWNER)
    picture(page, "region-01-send-up")
    form.get_by_role("button", name="Send up").click()
    expect(page.get_by_text("sent up to the region", exact=True)).to_be_visible()


def send_up_from_the_result(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name=re.compile("Send up to the region")).click()
    page.get_by_label("What should the region do?").fill(VISIT)
    page.get_by_role("button", name="Send up").click()
    expect(page.get_by_text("The insight is sent up to the region.")).to_be_visible()
    picture(page, "region-02-sent-up")


def plan_the_region_wide_session(page: Page) -> str:
    page.goto("/p/healthy-westmeer/sessions/new/")
    page.get_by_role("link", name=re.compile("Plan a session.*From themes to the region")).click()
    expect(page.get_by_label("The whole region")).to_be_checked()
    page.get_by_label("Title").fill("The region in spring")
    page.get_by_label("Day and time at which it starts").fill(f"{cast.in_days(1)}T13:30")
    page.get_by_role("button", name="Plan session").click()
    picture(page, "region-03-prepare")
    page.get_by_role("button", name="Start session").click()
    return way_in(page)


def open_with_what_the_themes_bring(three: Three, code: str) -> None:
    come_to(three.citizen, code)
    three.citizen.get_by_role("button", name="Join the session").click()
    go_to_part(three.region, "What the themes bring")
    for page in (three.region, three.citizen):
        expect(page.get_by_text("Go through what each theme brings")).to_be_visible()
        for statement, theme, ask in ((FALLS, "Falls", OWNER), (ALONE, "Coming home", VISIT)):
            item = brought(page, statement)
            expect(item.get_by_text(theme, exact=True)).to_be_visible()
            expect(item.get_by_text(ask)).to_be_visible()
    picture(three.region, "region-04-digest")
    picture(three.citizen, "region-05-digest-phone")
    assert faults_of(three.region) == []
    assert faults_when_narrow(three.citizen) == []


def brought(page: Page, statement: str) -> Locator:
    return page.get_by_role("article", name=statement)


def be_kept_from_finishing(page: Page) -> None:
    open_tools(page).get_by_role("button", name="Finish session").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("2 things are missing")).to_be_visible()
    picture(page, "region-06-finish")
    dialog.get_by_role("button", name="Finish session").click()
    expect(dialog.get_by_text("2 things are missing before you can finish")).to_be_visible()
    dialog.get_by_role("button", name=re.compile(f"“{FALLS[:20]}")).click()
    expect(brought(page, FALLS)).to_be_focused()


def reply_to_each(three: Three) -> None:
    page = three.region
    for statement, text in REPLIES.items():
        brought(page, statement).get_by_role("button", name="Reply").click()
        form = page.get_by_role("dialog")
        form.get_by_label("Your reply").fill(text)
        form.get_by_role("button", name="Save the reply").click()
        for other in (page, three.citizen):
            expect(brought(other, statement).get_by_text(text)).to_be_visible()
    picture(page, "region-07-replied")


def finish(page: Page) -> None:
    open_tools(page).get_by_role("button", name="Finish session").click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_text("Nothing is missing.")).to_be_visible()
    dialog.get_by_role("button", name="Finish session").click()
    page.get_by_role("link", name="See the result").click()
    for text in REPLIES.values():
        expect(page.get_by_text(text)).to_be_visible()
    picture(page, "region-08-result")


def read_the_reply_where_it_came_from(three: Three, sessions: Sessions) -> None:
    falls, alone = sessions.addresses
    three.theme.goto(falls)
    expect(three.theme.get_by_text(REPLIES[FALLS])).to_be_visible()
    page = three.citizen
    page.goto("/my-input/")
    for text in REPLIES.values():
        expect(page.get_by_text(text).first).to_be_visible()
    picture(page, "region-09-my-input-phone")
    page.goto(f"{alone}report/you-said/")
    expect(page.get_by_text(REPLIES[ALONE])).to_be_visible()
    picture(page, "region-10-you-said-phone")
    assert faults_of(page) == []
    assert faults_in_the_dark(page) == []
