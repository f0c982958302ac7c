"""Finishing a session, and opening it once more."""

from dataclasses import asdict
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actions.queries.closing import closing_check
from kernel.clock import now
from kernel.errors import ConflictError
from kernel.text import clean_text
from partnerships.models.membership import Membership
from reflections.events.sessions import SessionClosed, SessionReopened
from reflections.models.session import ReflectionSession
from reflections.services.counting import keep_only_totals
from reflections.services.leading import end_what_runs
from reflections.services.running import session_to_run, tell
from reflections.services.sealing import show_the_last
from reflections.states import TRANSLATING_KINDS, SessionState, next_state
from reflections.tasks import tidy_after_a_session


@transaction.atomic
def close_session(member: Membership, session_id: UUID) -> ReflectionSession:
    """Finish the session; everything stays readable, of the votes what each topic got.

    Refused while the closing check finds something that blocks; the refusal's `missing` names it.
    """
    session = session_to_run(member, session_id)
    if session.state == SessionState.CLOSED:
        return session
    state = next_state(session.state, "close")
    show_the_last(session, by=member)
    _must_leave_nothing_open(session)
    keep_only_totals(session)
    end_what_runs(member, session)
    session.state = state
    session.closed_at = now()
    session.join_code = None
    session.save(update_fields=["state", "closed_at", "join_code"])
    tell(SessionClosed(session.pk), member, session)
    # Old versions of notes without a name are cleared away; the session is finished also without it.
    transaction.on_commit(tidy_after_a_session.enqueue, robust=True)
    return session


@transaction.atomic
def reopen_session(member: Membership, session_id: UUID, *, reason: str) -> ReflectionSession:
    """Open a finished session once more, and say why: what was forgotten can still be answered.

    It goes on where insights become actions. Only once; the same reason again changes nothing.
    """
    session = session_to_run(member, session_id)
    reason = clean_text(reason, field="reason", most=500)
    if session.state != SessionState.CLOSED and session.reopen_reason == reason:
        return session
    state = next_state(session.state, "reopen")
    if session.reopened_at:
        raise ConflictError(
            _("This session was opened again once before. Plan a new one for what is left.")
        )
    session.state = state
    session.closed_at = None
    session.reopened_at = now()
    session.reopen_reason = reason
    phase = session.current_phase
    if phase is None or phase.kind not in TRANSLATING_KINDS:
        session.current_phase = session.phases.filter(kind__in=TRANSLATING_KINDS).first() or phase
    session.save()
    tell(SessionReopened(session.pk), member, session)
    return session


def _must_leave_nothing_open(session: ReflectionSession) -> None:
    missing = closing_check(session).blocking
    if not missing:
        return
    sentence = ngettext(
        "%(count)d thing is missing before you can finish: %(first)s",
        "%(count)d things are missing before you can finish. The first one: %(first)s",
        len(missing),
    )
    raise ConflictError(
        sentence % {"count": len(missing), "first": missing[0].sentence},
        missing=[asdict(item) for item in missing],
    )
