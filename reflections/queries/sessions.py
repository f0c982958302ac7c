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
from reflections.models.invitation import Invitation
from reflections.models.participant import Participant
from reflections.models.session import (
    CODE_LENGTH,
    CODE_LETTERS,
    ReflectionSession,
    SessionPhase,
)
from reflections.policies import may_run_session
from reflections.records.session import SessionRecord, session_record
from reflections.states import (
    ANSWERABLE_STATES,
    OPEN_STATES,
    PREPARED_STATES,
    PhaseKind,
    SessionState,
)


@dataclass(frozen=True)
class AttendableSession:
    """A session that is open or coming, with the membership through which somebody attends."""

    session: SessionRecord
    member: Membership
    has_joined: bool
    is_asked: bool  # invited, and without an answer


def sessions_known_to(member: Membership) -> QuerySet[ReflectionSession]:
    """Return the sessions that the member may know of, bare: drafts only if she plans."""
    ours = ReflectionSession.objects.filter(partnership=member.partnership_id)
    return ours if member.may("session.plan") else ours.filter(planned_at__isnull=False)


def sessions_of(member: Membership) -> QuerySet[ReflectionSession]:
    """Return the sessions that the member may know of, newest first, with who leads them."""
    return (
        sessions_known_to(member)
        .select_related("partnership", "facilitator__person", "current_phase")
        .prefetch_related("co_facilitators__membership__person")
        .order_by("-starts_at", "pk")
    )


def sessions_to_learn_in(member: Membership) -> QuerySet[ReflectionSession]:
    """Return the sessions that are to come or open, for what is to be talked about there."""
    return sessions_of(member).filter(state__in=[*PREPARED_STATES, *OPEN_STATES])


def session_run_by(member: Membership, session_id: UUID) -> ReflectionSession:
    """Return a session to somebody who may run it, to read.

    Raises DoesNotExist for a session of others, NotAllowedError for who may not run it.
    """
    session = sessions_of(member).get(pk=session_id)
    if not may_run_session(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can do this."))
    return session


def sessions_ahead(members: Collection[Membership]) -> list[AttendableSession]:
    """Return the open and the coming sessions of these memberships, open ones first, then by date.

    A planned session whose day is over without having started is not ahead any more.
    """
    through = {member.partnership_id: member for member in members}
    sessions = (
        ReflectionSession.objects.filter(partnership__in=list(through))
        .filter(
            Q(state__in=OPEN_STATES)
            | Q(state=SessionState.PLANNED, ends_at__gte=now() - timedelta(days=1))
        )
        .select_related("partnership", "facilitator__person")
        .prefetch_related("phases", "themes", "co_facilitators__membership__person")
        .order_by("starts_at", "pk")
    )
    mine = Participant.objects.filter(membership__in=list(members)).values_list("session_id")
    joined = {session_id for (session_id,) in mine.filter(session__in=sessions.values("pk"))}
    asked = Invitation.objects.filter(member__in=list(members), answer="")
    asked_to = set(asked.values_list("session_id", flat=True))
    found = [
        AttendableSession(
            session=session_record(session),
            member=through[session.partnership_id],
            has_joined=session.pk in joined,
            is_asked=session.pk in asked_to and session.state in ANSWERABLE_STATES,
        )
        for session in sessions
    ]
    return sorted(found, key=lambda one: one.session.state not in OPEN_STATES)


def locked_session_of(member: Membership, session_id: UUID) -> ReflectionSession:
    """Return a session of the member's partnership, locked until the transaction ends.

    Locked without what hangs on it: after a wait, PostgreSQL would hold the changed session against
    the phase that it was in before, and find none.
    """
    return sessions_known_to(member).select_for_update().get(pk=session_id)


def locked_session_for(part: Participant) -> ReflectionSession:
    """Return the session that somebody takes part in, locked like the one above."""
    return ReflectionSession.objects.select_for_update().get(pk=part.session_id)


def session_behind(secret: str) -> ReflectionSession | None:
    """Return the session that a shared link or a typed code opens; a code does so while it is open."""
    sessions = _announced()
    code = code_in(secret)
    by_code = Q(join_code=code) if code else Q(pk=None)
    return sessions.filter(Q(join_key=secret.strip()) | by_code).first()


def code_in(typed: str) -> str:
    """Return the code in what somebody typed, forgiving small letters, blanks and look-alikes."""
    plain = typed.upper().translate(_LOOK_ALIKES)
    return plain if len(plain) == CODE_LENGTH and set(plain) <= set(CODE_LETTERS) else ""


_LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


def session_named(session_id: UUID) -> ReflectionSession:
    """Return any session but a draft, whoever asks: for those who found the way to it.

    Raises DoesNotExist when there is none.
    """
    return _announced().get(pk=session_id)


def _announced() -> QuerySet[ReflectionSession]:
    sessions = ReflectionSession.objects.filter(planned_at__isnull=False)
    return sessions.select_related("partnership", "facilitator__person")


def collecting_phases_of(session: ReflectionSession) -> list[SessionPhase]:
    """Return the phases that notes are taken for now: the current one, and one that was just left."""
    if session.state not in OPEN_STATES:
        return []
    until = session.collecting_until
    left = session.collected_phase if until and now() < until else None
    phases = [phase for phase in (session.current_phase, left) if phase]
    return [phase for phase in phases if phase.kind == PhaseKind.COLLECT]


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
    loaded = sessions.select_related("partnership", "facilitator__person").prefetch_related(
        "phases", "themes", "co_facilitators__membership__person"
    )
    return {str(session.pk): session_record(session) for session in loaded}
