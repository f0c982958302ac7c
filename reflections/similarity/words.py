"""What a text is about, as stems of its telling words."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

import snowballstemmer

from reflections.similarity.stop_words import STOP_WORDS, language_of

_WORD = re.compile(r"[^\W\d_]+|\d+")
_AFTER_APOSTROPHE = re.compile(r"['\u2019\u02bc]\w{1,2}\b")
_STEMMERS = {
    "en": snowballstemmer.stemmer("english"),
    "nl": snowballstemmer.stemmer("dutch"),
    "sv": snowballstemmer.stemmer("swedish"),
}
SHORTEST = 2

# In these languages words are written together: mantelzorg, mantelzorgondersteuning.
_COMPOUNDING = {"nl", "sv"}
_LONG = 7  # letters; shorter words are seldom put together from others
_PART = 5  # letters
_PIECES = 4
_WHOLE, _PAIR, _PIECE = 1.0, 0.5, 0.5
# How the features of two words side by side and of a piece of a word are told from stems.
BETWEEN, PIECE_OF = " ", "~"


@dataclass
class Wording:
    """The features of one text with their weights, and its stems with the words they stand for."""

    features: dict[str, float] = field(default_factory=dict)
    stems: dict[str, str] = field(default_factory=dict)


def wording_of(text: str, *, language: str) -> Wording:
    """Return what *text* is about; *language* is a guess for texts too short to tell."""
    words = words_in(text)
    own = language_of(words, otherwise=language)
    wording = Wording()
    stems = [_stem(word, own) if _is_telling(word, own) else "" for word in words]
    for stem, word in zip(stems, words, strict=True):
        if stem:
            wording.stems.setdefault(stem, word)
            wording.features[stem] = _WHOLE
            if own in _COMPOUNDING:
                _add_pieces(wording.features, stem)
    for one, other in pairwise(stems):
        if one and other:
            wording.features[f"{one}{BETWEEN}{other}"] = _PAIR
    return wording


def words_in(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    plain = unicodedata.normalize("NFC", text).lower()
    return _WORD.findall(_AFTER_APOSTROPHE.sub("", plain))


def _is_telling(word: str, language: str) -> bool:
    return len(word) >= SHORTEST and word not in STOP_WORDS.get(language, STOP_WORDS["en"])


@lru_cache(maxsize=20_000)
def _stem(word: str, language: str) -> str:
    stemmer = _STEMMERS.get(language, _STEMMERS["en"])
    stem: str = stemmer.stemWord(word)
    return stem


def _add_pieces(features: dict[str, float], stem: str) -> None:
    if len(stem) < _LONG:
        return
    # The beginning of a long word, however long it is: there the same words begin.
    for start in range(min(_PIECES, len(stem) - _PART + 1)):
        features.setdefault(f"{PIECE_OF}{stem[start : start + _PART]}", _PIECE)
