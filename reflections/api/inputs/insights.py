"""What the insights API reads."""

from uuid import UUID

from web.json import Input


class InsightInput(Input):
    """An insight in words; `version` is the one that was read before, 0 for a new one."""

    statement: str
    note_ids: list[UUID]
    level: str = ""
    dissent: str = ""
    version: int = 0


class DispositionInput(Input):
    """What becomes of an insight, and why."""

    disposition: str
    reason: str = ""
