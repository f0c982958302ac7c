"""Who runs a session: several may, one has the lead, and nobody takes it herself."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from kernel.clock import now
from kernel.errors import InvalidInputError, NotAllowedError
from partnerships.models.membership import Membership
from partnerships.queries import members_of
from reflections.events.facilitating import FacilitatorsChanged
from reflections.models.facilitating import CoFacilitator
from reflections.models.session import ReflectionSession
from reflections.policies import may_appoint_facilitators, may_run_session
from reflections.queries.sessions import locked_session_of
from reflections.services.running import tell


@transaction.atomic
def add_facilitator(member: Membership, session_id: UUID, *, member_id: UUID) -> ReflectionSession:
    """Let somebody run the session as well; asking her twice is once."""
    session = locked_session_of(member, session_id)
    if not may_appoint_facilitators(member, session):
        raise _refusal()
    if member_id == session.facilitator_id:
        return session
    chosen = _choosable(member, member_id)
    _asked, is_new = CoFacilitator.objects.get_or_create(
        session=session, membership=chosen, defaults={"added_at": now()}
    )
    if is_new:
        tell(FacilitatorsChanged(session.pk), member, session)
    return session


@transaction.atomic
def remove_facilitator(
    member: Membership, session_id: UUID, *, member_id: UUID
) -> ReflectionSession:
    """End that somebody runs the session as well; she may step back herself."""
    session = locked_session_of(member, session_id)
    if member_id != member.pk and not may_appoint_facilitators(member, session):
        raise _refusal()
    deleted, _by_kind = session.co_facilitators.filter(membership=member_id).delete()
    if deleted:
        tell(FacilitatorsChanged(session.pk), member, session)
    return session


@transaction.atomic
def hand_over(member: Membership, session_id: UUID, *, member_id: UUID) -> ReflectionSession:
    """Give the lead to somebody else; whoever had it goes on running the session beside her."""
    session = locked_session_of(member, session_id)
    if member_id == session.facilitator_id and may_run_session(member, session):
        return session  # also for whoever has just handed it over, and asks twice
    if not may_appoint_facilitators(member, session):
        raise _refusal()
    chosen = _choosable(member, member_id)
    session.co_facilitators.filter(membership=chosen).delete()
    CoFacilitator.objects.get_or_create(
        session=session, membership_id=session.facilitator_id, defaults={"added_at": now()}
    )
    session.facilitator = chosen
    session.save(update_fields=["facilitator"])
    tell(FacilitatorsChanged(session.pk), member, session)
    return session


def _choosable(member: Membership, member_id: UUID) -> Membership:
    if member_id == member.pk:
        raise NotAllowedError(
            _("Nobody takes this role. Ask whoever leads the session to give it to you.")
        )
    chosen = members_of(member).filter(pk=member_id).first()
    if chosen is None or not chosen.may("session.plan"):
        raise InvalidInputError(
            _("Please choose a facilitator or a programme manager."), field="member_id"
        )
    return chosen


def _refusal() -> NotAllowedError:
    return NotAllowedError(
        _("Only whoever leads this session, or a programme manager, can say who runs it.")
    )
