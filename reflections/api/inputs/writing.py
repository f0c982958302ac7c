"""What the API reads of who is at which form."""

from uuid import UUID

from web.json import Input


class WritingInput(Input):
    """What somebody makes of an insight or of notes."""

    doing: str
    about_ids: list[UUID]
