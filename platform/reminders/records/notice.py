"""The shape in which notices leave the server."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True)
class NoticeRecord:
    """What asks something of somebody: its title and dates, and where to go; nothing else of it.

    `day` is what it is about: when it is due, was due, is planned or promised; `asked_day` another date that
    somebody asks for. `place_id` is the action, the decision or the question, or the session of an answer or
    an invitation.
    """

    id: UUID
    kind: str
    partnership_id: UUID
    partnership_name: str
    slug: str
    place_id: UUID
    title: str
    # Of its title.
    language: str
    day: date
    asked_day: date | None
    made_at: datetime
    is_read: bool
