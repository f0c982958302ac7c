"""What the API of the log reads: how an action reads, kept views, and steps with many actions."""

from datetime import date
from uuid import UUID

from web.json import Input


class RewordingInput(Input):
    """How an action reads, and the version that it was changed from."""

    title: str
    done_test: str
    version: int
    if_cue: str = ""
    first_step: str = ""
    level: str = ""
    strength: str = ""
    horizon: str = ""
    risk: str = ""
    plan_goal: str = ""


class WantedInput(Input):
    """Conditions on the log."""

    state: str = ""
    owner: UUID | None = None
    organisation: UUID | None = None
    theme: UUID | None = None
    level: str = ""
    origin: str = ""
    flag: str = ""
    text: str = ""


class SavedViewInput(Input):
    """Conditions under a name."""

    name: str
    wanted: WantedInput
    layout: str = "table"
    is_shared: bool = False


class BulkInput(Input):
    """A step with many actions, and what it needs."""

    action_ids: list[UUID]
    step: str
    due: date | None = None
    reason: str = ""
    level: str = ""
    owner_id: UUID | None = None


class UndoInput(Input):
    """The id of what takes the step back; made by the caller."""

    undo_id: UUID
