"""A session is closed: every insight answered, nothing missing, and those who gave input hear of it."""

import re
from uuid import uuid4

from playwright.sync_api import Locator, Page, expect

from reflections.services.insights import Wording, agree_insight, draft_insight
from reflections.states import PhaseKind
from tests import cast
from tests.journeys.looking import faults_in_the_dark, faults_of, faults_when_narrow
from tests.journeys.people import Room, go_to_part, picture

SAID = (
    ("Loose rugs everywhere", "Homes are not ready"),
    ("Nobody asked my aunt", "We do not know who falls"),
    ("The two visits overlap", "One of the two visits can go"),
    ("The bus stop is too far", "The bus stops in the wrong places"),
    ("A course would help", "People want a course"),
    ("Rails cost too much", "Rails are too dear"),
)
ACT, ASK, DECIDE, ESCALATE, PARK, NO = (insight for _, insight in SAID)
TOLD = "We check forty homes before the summer."


def _to_close() -> str:
    people = cast.start_westmeer()
    ada, bo = people["ada"], people["bo"]
    session = cast.collecting(ada, bo, people["cem"])
    notes = cast.revealed(bo, session, *[note for note, _ in SAID])
    for note, (_, statement) in zip(notes, SAID, strict=True):
        insight_id = uuid4()
        wording = Wording(statement=statement, note_ids=[note.pk])
        draft_insight(ada, session.pk, insight_id=insight_id, wording=wording)
        agree_insight(ada, session.pk, insight_id=insight_id)
    cast.go_to(ada, session, PhaseKind.TRANSLATE)
    return f"/p/healthy-westmeer/sessions/{session.pk}/"


def test_a_session_is_closed_when_nothing_is_missing_and_contributors_hear_of_it(room: Room):
    address = room.prepare(_to_close)
    ada, cem = room.person("ada@example.org"), room.person("cem@example.org")
    for page in (ada, cem):
        page.goto(address)

    translate_the_same_note(ada, cem)
    read_back(ada, cem)
    see_what_is_missing_and_go_there_by_keyboard(ada)
    answer_the_rest(ada)
    write_down_a_decision(ada)
    promise_an_answer_and_finish(ada)
    tell_contributors(cem, address)
    hear_of_it(room.person("bo@example.org", phone=True), address)
    decide(ada)
    open_again_once(ada, address)


def translate_the_same_note(ada: Page, cem: Page) -> None:
    ada.get_by_role("button", name=f"Turn into action: {ACT}").click()
    cem.get_by_role("checkbox", name=re.compile(SAID[0][0])).check()
    chosen = cem.get_by_role("region", name="Selected notes")
    chosen.get_by_role("button", name="Turn into action").click()
    expect(ada.get_by_role("dialog")).to_contain_text("Cem Aydin is turning this into an action.")
    expect(cem.get_by_role("dialog")).to_contain_text("Ada Visser is turning this into an action.")

    say_it_so_that_one_can_do_it(ada.get_by_role("dialog"))
    assert faults_of(ada) == []
    picture(ada, "closing-1-action")
    ada.get_by_role("button", name="Make action").click()

    expect(cem.get_by_role("dialog")).to_contain_text("Meanwhile this became action 1")
    cem.get_by_role("dialog").get_by_role("button", name="Cancel").click()


def say_it_so_that_one_can_do_it(form: Locator) -> None:
    reading = form.get_by_role("region", name="How it reads so far")
    form.get_by_label("does what?").fill("Improve awareness")
    expect(reading.locator(".wording__hints")).not_to_be_empty()
    form.get_by_label("Who?").select_option("Bo Jansen, Citizens' panel")
    form.get_by_label("does what?").fill("Check 40 homes for loose rugs")
    form.get_by_label("by when?").fill(cast.in_days(30).isoformat())
    form.get_by_label("How can one see that it is done?").fill("A list of 40 checked homes")
    expect(reading).to_contain_text("Bo Jansen will check 40 homes for loose rugs")
    expect(reading.locator(".wording__hints")).to_have_count(0)


def read_back(ada: Page, cem: Page) -> None:
    go_to_part(ada, "Read back")
    cem.get_by_role("button", name="I see it differently…").click()
    cem.get_by_label("What do you see differently?").fill("Forty is too many")
    cem.get_by_role("button", name="Save").click()
    panel = ada.get_by_role("region", name="Read back")
    expect(panel).to_contain_text("Cem Aydin sees it differently: Forty is too many")
    panel.get_by_role("button", name="This is what we meant: next").click()
    expect(panel).to_contain_text("Everything is read back.")


def open_the_closing_check(page: Page) -> Locator:
    page.get_by_role("button", name="Finish session").press("Enter")
    dialog = page.get_by_role("dialog", name="Finish session?")
    expect(
        dialog.get_by_text(re.compile("thing(s are| is) missing|Nothing is missing"))
    ).to_be_visible()
    return dialog


