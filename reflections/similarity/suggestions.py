"""Groups that the wording of notes suggests, notes that are like a text, and texts that are alike."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from reflections.similarity.merging import put_together
from reflections.similarity.nearness import Vector, neighbours_of, vectors_of
from reflections.similarity.words import BETWEEN, PIECE_OF, Wording, wording_of

# On a board of many notes a pair is no group that helps.
MANY_NOTES = 60
# A group is about something that at least half of its notes say, and in a small one three of them.
SHARED_BY = 0.5
SHARED_BY_FEW = 3
MOST_WORDS = 3
# What is less like a text than this is not shown as similar.
SIMILAR = 0.12


@dataclass(frozen=True)
class SuggestedGroup:
    """Notes that may belong together, and the words that most of them share."""

    note_ids: tuple[UUID, ...]
    words: tuple[str, ...]


def suggest_groups(texts: Mapping[UUID, str], *, language: str) -> list[SuggestedGroup]:
    """Return groups of notes that share telling words, the largest first; most notes are in none."""
    ids = list(texts)
    wordings = [wording_of(text, language=language) for text in texts.values()]
    vectors = vectors_of([wording.features for wording in wordings])
    least = 3 if len(ids) > MANY_NOTES else 2
    found = [
        SuggestedGroup(note_ids=tuple(ids[index] for index in around), words=tuple(words))
        for members in put_together(neighbours_of(vectors))
        for around, words in [_around_its_subject(members, wordings, vectors)]
        if len(around) >= least
    ]
    return sorted(found, key=lambda group: -len(group.note_ids))


def similar_to(
    text: str, texts: Mapping[UUID, str], *, language: str, most: int
) -> list[tuple[UUID, float]]:
    """Return which of *texts* are most like *text*, the most similar first, and how near: 0 to 1."""
    ids = list(texts)
    wordings = [wording_of(one, language=language) for one in (text, *texts.values())]
    own, *others = vectors_of([wording.features for wording in wordings])
    nearness = {pk: _nearness(own, vector) for pk, vector in zip(ids, others, strict=True)}
    order = sorted(ids, key=lambda pk: -nearness[pk])
    return [(pk, nearness[pk]) for pk in order[:most] if nearness[pk] >= SIMILAR]


def similar_pairs(texts: Mapping[UUID, str], *, language: str) -> list[tuple[UUID, UUID, float]]:
    """Return pairs of texts that may say the same, the most alike first, and how near: 0 to 1.

    The first of a pair is the one that comes first in *texts*.
    """
    ids = list(texts)
    vectors = vectors_of([wording_of(one, language=language).features for one in texts.values()])
    pairs = [
        (ids[first], ids[second], nearness)
        for first, near in enumerate(neighbours_of(vectors))
        for second, nearness in near.items()
        if first < second and nearness >= SIMILAR
    ]
    return sorted(pairs, key=lambda pair: -pair[2])


def _around_its_subject(
    members: Sequence[int], wordings: Sequence[Wording], vectors: Sequence[Vector]
) -> tuple[list[int], list[str]]:
    """Return the members that hold one of the words that most of them share, and these words."""
    counts = Counter(name for index in members for name in _single(wordings[index]))
    least = max(min(SHARED_BY_FEW, len(members)), SHARED_BY * len(members))
    weights = {
        name: sum(vectors[index].get(name, 0.0) for index in members)
        for name, number in counts.items()
        if number >= least
    }
    names = sorted((name for name in weights if weights[name]), key=lambda name: -weights[name])
    around = [index for index in members if any(n in wordings[index].features for n in names)]
    words = dict.fromkeys(_word_for(name, [wordings[index] for index in around]) for name in names)
    return around, list(words)[:MOST_WORDS]


def _single(wording: Wording) -> list[str]:
    return [name for name in wording.features if BETWEEN not in name]


def _word_for(name: str, wordings: Iterable[Wording]) -> str:
    """Return the word that a stem stands for here, or the shortest one with that piece in it."""
    piece = name.removeprefix(PIECE_OF)
    is_piece = piece != name
    words = Counter(
        word
        for wording in wordings
        for stem, word in wording.stems.items()
        if (piece in stem if is_piece else stem == name)
    )
    return min(words, key=lambda word: (0 if is_piece else -words[word], len(word), word))


def _nearness(one: Vector, other: Vector) -> float:
    return sum((weight * other[name] for name, weight in one.items() if name in other), 0.0)
