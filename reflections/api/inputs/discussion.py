"""What the API of the talk about topics reads."""

from uuid import UUID

from web.json import Input


class CommentInput(Input):
    """A comment on a topic."""

    about: str
    topic_id: UUID
    text: str


class CommentChangeInput(Input):
    """Another text for one's own comment; `version` is the one that was read before."""

    text: str
    version: int


class MinutesInput(Input):
    """The minutes of a topic; `version` is the one that was read before, 0 for the first."""

    text: str
    version: int


class ParkingInput(Input):
    """Why a topic waits for later."""

    reason: str
