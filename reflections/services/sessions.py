"""Planning a session and leading it through its phases."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from eventlog.events import DomainEvent, partnership_stream, session_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import (
    ConflictError,
    IdConflictError,
    InvalidInputError,
    NotAllowedError,
    WrongPhaseError,
)
from kernel.text import clean_line, clean_optional_text
from partnerships.models.membership import Membership
from partnerships.queries import locked_partnership_of, members_of, themes_of
from reflections.events import (
    InputOpened,
    ParticipantJoined,
    PhaseChanged,
    SessionClosed,
    SessionPlanned,
    SessionStarted,
)
from reflections.models.insight import Insight
from reflections.models.note import Note
from reflections.models.session import (
    Mode,
    Participant,
    ReflectionSession,
    Scope,
)
from reflections.policies import may_run_session
from reflections.queries import locked_session_of
from reflections.services.taking_over import take_over
from reflections.session_templates import TEMPLATES, template_named
from reflections.states import OPEN_STATES, InsightState, PhaseKind, SessionState, next_state

# Further away is a slip of the pen.
FARTHEST = timedelta(days=20 * 365)


@dataclass(frozen=True)
class SessionPlan:
    """What somebody fills in to plan a session; with no facilitator she leads it herself."""

    title: str
    template: str
    starts_at: datetime
    goal: str = ""
    scope: str = Scope.THEME
    mode: str = Mode.ON_SITE
    theme_ids: Collection[UUID] = field(default_factory=tuple)
    facilitator_id: UUID | None = None
    language: str = ""


@transaction.atomic
def plan_session(member: Membership, *, session_id: UUID, plan: SessionPlan) -> ReflectionSession:
    """Plan a session from a template, whose texts it takes over in its own language.

    Sending the same plan again gives the session that is there; the same id with another plan or
    for another partnership is an IdConflictError.
    """
    if not member.may("session.plan"):
        raise NotAllowedError(_("Only programme managers and facilitators can plan sessions."))
    plan = _cleaned(member, plan)
    locked_partnership_of(member)  # so that one plan sent twice at once is one session
    known = ReflectionSession.objects.filter(pk=session_id).first()
    if known:
        return _same_session(known, member, plan)
    session = ReflectionSession.objects.create(
        id=session_id,
        partnership_id=member.partnership_id,
        title=plan.title,
        goal=plan.goal,
        scope=plan.scope,
        mode=plan.mode,
        template=plan.template,
        language=plan.language,
        starts_at=plan.starts_at,
        facilitator_id=plan.facilitator_id or member.pk,
    )
    session.themes.set(themes_of(member).filter(pk__in=plan.theme_ids))
    take_over(template_named(plan.template), session)
    _tell(SessionPlanned(session.pk), member, session)
    return session


@transaction.atomic
def open_input(member: Membership, session_id: UUID) -> ReflectionSession:
    """Let people add notes before the session starts; doing it twice is once."""
    session = _session_to_run(member, session_id)
    if session.state == SessionState.INPUT_OPEN:
        return session
    session.state = next_state(session.state, "open_input")
    session.current_phase = session.phases.filter(kind=PhaseKind.COLLECT).first()
    session.save(update_fields=["state", "current_phase"])
    _tell(InputOpened(session.pk), member, session)
    return session


@transaction.atomic
def start_session(member: Membership, session_id: UUID) -> ReflectionSession:
    """Go live, in the first phase; whoever starts it has joined it. Starting twice is once."""
    session = _session_to_run(member, session_id)
    if session.state == SessionState.LIVE:
        return session
    session.state = next_state(session.state, "start")
    session.current_phase = session.phases.first()
    session.save(update_fields=["state", "current_phase"])
    participant, has_joined_now = Participant.objects.get_or_create(
        session=session, membership=member, defaults={"joined_at": now()}
    )
    if has_joined_now:
        record(ParticipantJoined(participant.pk), by=member, on=[session_stream(session.pk)])
    _tell(SessionStarted(session.pk), member, session)
    return session


@transaction.atomic
def move_to_phase(member: Membership, session_id: UUID, *, phase_id: UUID) -> ReflectionSession:
    """Go to any phase of the session, forwards or back; nothing is lost on the way."""
    session = _session_to_run(member, session_id)
    phase = session.phases.filter(pk=phase_id).first()
    if phase is None:
        raise InvalidInputError(_("This session has no such phase."), field="phase_id")
    step = "translate" if phase.kind == PhaseKind.TRANSLATE else "discuss"
    session.state = next_state(session.state, step)
    if session.current_phase_id == phase.pk:
        return session
    session.current_phase = phase
    session.save(update_fields=["state", "current_phase"])
    _tell(PhaseChanged(session.pk), member, session)
    return session


@transaction.atomic
def close_session(member: Membership, session_id: UUID) -> ReflectionSession:
    """Finish the session; everything stays readable.

    Refused while an agreed insight has no answer to what becomes of it, and while notes are hidden.
    """
    session = _session_to_run(member, session_id)
    if session.state == SessionState.CLOSED:
        return session
    state = next_state(session.state, "close")
    _must_leave_nothing_open(session)
    session.state = state
    session.closed_at = now()
    session.save(update_fields=["state", "closed_at"])
    _tell(SessionClosed(session.pk), member, session)
    return session


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
        raise WrongPhaseError(
            _("This session is not open yet. Come back when it starts.")
            if session.state == SessionState.PLANNED
            else _("This session is finished.")
        )
    participant = Participant.objects.create(session=session, membership=member, joined_at=now())
    record(ParticipantJoined(participant.pk), by=member, on=[session_stream(session.pk)])
    return participant


def _session_to_run(member: Membership, session_id: UUID) -> ReflectionSession:
    session = locked_session_of(member, session_id)
    if not may_run_session(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can do this."))
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


def _cleaned(member: Membership, plan: SessionPlan) -> SessionPlan:
    language = plan.language or member.partnership.language
    _must_be_known(plan.template, [template.slug for template in TEMPLATES], field="template")
    _must_be_known(plan.scope, Scope.values, field="scope")
    _must_be_known(plan.mode, Mode.values, field="mode")
    _must_be_known(language, list(dict(settings.LANGUAGES)), field="language")
    if abs(plan.starts_at - now()) > FARTHEST:
        raise InvalidInputError(_("Please choose a day closer to today."), field="starts_at")
    return SessionPlan(
        title=clean_line(plan.title, field="title", most=120),
        template=plan.template,
        starts_at=plan.starts_at,
        goal=clean_optional_text(plan.goal, field="goal", most=500),
        scope=plan.scope,
        mode=plan.mode,
        theme_ids=_known_themes(member, plan.theme_ids),
        facilitator_id=_facilitator(member, plan.facilitator_id).pk,
        language=language,
    )


def _same_session(
    known: ReflectionSession, member: Membership, plan: SessionPlan
) -> ReflectionSession:
    content = SessionPlan(
        title=known.title,
        template=known.template,
        starts_at=known.starts_at,
        goal=known.goal,
        scope=known.scope,
        mode=known.mode,
        theme_ids=tuple(sorted(known.themes.values_list("pk", flat=True))),
        facilitator_id=known.facilitator_id,
        language=known.language,
    )
    if (known.partnership_id, content) != (member.partnership_id, plan):
        raise IdConflictError(_("This session was saved before with another content."))
    return known


def _known_themes(member: Membership, theme_ids: Collection[UUID]) -> tuple[UUID, ...]:
    chosen = tuple(sorted(set(theme_ids)))
    if themes_of(member).filter(pk__in=chosen).count() != len(chosen):
        raise InvalidInputError(_("Please choose among the listed themes."), field="theme_ids")
    return chosen


def _facilitator(member: Membership, facilitator_id: UUID | None) -> Membership:
    if facilitator_id is None:
        return member
    found = members_of(member).filter(pk=facilitator_id).first()
    if found is None or not found.may("session.plan"):
        raise InvalidInputError(
            _("Please choose a facilitator or a programme manager."), field="facilitator_id"
        )
    return found


def _must_be_known(value: str, values: Collection[str], *, field: str) -> None:
    if value not in values:
        raise InvalidInputError(_("Please choose one of the listed values."), field=field)


def _tell(event: DomainEvent, member: Membership, session: ReflectionSession) -> None:
    streams = [session_stream(session.pk), partnership_stream(session.partnership_id)]
    record(event, by=member, on=streams)
