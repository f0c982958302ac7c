from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from frontend.documents.blocks import (
    Document,
    Facts,
    Items,
    Paragraph,
    Picture,
    Section,
    Table,
    Words,
)
from frontend.documents.letters import UNKNOWN, showable, writable
from frontend.documents.pdf import pdf_of, png_of
from frontend.documents.word import word_of

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20" width="60" height="20">'
    '<rect width="20" height="20" fill="#0b868b"/></svg>'
)


def document(*texts: str) -> Document:
    """Return a document in Dutch with one of everything, in which people wrote *texts*."""
    said = tuple(Words(text, "en") for text in texts)
    return Document(
        title=Words("Vallen", "nl"),
        about="Gezond Westmeer",
        language="nl",
        blocks=(
            Paragraph((Words("Nog niet af."),), tone="lead"),
            Facts(((Words("Doel"), Words("Minder vallen")),)),
            Section(
                Words("Wat we leerden"),
                (
                    Picture(SVG, "Een groen vlak"),
                    Section(Words("Rugs", "en"), (Items(tuple((one,) for one in said)),)),
                ),
            ),
            Section(
                Words("Notities"),
                (
                    Table(
                        Words("Alle notities"),
                        (Words("Nr."), Words("Notitie")),
                        tuple((Words(str(n)), one) for n, one in enumerate(said, start=1)),
                        (1, 6),
                    ),
                ),
            ),
        ),
        foot="Gemaakt met Doorwerk",
    )


def written_by_anybody(test):
    letters = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
    slow = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    return slow(given(st.lists(letters, min_size=1))(test))


def tags_of(reader: PdfReader) -> list[tuple[str, str]]:
    """Return the kinds of the parts of a PDF, in order, with the words for pictures."""
    found = []

    def walk(part: object) -> None:
        part = part.get_object()
        if isinstance(part, list):
            for one in part:
                walk(one)
        elif isinstance(part, dict):
            if "/S" in part:
                found.append((part["/S"], str(part.get("/Alt", ""))))
            if not isinstance(part.get("/K", 0), int):
                walk(part["/K"])

    walk(reader.trailer["/Root"]["/StructTreeRoot"])
    return found


def read(made: bytes) -> PdfReader:
    return PdfReader(BytesIO(made))


def test_a_pdf_has_title_language_headings_lists_and_table_heads_for_screen_readers():
    reader = read(pdf_of(document("Loose rugs")))

    tags = tags_of(reader)
    kinds = [kind for kind, _ in tags]
    assert reader.metadata.title == "Vallen"
    assert reader.trailer["/Root"]["/Lang"] == "nl"
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"].value
    assert "pdfuaid:part" in reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert [kind for kind in kinds if kind[1:2] == "H"] == ["/H1", "/H2", "/H3", "/H2"]
    assert kinds.count("/TH") == 2
    assert kinds.count("/TD") == 2
    assert ("/Figure", "Een groen vlak") in [(kind, alt.strip()) for kind, alt in tags]


def test_a_pdf_says_what_was_written():
    text = " ".join(page.extract_text() for page in read(pdf_of(document("Loose rugs"))).pages)

    for expected in ("Vallen", "Minder vallen", "Wat we leerden", "Loose rugs", "1 / 1"):
        assert expected in text


@pytest.mark.parametrize(
    "text",
    [
        '#panic("x") #include "/etc/passwd"',
        "#{sys.inputs} $x^2$ <label> @ref",
        "= Not a heading\n- not a list",
        "*stars* _lines_ `code` // comment /* more */",
        '\\u{1F600} \\n "quoted" \\',
        "https://example.org/" + "a" * 400,
    ],
)
def test_nothing_that_people_write_is_read_as_markup(text):
    shown = "".join(page.extract_text() for page in read(pdf_of(document(text))).pages)

    assert "".join(text.split()) in "".join(shown.split()).replace("\u200b", "").replace(
        UNKNOWN, ""
    )


@written_by_anybody
def test_a_pdf_keeps_to_its_standard_whatever_people_write(texts):
    metadata = read(pdf_of(document(*texts))).trailer["/Root"]["/Metadata"].get_data().decode()

    assert "pdfuaid:part" in metadata


def test_a_text_that_nobody_foresaw_costs_the_standard_and_not_the_pdf(monkeypatch, caplog):
    monkeypatch.setattr("frontend.documents.pdf.showable", str)

    reader = read(pdf_of(document("漢字")))

    assert "pdfuaid:part" not in reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"].value
    assert "does not keep to PDF/UA-1" in caplog.text


@written_by_anybody
def test_word_gets_back_whatever_people_write(texts):
    read_back = docx.Document(BytesIO(word_of(document(*texts))))

    rows = [row.cells[1].text for row in read_back.tables[0].rows]
    assert rows == ["Notitie", *map(writable, texts)]


def test_signs_and_letters_that_the_fonts_have_are_shown_and_others_are_boxes():
    assert showable("Łódź Київ שלום مرحبا 😀 👩‍👧") == f"Łódź Київ {UNKNOWN * 4} مرحبا 😀 👩‍👧"
    assert showable("漢字") == UNKNOWN * 2
    assert showable("line\nline\ttab\ufe0f") == "line\nline\ttab\ufe0f"


def test_text_that_runs_from_right_to_left_is_known_by_its_first_letter():
    assert Words("«مرحبا» Anna").right_to_left
    assert Words("12 שלום").right_to_left
    assert not Words("Anna مرحبا").right_to_left
    assert not Words("12").right_to_left


def test_a_word_document_has_real_headings_table_heads_and_words_for_pictures():
    file = docx.Document(BytesIO(word_of(document("Loose rugs"))))

    styles = [(line.style.name, line.text) for line in file.paragraphs if line.text]
    headings = [one for one in styles if one[0].startswith(("Title", "Heading"))]
    table = file.tables[0]
    picture = file.element.body.find(f".//{qn('wp:docPr')}")
    assert headings == [
        ("Title", "Vallen"),
        ("Heading 1", "Wat we leerden"),
        ("Heading 2", "Rugs"),
        ("Heading 1", "Notities"),
    ]
    assert ("Normal", "Doel: Minder vallen") in styles
    assert ("List Bullet", "Loose rugs") in styles
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Nr.", "Notitie"],
        ["1", "Loose rugs"],
    ]
    assert file.element.xpath("//w:tbl/w:tr[1]/w:trPr/w:tblHeader")
    assert picture.get("descr") == "Een groen vlak"
    assert (file.core_properties.title, file.core_properties.author) == ("Vallen", "Doorwerk")
    assert file.core_properties.language == "nl"


def test_words_in_another_language_say_so_in_word():
    file = docx.Document(BytesIO(word_of(document("Loose rugs"))))

    languages = {mark.get(qn("w:val")) for mark in file.element.body.iter(qn("w:lang"))}

    assert languages == {"nl", "en"}


def test_a_drawing_becomes_a_picture():
    assert png_of(SVG).startswith(b"\x89PNG")
