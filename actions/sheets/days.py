"""Days as people write them in spreadsheets and minutes, in three languages."""

import re
from datetime import date
from functools import cache

from django.conf import settings
from django.utils import translation
from django.utils.dates import MONTHS, MONTHS_3, MONTHS_AP

YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
DAY_MONTH = re.compile(r"(?:\w+ )?(?:den )?(\d{1,2})(?:e|:e|st|nd|rd|th)?\.? (?:of )?(\w+) (\d{4})")
MONTH_DAY = re.compile(r"(?:\w+ )?(\w+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})")
CENTURY = 2000


def readings_of(text: str) -> list[date]:
    """Return which day a text names: none, one, or two where day and month could change places.

    Of two, the first is read day first, as Dutch and Swedish do, the second month first.
    """
    words = " ".join(re.sub(r"[,.]?\s+|,", " ", text.casefold()).strip(" .").split())
    words = re.sub(r"[ t]\d{1,2}:\d{2}(:\d{2})?$", "", words)
    if match := YEAR_FIRST.fullmatch(words):
        return _days((int(match[1]), int(match[2]), int(match[3])))
    if match := NUMBERS.fullmatch(words):
        first, second, year = int(match[1]), int(match[2]), _year(match[3])
        return _days((year, second, first), (year, first, second))
    if match := DAY_MONTH.fullmatch(words):
        return _named(match[3], match[2], match[1])
    if match := MONTH_DAY.fullmatch(words):
        return _named(match[3], match[1], match[2])
    return []


def month_words() -> list[str]:
    """Return all words that name a month in one of our languages, the longest first."""
    return sorted(_months(), key=len, reverse=True)


def _named(year: str, month: str, day: str) -> list[date]:
    return _days((int(year), _months().get(month.strip("."), 0), int(day)))


def _days(*numbers: tuple[int, int, int]) -> list[date]:
    found = []
    for year, month, day in numbers:
        try:
            found.append(date(year, month, day))
        except ValueError:
            continue
    return list(dict.fromkeys(found))


def _year(digits: str) -> int:
    year = int(digits)
    return year if year >= CENTURY else year + CENTURY


@cache
def _months() -> dict[str, int]:
    words = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for names in (MONTHS, MONTHS_3, MONTHS_AP):
                for number, name in names.items():
                    words[str(name).strip(".").casefold()] = number
    return words
