"""The door of a session: how one gets in, who is let in and who is taken out."""

import hashlib
import hmac
import logging
from dataclasses import asdict, dataclass
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import session_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import InvalidInputError, NotAllowedError, TooManyTriesError
from partnerships.models.membership import Membership
from reflections.events.sessions import DoorChanged, ParticipantAdmitted, ParticipantRemoved
from reflections.models.participant import FailedEntry, Participant, ParticipantState
from reflections.models.session import ReflectionSession, new_join_code, new_join_key
from reflections.policies import may_keep_the_door
from reflections.queries.sessions import locked_session_of, session_behind

logger = logging.getLogger(__name__)

# Wrong tries from one network address; right ones do not count.
MOST_PER_MINUTE = 10
MOST_PER_HOUR = 60
# Wrong tries from everywhere within a minute that somebody should hear of.
ALARM_AT = 200
MOST_PEOPLE = 1000


@dataclass(frozen=True)
class Door:
    """Who may come in, besides those who are in."""

    admits_guests: bool
    has_waiting_room: bool
    is_locked: bool
    capacity: int


def find_session(secret: str, *, origin: str) -> ReflectionSession:
    """Return the session that a link or a code opens, for somebody at the network address *origin*.

    Raises InvalidInputError for a wrong one, and TooManyTriesError once an address sent too many
    wrong ones. Each try is written down before it is looked at, so that tries at once count too.
    """
    entry = _count_try(_digest(origin))
    found = session_behind(secret)
    if found is None:
        raise InvalidInputError(
            _("No open session has this code. Check it with whoever gave it to you."), field="code"
        )
    entry.delete()
    return found


@transaction.atomic
def change_door(member: Membership, session_id: UUID, *, door: Door) -> ReflectionSession:
    """Say who may come in from now on; who is in stays in."""
    session = _session_at_the_door(member, session_id)
    if not 1 <= door.capacity <= MOST_PEOPLE:
        raise InvalidInputError(
            _("Please choose a number from 1 to %(most)d.") % {"most": MOST_PEOPLE},
            field="capacity",
        )
    wanted = asdict(door)
    if all(getattr(session, name) == value for name, value in wanted.items()):
        return session
    for name, value in wanted.items():
        setattr(session, name, value)
    session.save(update_fields=list(wanted))
    record(DoorChanged(session.pk), by=member, on=[session_stream(session.pk)])
    return session


@transaction.atomic
def renew_join_secrets(member: Membership, session_id: UUID) -> ReflectionSession:
    """Make the link and the code useless that went round, and return the session with new ones."""
    session = _session_at_the_door(member, session_id)
    session.join_key = new_join_key()
    session.join_code = new_join_code() if session.is_open else None
    session.save(update_fields=["join_key", "join_code"])
    if session.series:  # its link leads here, whatever the key of the session
        session.series.key = new_join_key()
        session.series.save(update_fields=["key"])
    record(DoorChanged(session.pk), by=member, on=[session_stream(session.pk)])
    return session


@transaction.atomic
def admit_participant(member: Membership, session_id: UUID, *, participant_id: UUID) -> Participant:
    """Let somebody in who waits or was taken out; letting in twice is once."""
    session = _session_at_the_door(member, session_id)
    return _move(
        member,
        session,
        participant_id,
        ParticipantState.JOINED,
        ParticipantAdmitted(participant_id),
    )


@transaction.atomic
def remove_participant(
    member: Membership, session_id: UUID, *, participant_id: UUID
) -> Participant:
    """Take somebody out of the session, or refuse who waits; what she wrote stays.

    Nobody can take out whoever facilitates it.
    """
    session = _session_at_the_door(member, session_id)
    part = Participant.objects.get(pk=participant_id, session=session)
    if part.membership_id == session.facilitator_id:
        raise NotAllowedError(_("Whoever facilitates the session cannot be taken out of it."))
    return _move(
        member,
        session,
        participant_id,
        ParticipantState.REMOVED,
        ParticipantRemoved(participant_id),
    )


def _move(
    member: Membership,
    session: ReflectionSession,
    participant_id: UUID,
    state: ParticipantState,
    event: ParticipantAdmitted | ParticipantRemoved,
) -> Participant:
    part = Participant.objects.get(pk=participant_id, session=session)
    if part.state != state:
        part.state = state
        part.save(update_fields=["state"])
        record(event, by=member, on=[session_stream(session.pk)])
    return part


def _session_at_the_door(member: Membership, session_id: UUID) -> ReflectionSession:
    session = locked_session_of(member, session_id)
    if not may_keep_the_door(member, session):
        raise NotAllowedError(
            _("Only the facilitator or a programme manager decides who comes in.")
        )
    return session


def _count_try(origin: str) -> FailedEntry:
    # Each statement for itself, not one transaction: of many tries at once each sees the others.
    at = now()
    FailedEntry.objects.filter(at__lt=at - timedelta(hours=1)).delete()
    entry = FailedEntry.objects.create(origin=origin, at=at)
    lately = FailedEntry.objects.filter(at__gt=at - timedelta(minutes=1))
    if lately.count() == ALARM_AT:
        logger.warning("%d wrong codes within a minute: somebody may be guessing", ALARM_AT)
    mine = FailedEntry.objects.filter(origin=origin).count()
    if mine > MOST_PER_HOUR or lately.filter(origin=origin).count() > MOST_PER_MINUTE:
        entry.delete()  # who is refused and waits is let try again
        raise TooManyTriesError(_("Too many wrong codes. Wait a minute, then try once more."))
    return entry


def _digest(origin: str) -> str:
    return hmac.new(settings.SECRET_KEY.encode(), origin.encode(), hashlib.sha256).hexdigest()
