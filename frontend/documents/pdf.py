"""A document as PDF, tagged for screen readers (PDF/UA-1); and a drawing as a picture of dots."""

import json
import logging
from dataclasses import asdict
from pathlib import Path
from typing import Any, Literal

import typst

from frontend.documents.blocks import Document, Words
from frontend.documents.letters import FAMILIES, fonts, showable

LAYOUT = Path(__file__).parent / "document.typ"
DRAWING = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")"""
DOTS_PER_INCH = 220

logger = logging.getLogger(__name__)


def pdf_of(document: Document) -> bytes:
    """Return the document as PDF.

    What people wrote goes in as data, so that nothing in it is read as markup.
    """
    made = {**_data(document), "fonts": FAMILIES}
    inputs = {"made": json.dumps(made)}
    try:
        return _compiled(inputs, standard="ua-1")
    except typst.TypstError:
        # Some text that nobody foresaw: a PDF that misses the standard is better than none.
        logger.warning("a PDF does not keep to PDF/UA-1", exc_info=True)
        return _compiled(inputs, standard=None)


def png_of(svg: str) -> bytes:
    """Return a drawing as PNG, sharp enough for paper."""
    made: bytes = typst.compile(
        DRAWING,
        format="png",
        ppi=DOTS_PER_INCH,
        sys_inputs={"svg": showable(svg)},
        font_paths=fonts(),
    )
    return made


def _compiled(inputs: dict[str, str], *, standard: Literal["ua-1"] | None) -> bytes:
    return typst.compile(
        LAYOUT,
        format="pdf",
        pdf_standards=standard,
        sys_inputs=inputs,
        font_paths=fonts(),
    )


def _data(part: Any) -> Any:
    """Return a part of a document as plain data, each piece of text with its direction."""
    if isinstance(part, str):
        return showable(part)
    if isinstance(part, tuple):
        return [_data(one) for one in part]
    if isinstance(part, Words):
        return {**asdict(part), "text": showable(part.text), "right_to_left": part.right_to_left}
    if hasattr(part, "__dataclass_fields__"):
        return {name: _data(value) for name, value in vars(part).items()}
    return part
