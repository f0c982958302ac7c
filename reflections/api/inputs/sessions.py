"""What the sessions API reads: every field is named here, an unknown one is refused."""

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
