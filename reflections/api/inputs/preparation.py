"""What the preparation API reads: every field is named here, an unknown one is refused."""

from datetime import date
from uuid import UUID

from web.json import Input


class InvitationsInput(Input):
    """Who is asked to come."""

    member_ids: list[UUID]


class InvitationReplyInput(Input):
    """Whether one comes, how, and what one needs."""

    answer: str
    attendance: str = ""
    access_needs: str = ""
    language_needs: str = ""


class ItemInput(Input, kw_only=True):
    """What a data item says."""

    title: str
    explanation: str
    source: str = ""
    as_of: date | None = None
    link: str = ""
    limits: str = ""


class ItemChangeInput(ItemInput, kw_only=True):
    """What a data item says from now on, and the version that it was changed from."""

    version: int


class SeriesInput(Input):
    """What a series is called, and how long it is from one session to the next."""

    title: str
    rhythm: str


class SeriesChoiceInput(Input):
    """The series that a session belongs to."""

    series_id: UUID
