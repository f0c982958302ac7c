"""What the voting API reads. A ballot's secret stands in bodies only: addresses are written to logs."""

from typing import Annotated
from uuid import UUID

import msgspec

from web.json import Input

Secret = Annotated[str, msgspec.Meta(max_length=128)]


class BallotInput(Input):
    """The secret of one's own ballot."""

    secret: Secret


class CastInput(Input):
    """A dot for a topic: a group, or a note that is in none. The id of the dot is made by the caller."""

    secret: Secret
    dot_id: UUID
    topic_id: UUID


class TakeBackInput(Input):
    """The dot to take back."""

    secret: Secret
    dot_id: UUID


class VotingRulesInput(Input):
    """How many dots each person has, and how many of them one topic takes."""

    dots_each: int
    dots_per_topic: int


class RoomVotesInput(Input):
    """How many votes a topic got in the room."""

    dots: int
