"""Cleaning what people type: nothing invisible, nothing endless, everything else as they wrote it."""

import unicodedata

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kernel.errors import InvalidInputError

# Kept although they are control characters: people press Enter and Tab.
KEPT_CONTROLS = {"\n", "\t"}

# Called letters or symbols by Unicode, but blank on every screen: fillers and the empty braille cell.
BLANK_LETTERS = set("\u115f\u1160\u2800\u3164\uffa0")

# At most so many code points become one in NFC. A longer text cannot fit any more, and putting
# tens of thousands of accents in order takes seconds.
MOST_PER_CHARACTER = 4


def clean_text(text: str, *, field: str, most: int) -> str:
    """Return *text* in NFC without control characters and outer blanks.

    Lengths are counted in code points, as the browser does with `[...text].length`.
    Raises InvalidInputError when nothing visible is left, when it holds more than *most*
    characters, or when it holds half a surrogate pair.
    """
    cleaned = clean_optional_text(text, field=field, most=most)
    if not cleaned:
        raise InvalidInputError(_("Please write something first."), field=field)
    return cleaned


def clean_optional_text(text: str, *, field: str, most: int) -> str:
    """Return *text* cleaned as above; it may be empty."""
    _must_be_whole(text, field=field)
    _must_fit(len(text), most * MOST_PER_CHARACTER, field=field, most=most)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    # First without control characters: one between a letter and its accent would keep them apart.
    kept = "".join(c for c in lines if _is_kept(c))
    cleaned = unicodedata.normalize("NFC", kept).strip()
    _must_fit(len(cleaned), most, field=field, most=most)
    return cleaned if _has_something_to_see(cleaned) else ""


def clean_line(text: str, *, field: str, most: int) -> str:
    """Return *text* cleaned and on one line: for titles and names."""
    return " ".join(clean_text(text, field=field, most=most).split())


def clean_optional_line(text: str, *, field: str, most: int) -> str:
    """Return *text* cleaned and on one line; it may be empty."""
    return " ".join(clean_optional_text(text, field=field, most=most).split())


def _must_be_whole(text: str, *, field: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InvalidInputError(
            _("This text holds a broken character. Please type it again."), field=field
        ) from None


def _must_fit(length: int, room: int, *, field: str, most: int) -> None:
    if length > room:
        raise InvalidInputError(
            ngettext(
                "This is too long: at most %(most)d character fits.",
                "This is too long: at most %(most)d characters fit. Please shorten it.",
                most,
            )
            % {"most": most},
            field=field,
            most=most,
            length=length,
        )


def _is_kept(character: str) -> bool:
    return character in KEPT_CONTROLS or unicodedata.category(character) != "Cc"


def _has_something_to_see(text: str) -> bool:
    return any(_is_visible(character) for character in text)


def _is_visible(character: str) -> bool:
    kind = unicodedata.category(character)
    return kind[0] not in "CZ" and kind != "Mn" and character not in BLANK_LETTERS
