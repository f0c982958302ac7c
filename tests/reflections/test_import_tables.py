from time import process_time

import pytest

from kernel.errors import InvalidInputError
from reflections.services.tables import MOST_BYTES, Row, Table, fault_in, table_of, text_of

WANTED = Table(
    header=["id", "text"], rows=[Row(2, ["1", "Rugs"]), Row(3, ["2", "No rail, no light"])]
)
SAVE_AS = "save it as “CSV UTF-8”"


@pytest.mark.parametrize(
    "text",
    [
        'id,text\n1,Rugs\n2,"No rail, no light"\n',
        "id;text\r\n1;Rugs\r\n2;No rail, no light\r\n",
        "id\ttext\r1\tRugs\r2\tNo rail, no light",
        '"id","text"\n"1","Rugs"\n"2","No rail, no light"\n\n\n',
    ],
    ids=["comma", "semicolon", "tab", "quotes"],
)
def test_files_of_all_programmes_are_read_alike(text):
    assert table_of(text) == WANTED


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["without a mark", "with one"])
def test_both_kinds_of_utf_8_are_read(mark):
    assert text_of(mark + "id,text\n1,Zoé 😊\n".encode()) == "id,text\n1,Zoé 😊\n"


def test_one_column_whose_text_holds_commas_stays_one_column():
    table = table_of(
        "What helps, and what not?\nA walk, with others\nTea\nA call, a card, a visit\n"
    )

    assert table.header == ["What helps, and what not?"]
    assert [row.values for row in table.rows] == [
        ["A walk, with others"],
        ["Tea"],
        ["A call, a card, a visit"],
    ]


def test_a_text_may_hold_line_breaks_and_rows_count_as_in_a_spreadsheet():
    table = table_of('id,text\n1,"Two\nlines"\n\n2,Rugs\n')

    assert table.rows == [Row(2, ["1", "Two\nlines"]), Row(4, ["2", "Rugs"])]


def test_columns_without_a_name_get_their_number():
    assert table_of("id,, the  text \n1,2,3\n").header == ["id", "Column 2", "the text"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("id,text\n1,Zoé\n".encode("latin-1"), SAVE_AS),
        ("id,text\n1,Zoé\n".encode("utf-16"), SAVE_AS),
        ("id,text\n1,Zoé\n".encode("utf-16-be"), SAVE_AS),
        (b"id,text\n1,Ru\0gs\n", SAVE_AS),
        (b"PK\x03\x04 a workbook", SAVE_AS),
        (b"\xd0\xcf\x11\xe0 an old workbook", SAVE_AS),
        (b"%PDF-1.7", SAVE_AS),
        (b"x" * (MOST_BYTES + 1), "larger than 5 MB"),
    ],
    ids=["latin-1", "utf-16", "utf-16-be", "nul", "xlsx", "xls", "pdf", "too large"],
)
def test_what_is_not_text_is_refused_with_the_way_out(content, sentence):
    with pytest.raises(InvalidInputError, match=sentence) as refused:
        text_of(content)

    assert refused.value.field == "file"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "This file is empty"),
        (",,\n1,2,3\n", "The first row must name the columns"),
        ("\n\nid,text\n", "The first row must name the columns"),
        ("id,text\n", "nothing below it"),
        ("id,text\n ,\n\n", "nothing below it"),
        ("n,text\n" + "1,a\n" * 5001, "more than 5,000 rows"),
        ("n" + "," * 200 + "\n1" + "," * 200, "more than 200 columns"),
        ('id,text\n1,Rugs\n2,"No rail\n3,Light\n', "A quotation mark in row 3 is never closed"),
        ('text\n"No" rail\nLight\n', "Row 2: The quotation marks in this row are not in pairs"),
    ],
    ids=[
        "empty",
        "no names",
        "blank first",
        "no rows",
        "blank rows",
        "long",
        "wide",
        "open",
        "one",
    ],
)
def test_what_holds_nothing_to_import_is_refused(text, sentence):
    with pytest.raises(InvalidInputError, match=sentence) as refused:
        table_of(text)

    assert refused.value.field == "file"


def test_rows_that_do_not_fit_are_named():
    table = table_of('id,text\n1,Rugs\n2\n3,No rail, no light\n4,"No" rail\n5,Light,\n6,x\n')

    assert [(row.number, fault_in(row, table)) for row in table.rows] == [
        (2, ""),
        (3, "This row has 1 column; the first row names 2."),
        (4, "This row has 3 columns; the first row names 2."),
        (5, "The quotation marks in this row are not in pairs."),
        (6, ""),
        (7, ""),
    ]


@pytest.mark.parametrize("empty", ["\n", "\r\n", " \n", ",\n"])
def test_a_million_empty_rows_at_the_end_cost_nothing(empty):
    start = process_time()

    assert len(table_of("id,text\n1,Rugs\n" + empty * 1_000_000).rows) == 1

    assert process_time() - start < 1


@pytest.mark.parametrize("empty", ["\n", "\r\n", " \n", ",\n", '"",""\n'])
def test_a_million_empty_rows_elsewhere_are_refused_at_once(empty):
    start = process_time()

    with pytest.raises(InvalidInputError, match="more than 5,000 rows"):
        table_of("id,text\n1,Rugs\n" + empty * 800_000 + "2,Rails\n")

    assert process_time() - start < 3


def test_the_empty_end_of_a_file_takes_nothing_of_its_last_row():
    table = table_of("id,text,who\n1,Rugs,\n,,\n\n , ,\n")

    assert [row.values for row in table.rows] == [["1", "Rugs", ""]]
