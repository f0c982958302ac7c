"""Putting what is near together, the nearest first, as long as groups stay near in themselves."""

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

# Two groups are put together while their members are that near to each other on average.
NEAR_ENOUGH = 0.14
# More than this is no group any more but a subject.
LARGEST = 25

# How near (negative, so that the nearest comes first), which two groups, and how often each had
# grown when that was worked out.
_Candidate = tuple[float, int, int, int, int]


class _Groups:
    """Groups that grow; a pair in the heap is stale as soon as one of the two has grown."""

    def __init__(self, neighbours: Sequence[dict[int, float]]) -> None:
        """Begin with every text by itself."""
        self.members = {index: [index] for index in range(len(neighbours))}
        # For two groups the sum over all pairs of their members.
        self._nearness = {index: dict(near) for index, near in enumerate(neighbours)}
        self._grown = [0] * len(neighbours)
        self._heap: list[_Candidate] = [
            candidate
            for index, near in self._nearness.items()
            for other in near
            if index < other and (candidate := self._candidate(index, other))[0] <= -NEAR_ENOUGH
        ]
        heapify(self._heap)

    def grow(self) -> None:
        """Put together until nothing is near enough any more."""
        while self._heap:
            _, one, other, *grown = heappop(self._heap)
            is_fresh = one in self.members and other in self.members
            if is_fresh and grown == [self._grown[one], self._grown[other]]:
                self._put_together(one, other)

    def _put_together(self, one: int, other: int) -> None:
        if len(self.members[one]) + len(self.members[other]) > LARGEST:
            return
        self.members[one] += self.members.pop(other)
        self._grown[one] += 1
        mine, others = self._nearness[one], self._nearness.pop(other)
        del mine[other], others[one]
        for third, nearness in others.items():
            del self._nearness[third][other]
            mine[third] = self._nearness[third][one] = mine.get(third, 0.0) + nearness
        for third in mine:
            candidate = self._candidate(min(one, third), max(one, third))
            if candidate[0] <= -NEAR_ENOUGH:
                heappush(self._heap, candidate)

    def _candidate(self, one: int, other: int) -> _Candidate:
        pairs = len(self.members[one]) * len(self.members[other])
        average = self._nearness[one][other] / pairs
        return -average, one, other, self._grown[one], self._grown[other]


def put_together(neighbours: Sequence[dict[int, float]]) -> list[list[int]]:
    """Return the groups of two or more, each with its members in order."""
    groups = _Groups(neighbours)
    groups.grow()
    return [sorted(members) for members in groups.members.values() if len(members) > 1]
