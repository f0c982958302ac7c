"""How well the attacker does: over many sessions, the best of all her ways to guess."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from partnerships.models.membership import Membership
from tests.privacy.attacker import guesses_at, take_everything
from tests.privacy.script import PEOPLE, Storyteller

CHANCE = 1 / PEOPLE
# Five points above chance is what we promise at most.
MOST = CHANCE + 0.05


@dataclass(frozen=True)
class Score:
    """How many notes each way to guess tied to the right person."""

    hits: dict[str, int]
    notes: int

    @property
    def best(self) -> float:
        """Return the share of the way that did best."""
        return max(self.hits.values(), default=0) / max(1, self.notes)

    @property
    def telling(self) -> set[str]:
        """Return the ways that tied more notes to their writers than we promise at most."""
        return {name for name, hits in self.hits.items() if hits > MOST * self.notes}

    def __str__(self) -> str:
        shares = sorted(self.hits.items(), key=lambda pair: -pair[1])
        lines = [f"  {hits / max(1, self.notes):6.1%}  {name}" for name, hits in shares]
        return "\n".join([f"{self.notes} notes, chance {CHANCE:.1%}", *lines])


def ways_that_tell(leader: Membership, *, first: range, again: range, is_clean: bool) -> set[str]:
    """Return the ways that tell more than we promise, also in sessions that they were not chosen for.

    A way that only guesses crosses the line once in a thousand runs at 325 notes, and one of fourteen such
    ways once in seventy. A way that knows something crosses it again in other sessions.
    """
    found = attacked(leader, seeds=first, is_clean=is_clean)
    if not found.telling:
        return set()
    return found.telling & attacked(leader, seeds=again, is_clean=is_clean).telling


def attacked(leader: Membership, *, seeds: Iterable[int], is_clean: bool) -> Score:
    """Let sessions happen, attack each right after its notes were shown, and add up."""
    hits: Counter[str] = Counter()
    notes = 0
    for seed in seeds:
        told = Storyteller(leader, seed=seed, is_clean=is_clean).tell()
        found = guesses_at(told, take_everything())
        notes += len(told.truth)
        for name, guesses in found.items():
            hits[name] += sum(told.truth[pk] == who for pk, who in guesses.items())
    return Score(dict(hits), notes)
