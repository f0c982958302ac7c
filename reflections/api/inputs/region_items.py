"""What the API of items for the region reads."""

from uuid import UUID

from web.json import Input


class RegionItemInput(Input):
    """An insight to send up, and what the region should do."""

    insight_id: UUID
    ask: str


class ReplyInput(Input):
    """A reply to what was sent up; `version` is the one that was read before."""

    reply: str
    version: int
