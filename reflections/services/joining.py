"""Joining a session."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import session_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import NotAllowedError, WrongPhaseError
from partnerships.models.membership import Membership
from reflections.events.sessions import ParticipantJoined
from reflections.models.session import Participant, ReflectionSession
from reflections.queries.sessions import locked_session_of
from reflections.states import OPEN_STATES, SessionState


@transaction.atomic
def join_session(member: Membership, session_id: UUID) -> Participant:
    """Join a session that is open; joining twice is joining once."""
    session = locked_session_of(member, session_id)
    if not member.may("session.join"):
        raise NotAllowedError(_("You cannot join this session."))
    known = Participant.objects.filter(session=session, membership=member).first()
    if known:
        return known
    if session.state not in OPEN_STATES:
        raise WrongPhaseError(_why_closed(session))
    participant = Participant.objects.create(session=session, membership=member, joined_at=now())
    record(ParticipantJoined(participant.pk), by=member, on=[session_stream(session.pk)])
    return participant


def _why_closed(session: ReflectionSession) -> str:
    if session.state == SessionState.CLOSED:
        return _("This session is finished.")
    if session.state == SessionState.CANCELLED:
        return _("This session was cancelled.")
    return _("This session is not open yet. Come back when it starts.")
