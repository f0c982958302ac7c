"""Dice for worlds that are thrown: the same seed gives the same world."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from kernel.clock import now
from partnerships.models.membership import Membership

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@dataclass
class Dice:
    """Throws everything; the same *seed* gives the same year."""

    members: dict[str, Membership]
    seed: int
    random: Random = field(init=False)
    numbers: int = 0

    def __post_init__(self) -> None:
        self.random = Random(self.seed)

    def id(self) -> UUID:
        """Return another id."""
        return UUID(int=self.random.getrandbits(128), version=4)

    def maybe(self, chance: float = 0.5) -> bool:
        """Say yes now and then."""
        return self.random.random() < chance

    def days(self, most: int, least: int = 0) -> timedelta:
        """Return some days and some hours."""
        return self.random.randint(least, most) * DAY + self.random.randint(0, 8) * HOUR

    def past(self, moment: datetime) -> datetime | None:
        """Return the moment if it is over by now."""
        return moment if moment < now() else None
