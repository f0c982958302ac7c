"""The shapes in which participants, and the door of a session, leave the server."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession


@dataclass(frozen=True)
class ParticipantRecord:
    """Somebody who takes part; `member_id` is empty for guests, `state` is "joined" for most readers.

    Only whoever runs the session also reads of those who wait or were removed.
    """

    id: UUID
    member_id: UUID | None
    name: str
    organisation: str
    group: str
    roles: list[str]
    is_observer: bool
    state: str
    takes_minutes: bool


@dataclass(frozen=True)
class DoorRecord:
    """How one gets into a session; only for whoever runs it. `id` is the id of the session.

    There is a `code` only while the session is open.
    """

    id: UUID
    key: str
    code: str
    admits_guests: bool
    has_waiting_room: bool
    is_locked: bool
    capacity: int


@dataclass(frozen=True)
class GuestPart:
    """A session that somebody took part in as a guest, as she herself sees it."""

    participant_id: UUID
    session_id: UUID
    session_title: str
    session_state: str
    starts_at: datetime
    partnership_name: str
    name: str


def participant_record(participant: Participant) -> ParticipantRecord:
    """Show one participant; wants `membership__person` and `membership__organisation` loaded."""
    member = participant.membership
    return ParticipantRecord(
        id=participant.pk,
        member_id=participant.membership_id,
        name=participant.display_name,
        organisation=member.organisation.name if member and member.organisation else "",
        group=participant.group,
        roles=list(member.roles) if member else [],
        is_observer=participant.is_observer,
        state=participant.state,
        takes_minutes=participant.takes_minutes,
    )


def door_record(session: ReflectionSession) -> DoorRecord:
    """Show how one gets in."""
    return DoorRecord(
        id=session.pk,
        key=session.join_key,
        code=session.join_code or "",
        admits_guests=session.admits_guests,
        has_waiting_room=session.has_waiting_room,
        is_locked=session.is_locked,
        capacity=session.capacity,
    )


def guest_part(participant: Participant) -> GuestPart:
    """Show a guest her own part; wants `session__partnership` loaded."""
    session = participant.session
    return GuestPart(
        participant_id=participant.pk,
        session_id=session.pk,
        session_title=session.title,
        session_state=session.state,
        starts_at=session.starts_at,
        partnership_name=session.partnership.name,
        name=participant.display_name,
    )
