"""What the wording check has to know of a language."""

import re
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:[-'\u2019][^\W_]+)*")


@dataclass(frozen=True)
class Language:
    """The words of one language that the check looks for, all in small letters.

    `verbs` are things that one can see somebody do, in the forms in which an action names them.
    """

    verbs: frozenset[str]
    # Where the verb of an action stands: always first, or first, last or in between.
    is_verb_first: bool
    # How an unknown word at the beginning or end is written if it is a verb, and if it is none.
    verb_endings: tuple[str, ...]
    noun_endings: tuple[str, ...]
    # Articles, prepositions and the like: neither verb nor object.
    small_words: frozenset[str]
    # Verbs after which nothing can be seen to be different.
    soft: re.Pattern[str]
    # Something is done, and by whom.
    passive: re.Pattern[str]
    doer: re.Pattern[str]
    # Between two actions.
    joining: re.Pattern[str]
    # Days that nobody can point to.
    vague_days: re.Pattern[str]


def words_in(text: str) -> list[str]:
    """Return the words of *text* in small letters."""
    return [word.casefold() for word in WORD.findall(text)]


def set_of(text: str) -> frozenset[str]:
    """Return the words of a list that is written with blanks between them."""
    return frozenset(text.split())


def any_of(*patterns: str) -> re.Pattern[str]:
    """Return a pattern that finds whole words matching one of *patterns*."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)
