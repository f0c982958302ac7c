from dataclasses import replace
from io import BytesIO
from uuid import uuid4

import docx
import pytest
from django.urls import reverse
from pypdf import PdfReader

from actions.services.closing import close_session
from actions.services.decisions import DecisionWording
from partnerships.models.membership import Membership
from partnerships.services.setup import add_theme
from reflections.models.session import ReflectionSession
from reflections.services.dispositions import Answer
from reflections.services.groups import group_notes
from reflections.services.insights import Wording, agree_insight, draft_insight
from reflections.states import PhaseKind
from tests import ballots, cast, endings, telling
from tests.frontend_app.pages import queries_for, signed_in, text_of
from tests.unchanged import nothing_changed

SAID = [
    "Falls at home",
    "Healthy Westmeer",
    "2 people took part.",
    "4 notes were written.",
    "1. Homes are not ready",
    "Answer: We act on it.",
    "Action 1: Check 40 homes for loose rugs",
    "2. Nobody checks",
    "Seen differently: Bo: my aunt does",
    "Answer: We park it. No money this year",
    "Bo Jansen",
    "A list of 40 checked homes",
    "Waiting for a yes",
    "Data: CC BY 4.0",
]


@pytest.fixture
def session(cem: Membership, ada: Membership, bo: Membership) -> ReflectionSession:
    """A session with two insights, one of which became an action, and a group of one note."""
    session = cast.collecting(ada, bo)
    session.attribution = "Data: CC BY 4.0"
    session.goal = "Know why people fall"
    session.save()
    session.themes.add(add_theme(cem, title="Growing old at home"))
    cast.proposed(ada, bo, session)
    [lamp, _] = cast.revealed(bo, session, "The lamp is broken", "Said by Bo & me <b>")
    group_notes(ada, session.pk, group_id=uuid4(), note_ids=[lamp.pk], title="Light")
    insight = draft_insight(
        ada,
        session.pk,
        insight_id=uuid4(),
        wording=Wording("Nobody checks", [lamp.pk], dissent="Bo: my aunt does"),
    )
    agree_insight(ada, session.pk, insight_id=insight.pk)
    parked = Answer("park", "No money this year", revisit_on=cast.in_days(200))
    endings.answered(ada, session, insight, parked)
    return session


def address(member: Membership, session: ReflectionSession, name: str = "report") -> str:
    return reverse(name, args=[member.partnership.slug, session.pk])


def taken(member: Membership, session: ReflectionSession, name: str, query: str = ""):
    answer = signed_in(member.person).get(address(member, session, name) + query)
    assert answer.status_code == 200
    return answer


def in_word(answer) -> str:
    file = docx.Document(BytesIO(answer.content))
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(line.text for line in file.paragraphs), *cells])


