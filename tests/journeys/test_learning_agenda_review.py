"""The learning agenda half a year later: what earlier sessions asked comes first, and the agenda goes on."""

import re
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from actions.services.commitment import accept_action
from kernel.clock import at, now
from partnerships.models.membership import Membership
from partnerships.queries import themes_of
from partnerships.services.setup import add_theme
from reflections.models.session import ReflectionSession
from reflections.services.dispositions import Answer
from reflections.services.joining import join_session
from reflections.services.leading import start_session
from reflections.services.planning import SessionPlan, plan_session
from reflections.states import PhaseKind
from tests import cast, endings
from tests.journeys.looking import faults_in_the_dark, faults_of, faults_when_narrow
from tests.journeys.people import Room, come_to, finish_with_a_promise, go_to_part, picture, way_in

KEPT = "Why do we plan around the hospital and not around the home?"
GONE = "Who may see which data?"
DEED = "Check 40 homes for loose rugs"
HEARD = "Twelve homes are done, the rest waits for volunteers"
OBSTACLE = "We only hear of a fall when somebody is in hospital already"
LEARNING = "How could a neighbour tell us before the ambulance does?"
FACT = "Nine of a hundred people over 75 fell."


@dataclass(frozen=True)
class Two:
    """Who leads it, and somebody who took part in the earlier sessions."""

    leader: Page
    citizen: Page


@pytest.fixture
def two(room: Room) -> Two:
    room.prepare(_half_a_year)
    return Two(room.person("ada@example.org"), room.person("bo@example.org", phone=True))


def _half_a_year() -> None:
    people = cast.start_westmeer()
    ada, bo = people["ada"], people["bo"]
    add_theme(people["cem"], title="Falls")
    with at(now() - timedelta(days=180)):
        spring = cast.go_to(ada, _begun(ada, "Learning agenda in spring"), PhaseKind.COLLECT)
        join_session(bo, spring.pk)
        for statement, question in (("Care begins at the door", KEPT), ("We share little", GONE)):
            insight = cast.agreed(ada, spring, statement)
            endings.answered(ada, spring, insight, Answer("ask", question=question))
        accept_action(bo, cast.proposed(ada, bo, spring).pk)
        endings.closed(ada, spring)
    gone = Answer("no", reason="The agreement on data answers it")
    endings.answered(ada, spring, spring.insights.get(question=GONE), gone)


def _begun(ada: Membership, title: str) -> ReflectionSession:
    plan = SessionPlan(
        title=title,
        template="learning-agenda",
        starts_at=now(),
        theme_ids=(themes_of(ada).get(title="Falls").pk,),
    )
    session = plan_session(ada, session_id=uuid4(), plan=plan)
    return start_session(ada, session.pk)


def test_what_was_left_open_comes_first_and_what_is_asked_now_comes_next_time(room: Room, two: Two):
    code = plan_it_with_data(two.leader)
    join(two.citizen, code)
    open_with_what_was_left_open(two)
    say_what_holds_us_back(two)
    turn_it_into_a_question(two)
    look_at_earlier_questions(two.leader)
    ask_on(two.leader)
    finish(two.leader)
    address = room.prepare(_next_time)
    see_both_questions(two.leader, address)


def _next_time() -> str:
    ada = Membership.objects.get(person__email="ada@example.org")
    return f"/p/healthy-westmeer/sessions/{_begun(ada, 'Learning agenda next time').pk}/"


def plan_it_with_data(page: Page) -> str:
    page.goto("/p/healthy-westmeer/templates/learning-agenda/")
    page.get_by_role("link", name="Plan a session").click()
    page.get_by_label("Title").fill("Learning agenda in autumn")
    page.get_by_label("Falls").check()
    page.get_by_label("Day and time at which it starts").fill(f"{cast.in_days(1)}T10:00")
    page.get_by_role("button", name="Plan session").click()
    expect(page.get_by_text("Bring the questions and actions of last time.")).to_be_visible()
    page.get_by_role("link", name=re.compile("Add a data item")).click()
    page.get_by_label("What is it?").fill("Falls in 2025")
    page.get_by_label("What does it say, in plain words?").fill(FACT)
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Learning agenda in autumn").click()
    page.get_by_role("button", name="Start session").click()
    return way_in(page)


