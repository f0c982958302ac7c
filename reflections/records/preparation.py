"""The shapes in which the preparation of a session leaves the server. None of them holds what somebody needs."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from reflections.models.data_item import DataItem
from reflections.models.invitation import Invitation
from reflections.models.series import SessionSeries


@dataclass(frozen=True)
class PreparationRecord:
    """How far the preparation of one session is, in numbers; the id is that of the session."""

    id: UUID
    invited: int
    coming: int
    perhaps: int
    not_coming: int
    data_items: int


@dataclass(frozen=True)
class DataItemRecord:
    """One data item."""

    id: UUID
    session_id: UUID
    title: str
    explanation: str
    source: str
    as_of: date | None
    link: str
    limits: str
    added_by_name: str
    version: int


@dataclass(frozen=True)
class InvitationRecord:
    """Who is asked and what she answered, for those who run the session and for herself."""

    id: UUID
    session_id: UUID
    member_id: UUID
    name: str
    organisation: str
    answer: str
    attendance: str
    answered_at: datetime | None


@dataclass(frozen=True)
class SeriesRecord:
    """One series, for those who plan; the key is what its link ends with."""

    id: UUID
    title: str
    rhythm: str
    key: str


def data_item_record(item: DataItem) -> DataItemRecord:
    """Show one data item; wants `added_by__person` loaded."""
    return DataItemRecord(
        id=item.pk,
        session_id=item.session_id,
        title=item.title,
        explanation=item.explanation,
        source=item.source,
        as_of=item.as_of,
        link=item.link,
        limits=item.limits,
        added_by_name=item.added_by.person.name,
        version=item.version,
    )


def invitation_record(invitation: Invitation) -> InvitationRecord:
    """Show one invitation; wants `member__person` and `member__organisation` loaded."""
    member = invitation.member
    return InvitationRecord(
        id=invitation.pk,
        session_id=invitation.session_id,
        member_id=member.pk,
        name=member.person.name,
        organisation=member.organisation.name if member.organisation else "",
        answer=invitation.answer,
        attendance=invitation.attendance,
        answered_at=invitation.answered_at,
    )


def series_record(series: SessionSeries) -> SeriesRecord:
    """Show one series."""
    return SeriesRecord(id=series.pk, title=series.title, rhythm=series.rhythm, key=series.key)
