"""The shape in which it leaves the server that notes without a name wait to be shown."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class EnvelopeRecord:
    """That there are notes without a name, `at_least` so many; `id` is the id of the session.

    Counted in steps, so that nobody can watch the number while she sees who types.
    """

    id: UUID
    at_least: int
