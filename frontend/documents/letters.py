"""Which characters a PDF can show, as it must hold their fonts, and which ones a file of Office can."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import typst
from django.conf import settings
from fontTools.ttLib import TTFont

FONTS: Path = settings.ROOT / "frontend" / "dist" / "fonts"
# The first that knows a letter shows it.
FILES = ("NotoSans_400Regular", "NotoSansArabic_400Regular", "NotoEmoji_400Regular")
FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Noto Emoji")
UNKNOWN = "\N{REPLACEMENT CHARACTER}"

NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@cache
def fonts() -> typst.Fonts:
    """Return the fonts of a PDF, and no others that the machine may have."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def showable(text: str) -> str:
    """Return *text* with what no font of ours knows as a question mark in a box.

    An accent is shown by the font of its letter, or not at all.
    """
    return "".join(_shown(text))


def writable(text: str) -> str:
    """Return *text* without the few characters that no file of Word or Excel can hold."""
    return NOT_IN_XML.sub(UNKNOWN, text)


def _shown(text: str) -> Iterator[str]:
    font: frozenset[int] | None = None
    for character in text:
        if _is_invisible(character):
            yield character
        elif unicodedata.category(character)[0] == "M":
            if font and ord(character) in font:
                yield character
        else:
            font = next((one for one in _letters() if ord(character) in one), None)
            yield character if font else UNKNOWN


def _is_invisible(character: str) -> bool:
    """Say whether it needs no glyph: line breaks, and what steers the letters around it."""
    is_selector = "\ufe00" <= character <= "\ufe0f"
    return character in "\n\t" or is_selector or unicodedata.category(character) == "Cf"


@cache
def _letters() -> tuple[frozenset[int], ...]:
    return tuple(_letters_in(FONTS / f"{name}.ttf") for name in FILES)


def _letters_in(font: Path) -> frozenset[int]:
    with TTFont(font, lazy=True) as opened:
        return frozenset(opened.getBestCmap())
