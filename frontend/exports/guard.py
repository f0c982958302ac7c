"""Keeps what people wrote from being taken for a formula by the programme that opens a sheet.

A sheet that computes what somebody typed may send what stands beside it anywhere.
"""

import unicodedata

STARTS = set("=+-@")


def guarded(text: str) -> str:
    """Return *text* with an apostrophe before each line that could be read as a formula."""
    return "".join(
        f"'{line}" if could_compute(line) else line for line in text.splitlines(keepends=True)
    )


def could_compute(line: str) -> bool:
    """Say whether some programme could take the line for a formula.

    Whatever is blank or cannot be seen is skipped, as programmes do; and a sign counts in all its
    shapes, as the wide one of East Asian keyboards.
    """
    first = next((letter for letter in line if not _is_blank(letter)), "")
    return first != "" and unicodedata.normalize("NFKC", first)[0] in STARTS


def _is_blank(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) in {"Cc", "Cf", "Zs"}
