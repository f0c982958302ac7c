"""The shape of the closing check: what is missing before a session can be finished."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class ClosingItem:
    """One thing that is missing, as a sentence, and the record that one mends it at.

    `about` is the type of that record. What only warns does not keep the session from being finished.
    """

    kind: str
    is_blocking: bool
    sentence: str
    about: str
    id: UUID


@dataclass(frozen=True)
class ClosingCheck:
    """All that is missing, what blocks first; and the day by which contributors usually hear."""

    items: list[ClosingItem]
    usual_promise: date

    @property
    def blocking(self) -> list[ClosingItem]:
        """Return what has to be mended first."""
        return [item for item in self.items if item.is_blocking]
