"""Reading who takes part in a session, as a member or as a guest."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from accounts.models import Person
from kernel.errors import NotAllowedError
from partnerships.models.membership import Membership
from partnerships.queries import memberships_of
from reflections.models.participant import Participant, ParticipantState
from reflections.models.session import ReflectionSession
from reflections.queries.sessions import sessions_known_to
from reflections.records.participant import GuestPart, guest_part
from reflections.visitors import Visitor


def participants() -> QuerySet[Participant]:
    """Return participants with all that shows who they are."""
    return Participant.objects.select_related(
        "session__partnership", "membership__person", "membership__organisation"
    )


def _guests() -> QuerySet[Participant]:
    """Return those who take part without a membership, with all that shows who they are."""
    return Participant.objects.filter(membership=None).select_related("session__partnership")


def _the_one(parts: QuerySet[Participant]) -> Participant | None:
    """Return the one that there is, if any; `first` would put them in order."""
    return next(iter(parts), None)


def participant_of(member: Membership, session_id: UUID) -> Participant:
    """Return the member's part in the session; raises DoesNotExist for a session of others."""
    sessions_known_to(member).only("pk").get(pk=session_id)
    part = _the_one(participants().filter(session=session_id, membership=member))
    if part is None or part.state != ParticipantState.JOINED:
        raise NotAllowedError(_("Join the session first."))
    return part


def part_of(
    visitor: Visitor, session_id: UUID, *, member: Membership | None = None
) -> Participant | None:
    """Return the visitor's part in the session, whatever its state; None when she has none.

    Whoever read already which *member* she is there says so, and gets the part of that membership as
    it was read, even if it ended since.
    """
    guests = _guests().filter(session=session_id)
    if visitor.person:
        current = Q(membership__person=visitor.person, membership__until=None)
        own = Q(membership=member) if member else current
        as_member = _the_one(participants().filter(own, session=session_id))
        if as_member and member:
            as_member.membership = member
        found = as_member or guests.filter(person=visitor.person).first()
        if found:
            return found
    mine = visitor.parts.get(session_id)
    return _the_one(guests.filter(pk=mine)) if mine else None


def acting_part(visitor: Visitor, session_id: UUID) -> Participant:
    """Return the part in which the visitor may act now.

    Raises NotAllowedError for a member who did not join, and for whoever waits or was removed;
    DoesNotExist for everybody else without a part.
    """
    part = part_of(visitor, session_id)
    if part is None:
        if (
            visitor.person
            and memberships_of(visitor.person).filter(partnership__sessions=session_id).exists()
        ):
            raise NotAllowedError(_("Join the session first."))
        raise Participant.DoesNotExist
    if part.state == ParticipantState.WAITING:
        raise NotAllowedError(_("Please wait until you are let in."))
    if part.state == ParticipantState.REMOVED:
        raise NotAllowedError(_("You were taken out of this session. Ask whoever leads it why."))
    return part


def has_joined(member: Membership, session: ReflectionSession) -> bool:
    """Say whether the member is in the session."""
    return Participant.objects.filter(
        session=session, membership=member, state=ParticipantState.JOINED
    ).exists()


def people_inside(session: ReflectionSession) -> QuerySet[Participant]:
    """Return who is in the session or waits at its door: those whom its capacity counts."""
    return Participant.objects.filter(session=session).exclude(state=ParticipantState.REMOVED)


def people_writing(session_id: UUID) -> QuerySet[Participant]:
    """Return who is in the session and does not only look on: among whom a writer can hide."""
    return Participant.objects.filter(
        session=session_id, state=ParticipantState.JOINED, is_observer=False
    )


def guest_parts_of(visitor: Visitor) -> list[GuestPart]:
    """Return the sessions that this browser, or this account, took part in as a guest; newest first."""
    found = own_parts(visitor).filter(membership=None)
    return [guest_part(part) for part in found.order_by("-session__starts_at", "pk")]


def unclaimed_parts(visitor: Visitor) -> list[GuestPart]:
    """Return the parts of this browser that belong to no account yet."""
    ids = list(visitor.parts.values())
    found = _guests().filter(pk__in=ids, person=None)
    return [guest_part(part) for part in found.order_by("-session__starts_at", "pk")]


def parts_to_claim(person: Person, ids: Collection[UUID]) -> QuerySet[Participant]:
    """Return guests' parts without an account, locked until the transaction ends."""
    parts = Participant.objects.filter(pk__in=ids, membership=None, person=None)
    return parts.select_for_update().order_by("pk")


def own_parts(visitor: Visitor) -> QuerySet[Participant]:
    """Return the parts that are the visitor's own: as a current member, and as a guest."""
    mine = Q(pk__in=list(visitor.parts.values()), membership=None)
    if visitor.person:
        mine |= Q(membership__person=visitor.person, membership__until=None)
        mine |= Q(person=visitor.person, membership=None)
    return participants().filter(mine).exclude(state=ParticipantState.REMOVED)
