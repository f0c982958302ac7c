"""One call of the API that works."""

from dataclasses import dataclass, field
from typing import Any

Route = tuple[str, str]  # name of the view, method


@dataclass(frozen=True)
class Call:
    """Who calls, what is sent, and the ids in the address that are not those of the board."""

    who: str
    body: dict[str, Any] | None = None
    ids: dict[str, Any] = field(default_factory=dict)
    query: str = ""
