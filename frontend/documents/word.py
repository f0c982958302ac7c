"""A document for Word: real headings, tables whose heads repeat, pictures with words for them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as File
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row
from docx.oxml.text.paragraph import CT_P
from docx.shared import Cm, Length, Pt, RGBColor

from frontend.documents.blocks import (
    Block,
    Document,
    Facts,
    Items,
    Paragraph,
    Picture,
    Section,
    Table,
    Words,
)
from frontend.documents.letters import writable
from frontend.documents.pdf import png_of

TEXT_WIDTH = Cm(17)
INK, QUIET = RGBColor(0x1D, 0x2B, 0x36), RGBColor(0x4C, 0x5A, 0x66)
FONT = "Calibri"
# Of each style: points, and points of room above and below.
CELL = "Cell"
STYLES = {
    "Normal": (10.5, 0, 5),
    "Title": (22, 0, 4),
    "Heading 1": (15, 18, 5),
    "Heading 2": (12, 13, 4),
    "Heading 3": (11, 10, 3),
    "List Bullet": (10.5, 0, 3),
    CELL: (9, 2, 2),
}


def word_of(document: Document) -> bytes:
    """Return the document as a file for Word (.docx)."""
    file = docx.Document()
    _describe(file, document)
    _dress(file)
    _foot(file, document.foot)
    _append(file, _line([document.title], style="Title"))
    _append(file, _line([Words(document.about)], quiet=True))
    for block in document.blocks:
        _add(file, block, level=1)
    kept = BytesIO()
    file.save(kept)
    return kept.getvalue()


def _add(file: File, block: Block, *, level: int) -> None:
    match block:
        case Table():
            _append_table(file, block)
        case Picture(svg=svg, alt=alt):
            file.add_picture(BytesIO(png_of(svg)), width=TEXT_WIDTH)
            _newest(file, "wp:docPr").set("descr", writable(alt))
        case Section(title=title, blocks=blocks):
            _append(file, _line([title], style=f"Heading{min(level, 3)}"))
            for part in blocks:
                _add(file, part, level=level + 1)
        case _:
            for line in _lines(block):
                _append(file, line)


def _lines(block: Paragraph | Items | Facts) -> Iterator[CT_P]:
    match block:
        case Paragraph(words=words, tone=tone):
            yield _line(words, quiet=tone == "quiet")
        case Items(items=items):
            for item in items:
                yield _line(item, style="ListBullet")
        case Facts(rows=rows):
            for name, what in rows:
                yield _line([replace(name, text=f"{name.text}:", strong=True), what])


def _append(file: File, part: CT_P) -> None:
    file.element.body.sectPr.addprevious(part)


def _line(words: Sequence[Words], *, style: str = "", quiet: bool = False) -> CT_P:
    # Built by hand: the library looks a style up anew for each paragraph, two seconds for a
    # thousand of them.
    line: CT_P = OxmlElement("w:p")
    if style:
        line.get_or_add_pPr().style = style
    if words[-1].right_to_left:
        _mark(line.get_or_add_pPr(), "w:bidi")
    for place, piece in enumerate(words):
        run = line.add_r()
        run.text = writable((" " if place else "") + piece.text)
        for tag, value in _looks(piece, quiet=quiet).items():
            _mark(run.get_or_add_rPr(), tag, value)
    return line


def _looks(piece: Words, *, quiet: bool) -> dict[str, str]:
    """Return how a piece looks, in the order that the format asks for."""
    looks = {
        "w:b": "true" if piece.strong else "",
        "w:color": str(QUIET) if quiet else "",
        "w:rtl": "true" if piece.right_to_left else "",
        "w:lang": piece.language,
    }
    return {tag: value for tag, value in looks.items() if value}


def _append_table(file: File, table: Table) -> None:
    made = file.add_table(rows=0, cols=len(table.head))
    share = TEXT_WIDTH // sum(table.widths)
    widths = [Length(width * share) for width in table.widths]
    element = _newest(file, "w:tbl")
    properties = element.tblPr
    _rule(properties)
    _mark(properties, "w:tblCaption", writable(table.caption.text))
    for column, width in zip(made.columns, widths, strict=True):
        column.width = width
    head = _row([Words(one.text, one.language, strong=True) for one in table.head], widths)
    _mark(head.get_or_add_trPr(), "w:tblHeader")
    for row in (head, *(_row(words, widths) for words in table.rows)):
        element.append(row)  # an element already, where add_row() would make one
    _append(file, _line([Words("")]))


def _row(cells: Sequence[Words], widths: Sequence[Length]) -> CT_Row:
    row: CT_Row = OxmlElement("w:tr")
    _mark(row.get_or_add_trPr(), "w:cantSplit")
    for words, width in zip(cells, widths, strict=True):
        cell = row.add_tc()
        cell.width = width
        cell.replace(cell.p_lst[0], _line([words], style=CELL))
    return row


def _newest(file: File, tag: str) -> Any:
    """Return the last element of a kind: what the library's own objects of it do not reach."""
    return file.element.body.xpath(f".//{tag}")[-1]


def _rule(properties: Any) -> None:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in {"val": "single", "sz": "4", "color": "C3CCD3"}.items():
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties.append(borders)


def _mark(properties: Any, tag: str, value: str = "") -> None:
    mark = OxmlElement(tag)
    if value:
        mark.set(qn("w:val"), value)
    properties.append(mark)


def _describe(file: File, document: Document) -> None:
    about = file.core_properties
    about.title = writable(document.title.text)
    about.author = "Doorwerk"
    about.comments = ""
    about.language = document.language
    for language in file.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), document.language)
    page = file.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2)


def _dress(file: File) -> None:
    file.styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
    for name, (size, above, below) in STYLES.items():
        style = file.styles[name]
        style.font.size = Pt(size)
        style.font.color.rgb = INK
        style.paragraph_format.space_before = Pt(above)
        style.paragraph_format.space_after = Pt(below)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()  # the template's own, which would win
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{kind}"), FONT)


def _foot(file: File, foot: str) -> None:
    line = file.sections[0].footer.paragraphs[0]
    line.style = file.styles["Normal"]
    line.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(f"{writable(foot)}\t")
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    # The library knows no fields.
    file.sections[0].footer.part.element.xpath(".//w:p")[0].append(number)
    for run in line.runs:
        run.font.size = Pt(8)
