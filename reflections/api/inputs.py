"""What the reflections API reads: every field is named here, an unknown one is refused."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

from web.json import Input


class SessionInput(Input):
    """The plan of a session; without a facilitator one leads it oneself."""

    title: str
    template: str
    starts_at: Annotated[datetime, msgspec.Meta(tz=True)]
    goal: str = ""
    scope: str = "theme"
    mode: str = "on_site"
    theme_ids: list[UUID] = []
    facilitator_id: UUID | None = None
    language: str = ""


class PhaseInput(Input):
    """The phase to go to."""

    phase_id: UUID


class NoteInput(Input):
    """A note to add."""

    column_id: UUID
    text: str


class NoteChangeInput(Input):
    """Another text for one's own note; `version` is the one that was read before."""

    text: str
    version: int


class GroupInput(Input):
    """Notes to put into a group, which is made with this title if it is not there."""

    note_ids: list[UUID]
    title: str = ""


class GroupTitleInput(Input):
    """Another title for a group."""

    title: str


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
