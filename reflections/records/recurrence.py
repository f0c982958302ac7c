"""The shapes in which insights that come back leave the server."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reflections.models.insight import Insight
from reflections.models.recurrence import Recurrence


@dataclass(frozen=True)
class SaidInsight:
    """An agreed insight, and the session that said it."""

    id: UUID
    statement: str
    language: str
    session_id: UUID
    session_title: str
    agreed_at: datetime | None


@dataclass(frozen=True)
class RecurrenceRecord:
    """Two insights that somebody compared: the later one says the earlier one again, or it does not."""

    id: UUID
    insight: SaidInsight
    earlier: SaidInsight
    is_confirmed: bool
    at: datetime


@dataclass(frozen=True)
class ProposedRecurrence:
    """Two insights that are alike by their wording; whether they say the same is for people to say."""

    insight: SaidInsight
    earlier: SaidInsight
    percent: int


def said_insight(insight: Insight) -> SaidInsight:
    """Show an insight beside another; wants `session` loaded."""
    return SaidInsight(
        id=insight.pk,
        statement=insight.statement,
        language=insight.session.language,
        session_id=insight.session_id,
        session_title=insight.session.title,
        agreed_at=insight.agreed_at,
    )


def recurrence_record(recurrence: Recurrence) -> RecurrenceRecord:
    """Show what was found; wants both insights loaded with their sessions."""
    return RecurrenceRecord(
        id=recurrence.pk,
        insight=said_insight(recurrence.insight),
        earlier=said_insight(recurrence.earlier),
        is_confirmed=recurrence.is_confirmed,
        at=recurrence.at,
    )
