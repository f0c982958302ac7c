"""Whatever file somebody sends: what is in it, or a sentence that says what to do."""

import struct
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from actions.sheets.cells import Unreadable
from actions.sheets.headers import guessed, header_of, names_in
from actions.sheets.reading import sheets_in
from kernel.errors import InvalidInputError
from tests.actions import sheeting


def cells_of(content: bytes) -> list[list[object]]:
    return [line.cells for line in sheets_in(content)[0].lines]


def with_part(content: bytes, name: str, change) -> bytes:
    """Return the workbook with one of its parts changed."""
    kept = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(kept, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            data = old.read(part)
            new.writestr(part, change(data) if part == name else data)
    return kept.getvalue()


def says(content: bytes) -> str:
    with pytest.raises(InvalidInputError) as refused:
        sheets_in(content)
    assert refused.value.field == "file"
    return refused.value.message


def test_each_kind_of_cell_is_text_or_a_day():
    noon = datetime.combine(date(2026, 3, 3), time(12))
    content = sheeting.workbook(["what", 12, 12.5, noon, True, None, "=A1", "#REF!"])
    content = with_part(
        content,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"<v />", b"").replace(b"<v></v>", b""),
    )

    first = cells_of(content)[0]

    assert first[:6] == ["what", "12", "12.5", date(2026, 3, 3), "yes", ""]
    assert isinstance(first[6], Unreadable)
    assert first[6].fault.startswith("holds a formula whose result is not in the file")
    assert first[7] == Unreadable("holds an error (#REF!).")


def test_a_formula_counts_as_what_it_came_to():
    content = with_part(
        sheeting.workbook(["=1+1"]),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"<v />", b"<v>2</v>").replace(b"<v></v>", b"<v>2</v>"),
    )

    assert cells_of(content) == [["2"]]


def test_merged_cells_are_taken_apart_down_the_rows():
    book = load_workbook(BytesIO(sheeting.workbook(["Title", None], ["A", "Ada"], ["B", None])))
    book.active.merge_cells("A1:B1")
    book.active.merge_cells("B2:B3")

    sheet = sheets_in(sheeting.saved(book))[0]

    assert [line.cells for line in sheet.lines] == [["Title"], ["A", "Ada"], ["B", "Ada"]]
    assert sheet.had_merged


def test_sheets_that_are_hidden_or_empty_are_left_out_and_the_fullest_comes_first():
    book = Workbook()
    book.create_sheet("Hidden").sheet_state = "hidden"
    book["Hidden"].append(["Secret"])
    book.create_sheet("Short").append(["One"])
    long = book.create_sheet("Long")
    long.append(["One"])
    long.append([])
    long.append(["Two"])

    sheets = sheets_in(sheeting.saved(book))

    assert [sheet.name for sheet in sheets] == ["Long", "Short"]
    assert [line.number for line in sheets[0].lines] == [1, 3]


@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_values_are_read_with_each_mark_also_below_a_title(mark):
    text = "Actielijst\n\nNr;Actie;Wie\n1;Kleden weghalen;Bo\n2;Folder;Ada\n".replace(";", mark)

    sheet = sheets_in(text.encode("utf-8-sig"))[0]

    assert sheet.lines[1].cells == ["Nr", "Actie", "Wie"]
    assert header_of(sheet).number == 3


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        (["Nr.", "Actie", "Wie", "Deadline", "Status"], "reference title owner due state"),
        (["Åtgärd", "Ansvarig", "Klart senast", "Läge"], "title owner due state"),
        (["Action item", "Owner", "Due date", "Progress"], "title owner due state"),
        (["Datum", "Wat gaan we doen", "Trekker", "Gereed voor"], "due? title owner due"),
        (["Kleur", "Maat"], ""),
    ],
)
def test_columns_are_guessed_from_their_names(names, columns):
    wanted = {name: place for place, name in enumerate(columns.split()) if not name.endswith("?")}

    assert guessed(names) == wanted


def test_what_was_chosen_before_comes_first():
    assert guessed(["Wie", "Wat", "Naam"], {"owner": "Naam", "due": "Gone"}) == {
        "owner": 2,
        "title": 1,
    }


def test_the_names_are_found_below_a_title_block():
    content = sheeting.workbook(
        ["Actielijst stuurgroep"], [None, "versie", 3], [], sheeting.HEADER, *sheeting.ROWS
    )
    sheet = sheets_in(content)[0]

    assert names_in(header_of(sheet)) == sheeting.HEADER


def test_a_file_that_unpacks_to_too_much_is_not_unpacked():
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * 61 * 1024 * 1024)

    assert says(kept.getvalue()).startswith("This workbook unpacks to more than 60 MB.")


def test_a_file_that_lies_about_its_size_is_damaged():
    content = bytearray(sheeting.workbook())
    directory = content.rfind(b"PK\x01\x02")
    struct.pack_into("<I", content, directory + 24, 3)

    assert says(bytes(content)).startswith("This workbook is damaged.")


def test_traps_in_the_markup_are_not_followed():
    def trapped(xml: bytes) -> bytes:
        return b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + xml

    content = with_part(sheeting.workbook(), "xl/worksheets/sheet1.xml", trapped)

    assert says(content).startswith("This workbook is damaged.")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This file is empty."),
        (b"%PDF-1.7 whatever", "This is a PDF, whatever its name says."),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "This file is protected by"),
        (b"\xd0\xcf\x11\xe0 old", "This is a workbook of an older kind (.xls)."),
        (b"PK\x03\x04 cut off", "This workbook is damaged."),
        (b"x" * (5 * 1024 * 1024 + 1), "This file is larger than 5 MB."),
        (b"caf\xe9;wie\n", "This file is not written in UTF-8"),
        (b'"open;wie\n1;2\n', "A quotation mark in row 1 is never closed"),
        (b"actie;wie\n" + b"a;b\n" * 5200, "This sheet has more than 5,000 rows."),
        (b";".join([b"n"] * 300), "This sheet has more than 200 columns."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_gets_a_clear_answer(content, sentence):
    assert says(content).startswith(sentence)


def test_another_kind_of_archive_is_no_workbook():
    kept = BytesIO()
    with ZipFile(kept, "w") as archive:
        archive.writestr("word/document.xml", b"<document/>")

    assert says(kept.getvalue()).startswith("This is not a workbook.")


def test_fifty_thousand_rows_are_too_many():
    book = Workbook(write_only=True)
    page = book.create_sheet("Acties")
    for number in range(50_000):
        page.append([number, "Actie"])

    assert says(sheeting.saved(book)).startswith("This sheet has more than 5,000 rows.")


def test_a_row_far_below_costs_nothing():
    book = Workbook()
    book.active.append(["Actie"])
    book.active.cell(row=1_048_576, column=1, value="Far")

    assert [line.number for line in sheets_in(sheeting.saved(book))[0].lines] == [1, 1_048_576]
