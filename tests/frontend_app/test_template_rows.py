from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontend.forms.template_rows import MOST, arranged, rows_in, rows_of
from reflections.records.template import Course, TemplateColumn
from tests.reflections.template_content import AGREE, WRITE

COURSE = Course(phases=[WRITE, AGREE], columns=[TemplateColumn("Always", "What?", "idea")])


def _sent(course):
    """Return the fields of a form that shows the course."""
    rows = rows_of(course)
    fields = {"phases": len(rows["phases"])}
    for n, phase in enumerate(rows["phases"]):
        columns = phase.pop("columns")
        fields |= {f"phases-{n}-{name}": value for name, value in phase.items()}
        fields |= _columns(columns, f"phases-{n}-columns")
    return {
        name: str(value) for name, value in (fields | _columns(rows["columns"], "columns")).items()
    }


def _columns(rows, place):
    return {place: len(rows)} | {
        f"{place}-{n}-{name}": value for n, row in enumerate(rows) for name, value in row.items()
    }


def _titles(rows):
    return [phase["title"] for phase in rows["phases"]]


def test_what_is_shown_comes_back_as_it_was():
    rows = rows_in(_sent(COURSE))
    for phase in rows["phases"]:
        phase["minutes"] = int(phase["minutes"])

    assert rows == rows_of(COURSE)


def test_a_new_part_comes_last_and_a_new_column_where_it_was_asked_for():
    rows = rows_of(COURSE)

    assert arranged(rows, "add phases") == "phases-2"
    assert arranged(rows, "add phases-2-columns") == "phases-2-columns-0"
    assert arranged(rows, "add columns") == "columns-1"

    assert _titles(rows) == ["Look back", "Agree", ""]
    assert rows["phases"][2]["columns"] == [{"title": "", "prompt": "", "kind": ""}]
    assert len(rows["columns"]) == 2


@pytest.mark.parametrize(
    ("step", "titles", "focus"),
    [
        ("up phases-1", ["Agree", "Look back"], "phases-0"),
        ("down phases-0", ["Agree", "Look back"], "phases-1"),
        ("up phases-0", ["Look back", "Agree"], "phases-0"),
        ("down phases-1", ["Look back", "Agree"], "phases-1"),
        ("remove phases-0", ["Agree"], "phases-0"),
        ("remove phases-1", ["Look back"], "phases-0"),
    ],
)
def test_parts_are_moved_and_removed_with_all_that_is_in_them(step, titles, focus):
    rows = rows_of(COURSE)

    assert (arranged(rows, step), _titles(rows)) == (focus, titles)
    written = [phase["columns"] for phase in rows["phases"] if phase["title"] == "Look back"]
    assert all(columns == rows_of(COURSE)["phases"][0]["columns"] for columns in written)


def test_the_last_row_that_is_removed_leaves_the_place_where_one_can_be_added():
    rows = rows_of(COURSE)

    assert arranged(rows, "remove phases-0-columns-0") == "phases-0-columns"
    assert arranged(rows, "remove columns-0") == "columns"
    assert (rows["phases"][0]["columns"], rows["columns"]) == ([], [])


STEPS = st.one_of(
    st.text(max_size=40),
    st.builds(
        "{} {}".format,
        st.sampled_from(["add", "up", "down", "remove", "fly"]),
        st.sampled_from(
            (
                *("phases", "phases-0", "phases-9", "phases--1", "phases-0-columns"),
                *("phases-x-columns", "phases-0-columns-0", "phases-0-title", "phases-9-columns"),
                *("phases-0-title-0", "columns", "columns-0", "columns-5", "texts", "-", ""),
            )
        ),
    ),
)


@given(step=STEPS)
def test_no_step_breaks_anything(step):
    rows = rows_of(COURSE)
    before = deepcopy(rows)

    arranged(rows, step)

    changed = rows != before
    assert set(rows) == {"phases", "columns"}
    assert changed or rows == before
    assert all(set(phase) == set(before["phases"][0]) for phase in rows["phases"])


@given(sent=st.dictionaries(st.sampled_from(["phases", "columns", "phases-0-columns"]), st.text()))
def test_whatever_is_sent_is_read_as_rows(sent):
    rows = rows_in(sent)

    assert len(rows["phases"]) <= MOST
    assert len(rows["columns"]) <= MOST


def test_a_form_cannot_ask_for_more_rows_than_there_may_be():
    assert len(rows_in({"phases": "999999999999"})["phases"]) == MOST