def see_what_is_missing_and_go_there_by_keyboard(page: Page) -> None:
    dialog = open_the_closing_check(page)
    expect(dialog.get_by_text("6 things are missing.")).to_be_visible()
    assert faults_of(page) == []
    picture(page, "closing-2-missing")
    dialog.get_by_role("button", name="Finish session").press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("missing before you can finish")

    dialog.get_by_role("button", name=f"What becomes of “{ASK}”?").press("Enter")
    form = page.get_by_role("dialog", name="What becomes of this insight?")
    form.get_by_role("radio", name=re.compile("^we ask further")).press("Space")
    form.get_by_label("Which question?").press_sequentially("Who fell last winter?")
    form.get_by_role("button", name="Save").press("Enter")
    expect(form).to_have_count(0)


def answer_the_rest(page: Page) -> None:
    answer(page, ESCALATE, "we take it", {"Who is asked?": "The bus company"}, "By when do you")
    answer(page, PARK, "we park it", {"Why?": "No money this year"}, "When do you look")
    answer(page, NO, "we do not act", {"Why?": "It is not ours to change"})
    answer(page, DECIDE, "it needs a decision", {})


def answer(page: Page, insight: str, kind: str, said: dict[str, str], day: str = "") -> None:
    dialog = open_the_closing_check(page)
    dialog.get_by_role("button", name=f"What becomes of “{insight}”?").click()
    form = page.get_by_role("dialog", name="What becomes of this insight?")
    form.get_by_role("radio", name=re.compile(f"^{kind}")).check()
    for label, text in said.items():
        form.get_by_label(label).fill(text)
    if day:
        form.get_by_label(re.compile(f"^{day}")).fill(cast.in_days(60).isoformat())
    form.get_by_role("button", name="Save").click()
    expect(form).to_have_count(0)


def write_down_a_decision(page: Page) -> None:
    dialog = open_the_closing_check(page)
    dialog.get_by_role("button", name=f"“{DECIDE}”: it needs a decision").press("Enter")
    insight = page.get_by_role("article", name=DECIDE)
    expect(insight).to_be_focused()
    insight.get_by_role("button", name="Write down a decision").click()
    form = page.get_by_role("dialog")
    form.get_by_label("What is decided, or to be decided?").fill("Which visit goes?")
    form.get_by_label("What else can one choose?").fill("Both stay, one in spring")
    form.get_by_text("It is decided").click()
    form.get_by_label("Does somebody see it differently?").fill("Bo: both are needed")
    form.get_by_role("button", name="Save").click()
    expect(form).to_have_count(0)


def promise_an_answer_and_finish(page: Page) -> None:
    dialog = open_the_closing_check(page)
    dialog.get_by_role("button", name=re.compile("Those who gave input do not know")).click()
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    dialog = open_the_closing_check(page)
    expect(dialog.get_by_text("Nothing is missing.")).to_be_visible()
    dialog.get_by_role("button", name="Finish session").click()

    page.get_by_role("link", name="See the result").click()
    for expected in ("We park it. No money this year", "The bus company is asked to answer by"):
        expect(page.get_by_role("main")).to_contain_text(expected)
    look_at(page, "closing-3-result")


def tell_contributors(page: Page, address: str) -> None:
    page.goto(f"{address}answers/")
    topic = page.get_by_role("article", name="The whole session")
    topic.get_by_text("Change this answer").click()
    topic.get_by_label("What is done with the input?").select_option("We will do it")
    topic.get_by_label("In plain words").fill(TOLD)
    look_at(page, "closing-4-answers")
    topic.get_by_role("button", name="Save").click()
    topic.get_by_role("button", name="Publish this answer").click()
    expect(page.get_by_text("Those who gave input can read it now.")).to_be_visible()


def hear_of_it(page: Page, address: str) -> None:
    page.goto("/my-input/")
    mine = page.get_by_role("article").filter(has_text=SAID[5][0])
    expect(mine).to_contain_text(TOLD)
    expect(mine).to_contain_text("We do not act on it. It is not ours to change")
    page.goto(address)
    expect(page.get_by_text(TOLD)).to_be_visible()
    picture(page, "closing-5-result-phone")


def decide(page: Page) -> None:
    page.get_by_role("link", name="Decisions").first.click()
    look_at(page, "closing-6-decisions")
    page.get_by_role("link", name="Which visit goes?").click()
    expect(page.get_by_role("main")).to_contain_text("Both stay, one in spring")
    expect(page.get_by_role("main")).to_contain_text("Bo: both are needed")
    page.get_by_text("Write down what was decided").click()
    page.get_by_label("On which day was it decided?").fill(cast.in_days(0).isoformat())
    page.get_by_label("Who decided?").fill("The board of Westmeer")
    page.get_by_label("Why so?").fill("Both nurses asked for it")
    look_at(page, "closing-7-decision")
    assert faults_in_the_dark(page) == []
    page.get_by_role("button", name="Save the decision").click()
    expect(page.get_by_text("The decision is saved.")).to_be_visible()
    picture(page, "closing-8-decided")


def open_again_once(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_text("Open this session again").click()
    page.get_by_label("Why?").fill("An insight was forgotten")
    page.get_by_role("button", name="Open again").click()
    open_the_closing_check(page).get_by_role("button", name="Finish session").click()
    page.get_by_role("link", name="See the result").click()
    expect(page.get_by_text("It was opened again once: An insight was forgotten")).to_be_visible()
    expect(page.get_by_text("Open this session again")).to_have_count(0)


def look_at(page: Page, name: str) -> None:
    picture(page, name)
    assert faults_when_narrow(page) == []
