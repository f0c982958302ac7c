"""Planning a session."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from kernel.clock import now
from kernel.errors import IdConflictError, InvalidInputError, NotAllowedError
from kernel.text import clean_line, clean_optional_text
from partnerships.models.membership import Membership
from partnerships.queries import locked_partnership_of, members_of, themes_of
from reflections.events.sessions import SessionPlanned
from reflections.models.session import Mode, ReflectionSession, Scope
from reflections.services.running import tell
from reflections.services.taking_over import take_over
from reflections.session_templates import TEMPLATES, template_named

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
    tell(SessionPlanned(session.pk), member, session)
    return session


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
