"""How near texts are to each other: rare words that they share count most."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

# What more of the texts hold than this tells none of them apart.
MOST_COMMON = 0.1
# But on a board of a few notes, three that share a word are not many.
ALWAYS_TELLING = 8
# Two texts that share less have nothing in common.
LEAST = 0.02

Vector = dict[str, float]


def vectors_of(features: Sequence[Mapping[str, float]]) -> list[Vector]:
    """Return each text as a vector of length one."""
    count = len(features)
    known = Counter(feature for one in features for feature in one)
    most = max(ALWAYS_TELLING, MOST_COMMON * count)
    rarity = {
        feature: math.log(1 + count / number) for feature, number in known.items() if number <= most
    }
    return [
        _of_length_one(
            {name: weight * rarity[name] for name, weight in one.items() if name in rarity}
        )
        for one in features
    ]


def neighbours_of(vectors: Iterable[Vector]) -> list[dict[int, float]]:
    """Return for each vector how near it is to every other that it has something in common with."""
    holders: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    near: list[dict[int, float]] = []
    for index, vector in enumerate(vectors):
        shared: defaultdict[int, float] = defaultdict(float)
        for name, weight in vector.items():
            for other, others_weight in holders[name]:
                shared[other] += weight * others_weight
            holders[name].append((index, weight))
        near.append({other: nearness for other, nearness in shared.items() if nearness >= LEAST})
        for other, nearness in near[index].items():
            near[other][index] = nearness
    return near


def _of_length_one(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {name: weight / length for name, weight in vector.items()} if length else {}
