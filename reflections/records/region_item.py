"""The shape in which what a theme sent up leaves the server."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reflections.models.region_item import RegionItem


@dataclass(frozen=True)
class RegionItemRecord:
    """An insight that a theme sent up, what it asks of the region, and the reply if there is one."""

    id: UUID
    session_id: UUID
    session_title: str
    language: str
    themes: list[str]
    insight_id: UUID
    statement: str
    dissent: str
    level: str
    ask: str
    sent_at: datetime
    reply: str
    replied_at: datetime | None
    version: int


def region_item_record(item: RegionItem) -> RegionItemRecord:
    """Show one item; wants `insight` and `session__themes` loaded."""
    return RegionItemRecord(
        id=item.pk,
        session_id=item.session_id,
        session_title=item.session.title,
        language=item.session.language,
        themes=sorted(theme.title for theme in item.session.themes.all()),
        insight_id=item.insight_id,
        statement=item.insight.statement,
        dissent=item.insight.dissent,
        level=item.insight.level,
        ask=item.ask,
        sent_at=item.sent_at,
        reply=item.reply,
        replied_at=item.replied_at,
        version=item.version,
    )
