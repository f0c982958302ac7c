"""What the API of the advisor's workbench reads."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta

from actions.api.inputs.actions import CheckInInput
from actions.queries.pages import MOST_PER_PAGE
from actions.queries.workbench import PER_PAGE
from web.json import Input


class FollowUpQuery(Input):
    """Which actions of all her partnerships to list; `after` is the `next` of the page before."""

    partnership: str = ""
    state: str = ""
    level: str = ""
    origin: str = ""
    flag: str = ""
    after: str = ""
    most: Annotated[int, Meta(ge=1, le=MOST_PER_PAGE)] = PER_PAGE


class RoundInput(Input):
    """Through which actions a round goes, in which order."""

    action_ids: list[UUID]


class RoundReportInput(CheckInInput, kw_only=True):
    """What is reported on an action of a round; `check_in_id` is made by the caller."""

    check_in_id: UUID


class AdvisorNoteInput(Input):
    """A note, and who reads it."""

    text: str
    confidentiality: str
