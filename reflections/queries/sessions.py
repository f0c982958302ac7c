"""Reading sessions: which of them a member may see, and what her part is."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from kernel.clock import now
from kernel.errors import NotAllowedError
from partnerships.models.membership import Membership
from partnerships.queries import LogView
from reflections.models.session import Participant, ReflectionSession
from reflections.records.session import SessionRecord, session_record
from reflections.states import OPEN_STATES, SessionState


@dataclass(frozen=True)
class AttendableSession:
    """A session that is open or coming, with the membership through which somebody attends."""

    session: SessionRecord
    member: Membership
    has_joined: bool


def sessions_of(member: Membership) -> QuerySet[ReflectionSession]:
    """Return the sessions that the member may know of, newest first: drafts only if she plans."""
    return (
        ReflectionSession.objects.filter(_known_to(member))
        .select_related("facilitator__person", "current_phase")
        .order_by("-starts_at", "pk")
    )


def sessions_ahead(members: Collection[Membership]) -> list[AttendableSession]:
    """Return the open and the coming sessions of these memberships, open ones first, then by date.

    A planned session whose day is over without having started is not ahead any more.
    """
    through = {member.partnership_id: member for member in members}
    sessions = (
        ReflectionSession.objects.filter(partnership__in=list(through))
        .filter(
            Q(state__in=OPEN_STATES)
            | Q(state=SessionState.PLANNED, starts_at__gte=now() - timedelta(days=1))
        )
        .select_related("facilitator__person")
        .prefetch_related("phases", "themes")
        .order_by("starts_at", "pk")
    )
    mine = Participant.objects.filter(membership__in=list(members)).values_list("session_id")
    joined = {session_id for (session_id,) in mine.filter(session__in=sessions.values("pk"))}
    found = [
        AttendableSession(
            session=session_record(session),
            member=through[session.partnership_id],
            has_joined=session.pk in joined,
        )
        for session in sessions
    ]
    return sorted(found, key=lambda one: one.session.state not in OPEN_STATES)


def locked_session_of(member: Membership, session_id: UUID) -> ReflectionSession:
    """Return a session of the member's partnership, locked until the transaction ends.

    Locked without what hangs on it: after a wait, PostgreSQL would hold the changed session against
    the phase that it was in before, and find none.
    """
    sessions = ReflectionSession.objects.filter(_known_to(member))
    return sessions.select_for_update().get(pk=session_id)


def session_with_key(join_key: str) -> ReflectionSession:
    """Return the session that a shared link belongs to; raises DoesNotExist, also for a draft."""
    sessions = ReflectionSession.objects.filter(planned_at__isnull=False)
    return sessions.select_related("partnership").get(join_key=join_key)


def participant_of(member: Membership, session_id: UUID) -> Participant:
    """Return the member's part in the session; raises DoesNotExist for a session of others."""
    session = sessions_of(member).get(pk=session_id)
    participant = (
        Participant.objects.filter(session=session, membership=member)
        .select_related("session", "membership__person", "membership__organisation")
        .first()
    )
    if participant is None:
        raise NotAllowedError(_("Join the session first."))
    return participant


def has_joined(member: Membership, session: ReflectionSession) -> bool:
    """Say whether the member joined the session."""
    return Participant.objects.filter(session=session, membership=member).exists()


def session_records(view: LogView, ids: Collection[UUID] | None) -> dict[str, SessionRecord]:
    """Return the sessions that *view* may know of; all of them when *ids* is None."""
    sessions = ReflectionSession.objects.filter(partnership=view.partnership_id)
    if not view.sees_drafts:
        sessions = sessions.filter(planned_at__isnull=False)
    if ids is not None:
        sessions = sessions.filter(pk__in=ids)
    return _recorded(sessions)


def session_record_of(session_id: UUID) -> dict[str, SessionRecord]:
    """Return the one session of a board, for those who follow it."""
    return _recorded(ReflectionSession.objects.filter(pk=session_id))


def _recorded(sessions: QuerySet[ReflectionSession]) -> dict[str, SessionRecord]:
    loaded = sessions.select_related("facilitator__person").prefetch_related("phases", "themes")
    return {str(session.pk): session_record(session) for session in loaded}


def _known_to(member: Membership) -> Q:
    ours = Q(partnership=member.partnership_id)
    return ours if member.may("session.plan") else ours & Q(planned_at__isnull=False)