def in_pdf(answer) -> str:
    pages = PdfReader(BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_report_says_the_same_as_a_page_as_pdf_and_in_word(bo, session):
    page = text_of(taken(bo, session, "report"))
    pdf = in_pdf(taken(bo, session, "report_pdf"))
    word = in_word(taken(bo, session, "report_word"))

    for expected in [*SAID, "Know why people fall", "Growing old at home", "The lamp is broken"]:
        assert expected in page
        assert expected in pdf
        assert expected in word


def test_each_note_has_a_number_by_which_insights_say_where_they_come_from(ada, session):
    file = docx.Document(BytesIO(taken(ada, session, "report_word").content))

    notes = {
        row.cells[1].text: (row.cells[0].text, row.cells[2].text, row.cells[3].text)
        for table in file.tables
        for row in table.rows
        if table.rows[0].cells[1].text == "Note"
    }
    assert notes["The lamp is broken"] == ("1", "Light", "Insight\u00a02")
    assert notes["Loose rugs"] == ("2", "", "Insight\u00a01, Action\u00a01")
    lines = [line.text for line in file.paragraphs]
    assert "From note 1." in lines
    assert "From notes 2, 3." in lines


def test_decisions_and_what_contributors_are_told_stand_in_the_report(ada, bo, cem, session):
    wording = DecisionWording(
        text="Every home gets a visit",
        rationale="It costs less than a broken hip",
        options="A letter to every home",
        dissent="Otto: a letter is enough",
        decided_by="The board",
        decided_on=cast.in_days(0),
    )
    earlier = endings.decision(ada, session, wording)
    endings.decision(ada, session, replace(wording, text="We ask first", replaces_id=earlier.pk))
    telling.published(cem, session, earlier.insight)
    telling.promised(ada, session, cast.in_days(21))

    page = text_of(taken(bo, session, "report"))

    day = f"{cast.in_days(0):%-d %B %Y}"
    assert (
        "Decision 1: Every home gets a visit It costs less than a broken hip"
        " Also considered: A letter to every home Seen differently: Otto: a letter is enough"
        f" Decided on {day} by The board. Another decision took its place."
    ) in page
    assert "Decision 2: We ask first It costs less than a broken hip Also considered:" in page
    assert f"It is done: {telling.TEXT}" in page
    told = page.partition("What those who gave input are told")[2]
    assert told.startswith(f" You get an answer by {cast.in_days(21):%-d %B %Y}.")
    assert "Only a draft" not in page


def test_the_report_names_nobody_who_wrote_a_note(ada, dag, session):
    cast.revealed(ada, session, "Hers")

    page = taken(ada, session, "report").content.decode()

    notes = page.partition("<h2>All notes</h2>")[2]
    assert "Hers" in notes
    assert "Ada Visser" not in notes
    assert "Bo Jansen" not in notes


def test_an_unfinished_session_has_a_report_that_says_so_and_hides_what_is_hidden(ada, bo, session):
    cast.write(bo, session, "Still hidden")
    draft_insight(
        ada,
        session.pk,
        insight_id=uuid4(),
        wording=Wording("Only a draft", [cast.revealed(ada, session, "x")[0].pk]),
    )
    cast.write(bo, session, "Hidden again")

    page = text_of(taken(ada, session, "report"))
    close = cast.collecting(ada)
    close_session(ada, close.pk)
    finished = text_of(taken(ada, close, "report"))

    assert "This session is not finished." in page
    assert "Hidden again" not in page
    assert "Only a draft" not in page
    assert "This session is not finished." not in finished
    assert "No insight was agreed." in finished


@pytest.mark.parametrize(
    ("query", "language", "learned"),
    [("", "en", "What we learned"), ("?in=nl", "nl", "Wat we leerden"), ("?in=xx", "en", "What")],
)
def test_the_report_is_in_the_readers_language_or_in_another_one(
    ada, session, query, language, learned
):
    page = taken(ada, session, "report", query).content.decode()
    pdf = PdfReader(BytesIO(taken(ada, session, "report_pdf", query).content))
    word = docx.Document(BytesIO(taken(ada, session, "report_word", query).content))

    assert f'<article class="stack stack-wide document" lang="{language}">' in page
    assert learned in page
    assert pdf.trailer["/Root"]["/Lang"] == language
    assert word.core_properties.language == language


def test_what_people_wrote_is_shown_as_they_wrote_it_and_never_as_markup(bo, session):
    page = taken(bo, session, "report").content.decode()

    assert "Said by Bo &amp; me &lt;b&gt;" in page
    assert "me <b>" not in page


def test_whoever_cannot_read_the_board_cannot_read_its_report(cem, otto, bo, session):
    names = ("report", "report_pdf", "report_word")

    with nothing_changed():
        found = {
            (member.person.name, name): signed_in(member.person)
            .get(address(member, session, name))
            .status_code
            for member in (cem, otto)
            for name in names
        }
    planned = cast.plan(cem)

    assert set(found.values()) == {403}
    assert signed_in(cem.person).get(address(cem, planned)).status_code == 403


def test_only_those_who_may_are_offered_everything_as_files(ada, bo, session):
    leading, taking_part = (taken(one, session, "report").content.decode() for one in (ada, bo))

    assert address(ada, session, "export_sheet") in leading
    assert address(ada, session, "export_sheet") not in taking_part
    assert address(ada, session, "report_pdf") in taking_part


def test_the_result_leads_to_the_report(ada, session):
    endings.closed(ada, session)

    answer = signed_in(ada.person).get(reverse("session", args=[ada.partnership.slug, session.pk]))

    assert address(ada, session) in answer.content.decode()


def test_a_report_of_many_notes_takes_no_more_queries(ada, bo, session):
    browser = signed_in(ada.person)
    before = queries_for(browser, address(ada, session))

    for n in range(3):
        cast.proposed(ada, bo, session)
        notes = cast.revealed(bo, session, *[f"Note {n} {m}" for m in range(5)])
        group_notes(ada, session.pk, group_id=uuid4(), note_ids=[one.pk for one in notes])

    assert queries_for(browser, address(ada, session)) == before


def test_votes_are_counted_once_voting_is_over(ada, bo):
    session, [rugs, _] = ballots.voting(ada, bo)
    ballots.vote(bo, session, rugs.pk)
    group_notes(ada, session.pk, group_id=uuid4(), note_ids=[rugs.pk], title="Floors")

    during = text_of(taken(ada, session, "report"))
    cast.go_to(ada, session, PhaseKind.DISCUSS)
    afterwards = text_of(taken(ada, session, "report"))

    assert "Votes" not in during
    assert "Question In group Notes Votes What? Floors 1 1 What? In no group 1 0" in afterwards


def test_the_picture_shows_seven_places_in_a_column_at_most(ada, bo):
    session = cast.collecting(ada, bo)
    for n in range(12):
        [note] = cast.revealed(bo, session, f"Note {n}")
        group_notes(ada, session.pk, group_id=uuid4(), note_ids=[note.pk], title=f"Group {n}")
        cast.proposed(ada, bo, session)

    page = taken(ada, session, "report").content.decode()
    drawing = page.partition('class="flow"')[2].partition("</svg>")[0]

    assert drawing.count('class="flow__notes"') == 7
    assert drawing.count('class="flow__insights"') == 7
    assert drawing.count('class="flow__actions"') == 7
    assert "All other notes" in drawing
    assert drawing.count("6 more") == 2
