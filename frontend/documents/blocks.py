"""What a document is made of, however it is shown: as a page, as a PDF or in Word."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

Tone = Literal["plain", "lead", "quiet"]


@dataclass(frozen=True)
class Words:
    """A piece of text; without a language it is in that of the document."""

    text: str
    language: str = ""
    strong: bool = False

    @property
    def right_to_left(self) -> bool:
        """Say whether the first letter that has a direction runs from right to left."""
        directions = (unicodedata.bidirectional(letter) for letter in self.text)
        return next((one for one in directions if one in {"L", "R", "AL"}), "L") != "L"


@dataclass(frozen=True)
class Paragraph:
    """Pieces of text after each other."""

    words: tuple[Words, ...]
    tone: Tone = "plain"
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True)
class Items:
    """A list of paragraphs."""

    items: tuple[tuple[Words, ...], ...]
    kind: Literal["items"] = "items"


@dataclass(frozen=True)
class Facts:
    """Names of things, each with what it is."""

    rows: tuple[tuple[Words, Words], ...]
    kind: Literal["facts"] = "facts"


@dataclass(frozen=True)
class Table:
    """Rows under a head; `widths` says how the columns share the width of a page."""

    caption: Words
    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[int, ...]
    kind: Literal["table"] = "table"

    @property
    def labelled_rows(self) -> list[list[tuple[Words, Words]]]:
        """Return each cell with the head of its column, for screens too narrow for a table."""
        return [list(zip(self.head, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG, and what it shows in words."""

    svg: str
    alt: str
    kind: Literal["picture"] = "picture"


@dataclass(frozen=True)
class Section:
    """A part under a heading of its own."""

    title: Words
    blocks: "tuple[Block, ...]"
    kind: Literal["section"] = "section"


Block = Paragraph | Items | Facts | Table | Picture | Section


@dataclass(frozen=True)
class Document:
    """A whole document in one language; `about` stands under its title, `foot` under each page."""

    title: Words
    about: str
    language: str
    blocks: tuple[Block, ...]
    foot: str
