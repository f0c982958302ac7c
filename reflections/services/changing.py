"""Changing the plan of a session until it is live, or cancelling it."""

from dataclasses import asdict, replace
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from kernel.clock import now
from kernel.errors import ConflictError, NotAllowedError, StaleVersionError
from kernel.text import clean_text
from partnerships.models.membership import Membership
from partnerships.queries import themes_of
from reflections.events.sessions import SessionCancelled, SessionChanged
from reflections.models.session import Mode, ReflectionSession
from reflections.policies import may_appoint_facilitators
from reflections.services.details import SessionDetails, cleaned, details_of, fields_of
from reflections.services.inviting import (
    CANCELLATION,
    CHANGE,
    write_to_those_who_may_come,
)
from reflections.services.running import session_to_run, tell
from reflections.states import PREPARED_STATES, SessionState, next_state

# When one of these changes, people who want to come have to know.
IN_CALENDARS = ("title", "starts_at", "ends_at", "mode", "place", "meeting_link")


@transaction.atomic
def change_session(
    member: Membership, session_id: UUID, *, details: SessionDetails, version: int
) -> ReflectionSession:
    """Say anew what a session is about, when, where and how; the same again changes nothing.

    With no facilitator it stays who leads it. Raises StaleVersionError, with what stands and
    what was sent, when somebody else was first.
    """
    session = session_to_run(member, session_id)
    if session.state not in PREPARED_STATES:
        # What stands is in everybody's calendar by now.
        raise ConflictError(_("The session has begun or is over; its plan stays as it is."))
    minutes = session.phases.aggregate(total=Sum("minutes", default=0))["total"]
    leader = details.facilitator_id or session.facilitator_id
    if leader != session.facilitator_id and not may_appoint_facilitators(member, session):
        raise NotAllowedError(
            _("Only whoever leads this session, or a programme manager, can say who runs it.")
        )
    said = asdict(cleaned(member, replace(details, facilitator_id=leader), minutes=minutes))
    stands = details_of(session)
    if said == stands:
        return session
    _must_be_current(session, version, stands, said)
    _keep(session, said, member)
    if any(stands[name] != said[name] for name in IN_CALENDARS):
        write_to_those_who_may_come(CHANGE, session)
    tell(SessionChanged(session.pk), member, session)
    return session


@transaction.atomic
def cancel_session(member: Membership, session_id: UUID, *, reason: str) -> ReflectionSession:
    """Call a session off before it is live, and say why; twice is once."""
    session = session_to_run(member, session_id)
    if session.state == SessionState.CANCELLED:
        return session
    session.state = next_state(session.state, "cancel")
    session.cancel_reason = clean_text(reason, field="reason", most=500)
    session.cancelled_at = now()
    session.version += 1
    session.save(update_fields=["state", "cancel_reason", "cancelled_at", "version"])
    write_to_those_who_may_come(CANCELLATION, session)
    tell(SessionCancelled(session.pk), member, session)
    return session


def _must_be_current(
    session: ReflectionSession, version: int, stands: dict[str, Any], said: dict[str, Any]
) -> None:
    if session.version == version:
        return
    changed = [name for name, value in stands.items() if value != said[name]]
    raise StaleVersionError(
        _("Somebody else changed this session meanwhile. Look at both, and choose."),
        current={**{name: stands[name] for name in changed}, "version": session.version},
        yours={**{name: said[name] for name in changed}, "version": version},
    )


def _keep(session: ReflectionSession, said: dict[str, Any], member: Membership) -> None:
    details = SessionDetails(**said)
    columns = fields_of(details)
    for name, value in columns.items():
        setattr(session, name, value)
    session.version += 1
    session.save(update_fields=[*columns, "version"])
    session.themes.set(themes_of(member).filter(pk__in=details.theme_ids))
    if details.mode != Mode.HYBRID:
        session.invitations.update(attendance="")  # there is only one way left
