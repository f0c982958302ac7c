"""Asking members to come to a session."""

from collections.abc import Collection
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from eventlog.events import Actor, DomainEvent, partnership_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError
from letters.services import Addressed, try_again, write_letters
from partnerships.models.membership import Membership
from partnerships.queries import members_of
from reflections.events.preparation import MembersInvited
from reflections.models.invitation import Answer, Invitation
from reflections.models.session import ReflectionSession
from reflections.policies import may_invite
from reflections.queries.sessions import locked_session_of
from reflections.states import PREPARED_STATES, SessionState

INVITATION, CHANGE, CANCELLATION = "invitation", "session_changed", "session_cancelled"
INPUT_OPEN = "input_open"


@transaction.atomic
def invite_members(
    member: Membership, session_id: UUID, *, member_ids: Collection[UUID]
) -> list[Invitation]:
    """Ask members to come, and return the new invitations; who is asked already stays so.

    Each gets a letter, at once or, from a draft, when the session is planned.
    """
    session = _session_to_invite_to(member, session_id)
    chosen = {one.pk for one in members_of(member).filter(pk__in=member_ids)}
    if len(chosen) != len(set(member_ids)):
        raise InvalidInputError(_("Please choose among the listed members."), field="member_ids")
    new = sorted(chosen - set(session.invitations.values_list("member_id", flat=True)))
    invitations = Invitation.objects.bulk_create(
        Invitation(session=session, member_id=pk, invited_by=member, invited_at=now()) for pk in new
    )
    write_invitations(session)
    if invitations:
        tell_of_preparation(MembersInvited(session.pk), member, session)
    return invitations


@transaction.atomic
def uninvite_member(member: Membership, session_id: UUID, *, member_id: UUID) -> None:
    """Take somebody off the list of a draft, before she was told; twice is once."""
    session = _session_to_invite_to(member, session_id)
    if session.state != SessionState.DRAFT:
        raise ConflictError(
            _("The invitations are sent. If somebody need not come, please tell that person.")
        )
    taken_off, _of_which = session.invitations.filter(member=member_id).delete()
    if taken_off:
        tell_of_preparation(MembersInvited(session.pk), member, session)


@transaction.atomic
def send_again(member: Membership, session_id: UUID) -> int:
    """Try once more to send what the mail server refused, and return how many letters that is."""
    session = _session_to_invite_to(member, session_id)
    return try_again(session.invitations.values_list("pk", flat=True))


def write_invitations(session: ReflectionSession) -> None:
    """Have all who are asked told of it once; nobody hears of a draft."""
    if session.planned_at:
        write_letters(INVITATION, (_address(one) for one in _addressed(session)))


def write_to_those_who_may_come(kind: str, session: ReflectionSession) -> None:
    """Tell all who are asked and did not say no what became of the plan, or that it begins."""
    if session.planned_at:
        may_come = _addressed(session).exclude(answer=Answer.NO)
        write_letters(kind, (_address(one, version=session.version) for one in may_come))


def tell_of_preparation(event: DomainEvent, by: Actor, session: ReflectionSession) -> None:
    """Record what happened in the preparation of a session; call it last, like `record`."""
    record(event, by=by, on=[partnership_stream(session.partnership_id)])


def _session_to_invite_to(member: Membership, session_id: UUID) -> ReflectionSession:
    session = locked_session_of(member, session_id)
    if not may_invite(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can invite people."))
    if session.state not in PREPARED_STATES:
        raise ConflictError(_("The session has begun or is over. Share its link instead."))
    return session


def _addressed(session: ReflectionSession) -> QuerySet[Invitation]:
    return session.invitations.filter(member__until__isnull=True).select_related("member")


def _address(invitation: Invitation, *, version: int = 0) -> Addressed:
    return Addressed(invitation.member.person_id, invitation.pk, version)
