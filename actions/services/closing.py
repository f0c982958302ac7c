"""Finishing a session."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import ngettext

from kernel.clock import now
from kernel.errors import ConflictError
from partnerships.models.membership import Membership
from reflections.events.sessions import SessionClosed
from reflections.models.insight import Insight
from reflections.models.note import Note
from reflections.models.session import ReflectionSession
from reflections.services.counting import keep_only_totals
from reflections.services.leading import end_what_runs
from reflections.services.running import session_to_run, tell
from reflections.states import InsightState, SessionState, next_state


@transaction.atomic
def close_session(member: Membership, session_id: UUID) -> ReflectionSession:
    """Finish the session; everything stays readable, of the votes what each topic got.

    Refused while an agreed insight has no answer to what becomes of it, and while notes are hidden.
    """
    session = session_to_run(member, session_id)
    if session.state == SessionState.CLOSED:
        return session
    state = next_state(session.state, "close")
    _must_leave_nothing_open(session)
    keep_only_totals(session)
    end_what_runs(member, session)
    session.state = state
    session.closed_at = now()
    session.join_code = None
    session.save(update_fields=["state", "closed_at", "join_code"])
    tell(SessionClosed(session.pk), member, session)
    return session


def _must_leave_nothing_open(session: ReflectionSession) -> None:
    hidden = Note.objects.filter(
        session=session, revealed_at__isnull=True, withdrawn_at__isnull=True
    ).count()
    if hidden:
        raise ConflictError(
            ngettext(
                "%(count)d note was never shown. Show it before you finish.",
                "%(count)d notes were never shown. Show them before you finish.",
                hidden,
            )
            % {"count": hidden}
        )
    unanswered = Insight.objects.filter(
        session=session, state=InsightState.AGREED, disposition=""
    ).count()
    if unanswered:
        raise ConflictError(
            ngettext(
                "%(count)d insight has no answer yet. Say what becomes of it before you finish.",
                "%(count)d insights have no answer yet. Say what becomes of them before you finish.",
                unanswered,
            )
            % {"count": unanswered}
        )
