"""What the sessions API reads: every field is named here, an unknown one is refused."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec

from web.json import Input

Moment = Annotated[datetime, msgspec.Meta(tz=True)]


class _Details(Input, kw_only=True):
    title: str
    starts_at: Moment
    ends_at: Moment | None = None
    goal: str = ""
    scope: str = "theme"
    mode: str = "on_site"
    place: str = ""
    meeting_link: str = ""
    theme_ids: list[UUID] = []
    facilitator_id: UUID | None = None
    input_opens_on: date | None = None


class SessionInput(_Details, kw_only=True):
    """The plan of a session; without a facilitator one leads it oneself.

    `template` is the name of a template; `opening` and `closing` leave its blocks out when false.
    """

    template: str
    language: str = ""
    opening: bool = True
    closing: bool = True


class DetailsInput(_Details, kw_only=True):
    """What a session is about, when, where and how, and the version that it was changed from."""

    version: int


class CancellationInput(Input):
    """Why a session does not take place."""

    reason: str


class PhaseInput(Input):
    """The phase to go to."""

    phase_id: UUID
