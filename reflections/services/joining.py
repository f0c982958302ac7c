"""Coming into a session, as a member or as a guest."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import Person
from eventlog.events import session_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError, WrongPhaseError
from kernel.text import clean_optional_line
from partnerships.models.membership import Membership
from partnerships.models.partnership import StakeholderGroup
from partnerships.queries import memberships_of
from reflections.events.sessions import PartClaimed, ParticipantJoined
from reflections.models.participant import Participant, ParticipantState
from reflections.models.session import ReflectionSession
from reflections.queries.participants import parts_to_claim, people_inside
from reflections.queries.sessions import locked_session_of
from reflections.states import OPEN_STATES, SessionState

LONGEST_NAME = 60


@dataclass(frozen=True)
class Introduction:
    """What a guest says of herself: a name or none, and where she comes from."""

    name: str = ""
    group: str = StakeholderGroup.CITIZENS
    is_observer: bool = False


@transaction.atomic
def join_session(member: Membership, session_id: UUID, *, is_observer: bool = False) -> Participant:
    """Join a session that is open, to take part or only to look on; joining twice is joining once."""
    session = locked_session_of(member, session_id)
    if not member.may("session.join"):
        raise NotAllowedError(_("You cannot join this session."))
    known = Participant.objects.filter(session=session, membership=member).first()
    if known:
        _must_not_be_removed(known)
        return known
    _must_be_open(session)
    _must_have_room(session)
    participant = Participant.objects.create(
        session=session,
        membership=member,
        group=member.organisation.stakeholder_group if member.organisation else "",
        is_observer=is_observer,
        joined_at=now(),
    )
    record(ParticipantJoined(participant.pk), by=member, on=[session_stream(session.pk)])
    return participant


@transaction.atomic
def join_as_guest(
    session_id: UUID,
    *,
    participant_id: UUID,
    introduction: Introduction,
    person: Person | None = None,
) -> Participant:
    """Let somebody in who came by link or code, or into the waiting room where there is one.

    May be sent any number of times with the same id. *person* is somebody who has an account but is
    no member. Raises NotAllowedError where guests are not let in, ConflictError when the door is
    locked or the session full, WrongPhaseError when it is not open.
    """
    session = ReflectionSession.objects.select_for_update().get(pk=session_id)
    known = Participant.objects.filter(pk=participant_id, session=session, membership=None).first()
    if known:
        _must_not_be_removed(known)
        return known
    _must_admit_guests(session)
    # Not their count: a guest who became a member keeps her number.
    last = Participant.objects.filter(session=session).aggregate(last=Max("number"))["last"]
    number = (last or 0) + 1
    participant = Participant.objects.create(
        id=participant_id,
        session=session,
        person=person,
        number=number,
        name=_name_of(introduction, number, session),
        group=_known_group(introduction.group),
        is_observer=introduction.is_observer,
        state=ParticipantState.WAITING if session.has_waiting_room else ParticipantState.JOINED,
        joined_at=now(),
    )
    record(ParticipantJoined(participant.pk), by=participant, on=[session_stream(session.pk)])
    return participant


@transaction.atomic
def claim_parts(person: Person, participant_ids: Collection[UUID]) -> list[Participant]:
    """Make what somebody did as a guest hers, once she has an account; what is claimed stays so.

    In a partnership that she is a member of, the part becomes that of the member, unless she took
    part as a member as well.
    """
    parts = list(parts_to_claim(person, participant_ids).select_related("session"))
    members = {member.partnership_id: member for member in memberships_of(person)}
    for part in parts:
        member = members.get(part.session.partnership_id)
        is_twice = Participant.objects.filter(session=part.session, membership=member).exists()
        part.membership = None if is_twice else member
        part.person = person
        part.save(update_fields=["membership", "person"])
        record(PartClaimed(part.pk), by=part, on=[session_stream(part.session_id)])
    return parts


def _must_admit_guests(session: ReflectionSession) -> None:
    if not session.admits_guests:
        raise NotAllowedError(
            _("This session is for members only. Sign in, or ask whoever invited you.")
        )
    _must_be_open(session)
    if session.is_locked:
        raise ConflictError(_("The door is closed. Ask whoever leads the session to open it."))
    _must_have_room(session)


def _must_be_open(session: ReflectionSession) -> None:
    if session.state not in OPEN_STATES:
        raise WrongPhaseError(_why_closed(session))


def _why_closed(session: ReflectionSession) -> str:
    if session.state == SessionState.CLOSED:
        return _("This session is finished.")
    if session.state == SessionState.CANCELLED:
        return _("This session was cancelled.")
    return _("This session is not open yet. Come back when it starts.")


def _must_have_room(session: ReflectionSession) -> None:
    if people_inside(session).count() >= session.capacity:
        raise ConflictError(_("The session is full. Ask whoever leads it to make room."))


def _must_not_be_removed(participant: Participant) -> None:
    if participant.state == ParticipantState.REMOVED:
        raise NotAllowedError(_("You were taken out of this session. Ask whoever leads it why."))


def _name_of(introduction: Introduction, number: int, session: ReflectionSession) -> str:
    chosen = clean_optional_line(introduction.name, field="name", most=LONGEST_NAME)
    with translation.override(session.language):
        return chosen or _("Guest %(number)d") % {"number": number}


def _known_group(group: str) -> str:
    if group and group not in StakeholderGroup.values:
        raise InvalidInputError(_("Please choose one of the listed groups."), field="group")
    return group
