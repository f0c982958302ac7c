"""The shape in which what is open from before leaves the server."""

from dataclasses import dataclass

from actions.records.action import ActionRecord


@dataclass(frozen=True)
class OpenAction:
    """An action that is open, and what the reader can report of it: nothing when she may not."""

    action: ActionRecord
    claims: list[str]