def join(page: Page, code: str) -> None:
    come_to(page, code)
    page.get_by_role("button", name="Join the session").click()
    page.get_by_text("What the data say (1)").click()
    expect(page.get_by_text(FACT)).to_be_visible()
    page.get_by_text("What the data say (1)").click()


def open_with_what_was_left_open(two: Two) -> None:
    go_to_part(two.leader, "Open actions")
    for page in (two.leader, two.citizen):
        expect(page.get_by_role("article", name=re.compile(DEED))).to_be_visible()
        expect(page.get_by_role("article", name=KEPT)).to_be_visible()
        expect(page.get_by_text(GONE)).to_have_count(0)
    picture(two.leader, "agenda-1-open")
    picture(two.citizen, "agenda-2-open-phone")
    assert faults_of(two.leader) == []
    assert faults_when_narrow(two.citizen) == []
    action = two.citizen.get_by_role("article", name=re.compile(DEED))
    action.get_by_role("button", name=re.compile("How does it go")).click()
    action.get_by_label("What do we hear?").fill(HEARD)
    action.get_by_role("button", name="Save").click()
    expect(two.leader.get_by_text(f"Last heard: {HEARD}")).to_be_visible()


def say_what_holds_us_back(two: Two) -> None:
    go_to_part(two.leader, "What holds us back")
    write(two.citizen, "What holds our ambition back now?", OBSTACLE)
    expect(two.leader.get_by_text("1 note by somebody else, not shown yet")).to_be_visible()
    two.leader.get_by_role("button", name="Show 1 hidden note").click()
    two.leader.get_by_role("dialog").get_by_role("button", name="Show all notes").click()
    expect(two.leader.get_by_text(OBSTACLE)).to_be_visible()


def turn_it_into_a_question(two: Two) -> None:
    two.leader.get_by_role("button", name="Next: Turn into questions").click()
    write(two.citizen, "How could we …? What makes us …?", LEARNING)
    expect(two.leader.get_by_text(LEARNING)).to_be_visible()


def write(page: Page, prompt: str, text: str) -> None:
    page.get_by_label(prompt).fill(text)
    page.get_by_label(prompt).press("Enter")
    expect(page.get_by_text(text).first).to_be_visible()


def look_at_earlier_questions(page: Page) -> None:
    page.get_by_role("button", name="Next: Earlier questions").click()
    earlier = page.get_by_role("article", name=KEPT)
    expect(earlier).to_be_visible()
    picture(page, "agenda-3-earlier-questions")
    earlier.get_by_role("link", name="Learning agenda in spring").click()
    expect(page.get_by_role("heading", name="What we learned")).to_be_visible()
    expect(page.get_by_text(KEPT)).to_be_visible()
    picture(page, "agenda-4-where-it-was-asked")
    page.go_back()


def ask_on(page: Page) -> None:
    page.get_by_role("button", name="Next: Actions").click()
    page.get_by_role("checkbox", name=re.compile(LEARNING[:20])).check()
    chosen = page.get_by_role("region", name="Selected notes")
    chosen.get_by_role("button", name="Put into words").click()
    form = page.get_by_role("dialog")
    form.get_by_label("What do we learn from this?").fill("We hear of falls too late")
    form.get_by_role("button", name="Agree on this").click()
    expect(form).to_have_count(0)
    page.get_by_role("button", name=re.compile("Other answer")).click()
    form.get_by_label("we ask further").check()
    form.get_by_label("Which question?").fill(LEARNING)
    picture(page, "agenda-5-ask")
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_text(re.compile("Answer: we ask further"))).to_be_visible()


def finish(page: Page) -> None:
    finish_with_a_promise(page)
    page.get_by_role("link", name="See the result").click()
    expect(page.get_by_text(LEARNING).first).to_be_visible()


def see_both_questions(page: Page, address: str) -> None:
    page.goto(address)
    go_to_part(page, "Open actions")
    questions = page.get_by_role("region", name="Questions on our learning agenda")
    expect(questions.get_by_role("article")).to_have_count(2)
    for number, question in enumerate((KEPT, LEARNING)):
        expect(questions.get_by_role("article").nth(number)).to_contain_text(question)
    picture(page, "agenda-6-next-time")
    assert faults_in_the_dark(page) == []
