"""What the API of a running session reads."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

from web.json import Input


class TimerInput(Input):
    """How long."""

    minutes: int


class MoreTimeInput(Input):
    """How much longer; `ends_at` is the end that was read before."""

    minutes: int
    ends_at: Annotated[datetime, msgspec.Meta(tz=True)]


class NewPhaseInput(Input):
    """A part to add at the end."""

    kind: str
    title: str
    minutes: int
    prompt: str = ""


class PhaseWordingInput(Input):
    """How a part is called, what people do in it, for how long; `version` is the one read before."""

    title: str
    minutes: int
    version: int
    prompt: str = ""


class PhaseOrderInput(Input):
    """All parts in their new order."""

    phase_ids: list[UUID]


class TopicInput(Input):
    """A topic of the board."""

    about: str
    topic_id: UUID


class MemberInput(Input):
    """A member of the partnership."""

    member_id: UUID


class TableInput(Input):
    """A table to open."""

    id: UUID
    title: str


class TablesInput(Input):
    """The tables that a session splits up into."""

    tables: list[TableInput]


class SeatInput(Input):
    """The table to sit at; without one in the plenary."""

    table_id: UUID | None


class WithholdingInput(Input):
    """Why something is taken off the board: a reason for everybody, a remark for the few."""

    reason: str
    remark: str = ""
