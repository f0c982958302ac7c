"""Cleaning what people type: nothing invisible, nothing endless, everything else as they wrote it."""

import unicodedata

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kernel.errors import InvalidInputError

# Kept although they are control characters: people press Enter and Tab.
KEPT_CONTROLS = {"\n", "\t"}


def clean_text(text: str, *, field: str, most: int, least: int = 1) -> str:
    """Return *text* in NFC without control characters and outer blanks.

    Lengths are counted in code points, as the browser does with `[...text].length`.
    Raises InvalidInputError when nothing visible is left, when it holds fewer than *least* or
    more than *most* characters, or when it holds half a surrogate pair.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InvalidInputError(
            _("This text holds a broken character. Please type it again."), field=field
        ) from None
    cleaned = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    cleaned = "".join(c for c in cleaned if _is_kept(c)).strip()
    if least and not _has_something_to_see(cleaned):
        raise InvalidInputError(_("Please write something first."), field=field)
    if len(cleaned) > most:
        raise InvalidInputError(
            ngettext(
                "This is too long: at most %(most)d character fits.",
                "This is too long: at most %(most)d characters fit. Please shorten it.",
                most,
            )
            % {"most": most},
            field=field,
            most=most,
            length=len(cleaned),
        )
    return cleaned


def clean_optional_text(text: str, *, field: str, most: int) -> str:
    """Return *text* cleaned as above; it may be empty."""
    cleaned = clean_text(text, field=field, most=most, least=0)
    return cleaned if _has_something_to_see(cleaned) else ""


def clean_line(text: str, *, field: str, most: int) -> str:
    """Return *text* cleaned and on one line: for titles and names."""
    return " ".join(clean_text(text, field=field, most=most).split())


def _is_kept(character: str) -> bool:
    return character in KEPT_CONTROLS or unicodedata.category(character) != "Cc"


def _has_something_to_see(text: str) -> bool:
    return any(
        unicodedata.category(c)[0] not in "CZ" and unicodedata.category(c) != "Mn" for c in text
    )
