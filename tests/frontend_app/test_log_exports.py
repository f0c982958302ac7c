import json
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests import brought, cast
from tests.frontend_app.pages import signed_in, text_of

TITLE = '=HYPERLINK("http://evil.example","Ask")'


@pytest.fixture
def actions(cem, ada, bo):
    return cast.accepted(ada, bo), brought.in_from_a_file(cem, ada, title=TITLE)


def taken(member, name: str, query: str = ""):
    return signed_in(member.person).get(reverse(name, args=[member.partnership.slug]) + query)


def test_the_log_is_a_workbook_in_which_nothing_computes(actions, bo):
    answer = taken(bo, "log_sheet")

    page = load_workbook(BytesIO(answer.content)).active
    rows = {row[0].value: row for row in page.iter_rows(min_row=2)}
    head = [cell.value for cell in page[1]]
    came_from = head.index("From")
    assert "healthy-westmeer-" in answer["Content-Disposition"]
    assert set(rows) == {1, 2}
    assert (rows[2][1].value, rows[2][1].data_type) == (TITLE, "s")
    assert rows[1][came_from].value == "From “Falls at home”"
    assert rows[2][came_from].value == "Imported from “actions.xlsx”, row 7"
    assert rows[1][head.index("Insights")].value == "Homes are not ready"


def test_it_takes_the_conditions_along(actions, bo):
    query = "?state=accepted"

    values = taken(bo, "log_csv", query).content.decode("utf-8-sig").splitlines()
    records = json.loads(taken(bo, "log_json", query).content)
    paper = text_of(taken(bo, "log_on_paper", query))

    assert len(values) == 2
    assert [action["number"] for action in records["actions"]] == [1]
    assert "Check 40 homes for loose rugs" in paper
    assert "HYPERLINK" not in paper


def test_values_are_guarded_and_records_keep_the_words(actions, bo):
    values = taken(bo, "log_csv").content.decode("utf-8-sig")
    records = json.loads(taken(bo, "log_json").content)

    assert "\"'=HYPERLINK(" in values
    assert {action["title"] for action in records["actions"]} >= {TITLE}


def test_the_other_partnership_takes_its_own(actions, mira):
    assert json.loads(taken(mira, "log_json").content)["actions"] == []
