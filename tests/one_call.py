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


# Of whoever asks: nothing of others to ask for; tests/actions/test_rounds.py asks nevertheless.
ONES_OWN: set[Route] = {
    ("PartnershipsView", "GET"),
    *((view, "GET") for view in ("FollowUpView", "PatternsView", "RoundView")),
    *(("RoundView", "PUT"), ("RoundReportView", "PUT"), ("RoundReportView", "DELETE")),
    ("RoundEndView", "POST"),
}
