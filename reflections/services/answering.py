"""Answering an invitation, and saying what one needs to take part."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kernel.clock import now
from kernel.errors import InvalidInputError, NotAllowedError, WrongPhaseError
from kernel.text import clean_optional_text
from partnerships.models.membership import Membership
from reflections.events.preparation import InvitationAnswered
from reflections.models.invitation import Answer, Attendance, AttendanceNeeds, Invitation
from reflections.models.session import Mode, ReflectionSession
from reflections.policies import may_answer
from reflections.queries.preparation import invitation_to
from reflections.queries.sessions import locked_session_of
from reflections.services.inviting import tell_of_preparation
from reflections.states import ANSWERABLE_STATES


@dataclass(frozen=True, kw_only=True)
class Reply:
    """Whether somebody comes, how, and what she needs; only who runs the session reads the needs."""

    answer: str
    attendance: str = ""
    access_needs: str = ""
    language_needs: str = ""


@transaction.atomic
def answer_invitation(member: Membership, session_id: UUID, *, reply: Reply) -> Invitation:
    """Answer, or answer anew, until the session starts; the same answer again changes nothing.

    What she needs takes the place of what she said before, and goes when she does not come.
    """
    session = locked_session_of(member, session_id)
    invitation = invitation_to(member, session)
    if invitation is None or not may_answer(member, invitation):
        raise NotAllowedError(
            _("You are not invited to this session. Ask who leads it whether you can come.")
        )
    if session.state not in ANSWERABLE_STATES:
        raise WrongPhaseError(_("The session has begun or is over; answers are no longer needed."))
    reply = _cleaned(reply, session)
    is_news = (invitation.answer, invitation.attendance) != (reply.answer, reply.attendance)
    if is_news:
        invitation.answer, invitation.attendance = reply.answer, reply.attendance
        invitation.answered_at = now()
        invitation.save(update_fields=["answer", "attendance", "answered_at"])
    if _keep_needs(invitation, reply) or is_news:
        tell_of_preparation(InvitationAnswered(session.pk), member, session)
    return invitation


def _cleaned(reply: Reply, session: ReflectionSession) -> Reply:
    if reply.answer not in Answer.values:
        raise InvalidInputError(_("Please say yes, perhaps or no."), field="answer")
    return Reply(
        answer=reply.answer,
        attendance=_attendance(reply, session),
        access_needs=clean_optional_text(reply.access_needs, field="access_needs", most=500),
        language_needs=clean_optional_text(reply.language_needs, field="language_needs", most=300),
    )


def _attendance(reply: Reply, session: ReflectionSession) -> str:
    """Only where there are two ways to take part does anybody have to choose."""
    if reply.answer == Answer.NO or session.mode != Mode.HYBRID:
        return ""
    if reply.attendance not in Attendance.values:
        raise InvalidInputError(_("Please say how you take part."), field="attendance")
    return reply.attendance


def _keep_needs(invitation: Invitation, reply: Reply) -> bool:
    """Keep what she needs, or nothing, and say whether that is other than before."""
    before = AttendanceNeeds.objects.filter(invitation=invitation).first()
    wanted = (reply.access_needs, reply.language_needs) if reply.answer != Answer.NO else ("", "")
    if wanted == ((before.access, before.language) if before else ("", "")):
        return False
    if not any(wanted):
        AttendanceNeeds.objects.filter(invitation=invitation).delete()
        return True
    AttendanceNeeds.objects.update_or_create(
        invitation=invitation, defaults={"access": wanted[0], "language": wanted[1]}
    )
    return True
