"""Planning a session: as a draft that only planners see, or at once for everybody to see."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.utils.translation import gettext as _

from kernel.choices import must_be_known
from kernel.clock import now
from kernel.errors import IdConflictError, InvalidInputError, NotAllowedError
from partnerships.models.membership import Membership
from partnerships.queries import locked_partnership_of, themes_of
from reflections.course import Block
from reflections.events.preparation import MembersInvited
from reflections.events.sessions import SessionDrafted, SessionPlanned
from reflections.models.session import ReflectionSession
from reflections.queries.templates import blocks_of, template_to_plan_from
from reflections.records.template import TemplateRecord
from reflections.services.details import (
    SessionDetails,
    cleaned,
    details_of,
    fields_of,
)
from reflections.services.inviting import tell_of_preparation, write_invitations
from reflections.services.running import session_to_run, tell
from reflections.services.taking_over import take_over
from reflections.states import SessionState, next_state


@dataclass(frozen=True, kw_only=True)
class SessionPlan(SessionDetails):
    """What somebody fills in to plan a session; without a language it is the partnership's.

    `opening` and `closing` say whether the template's blocks go before and after it.
    """

    template: str
    language: str = ""
    opening: bool = True
    closing: bool = True


@transaction.atomic
def plan_session(member: Membership, *, session_id: UUID, plan: SessionPlan) -> ReflectionSession:
    """Plan a session from a template, whose texts it takes over as they are now.

    Sending the same plan again gives the session that is there; the same id with another plan or
    for another partnership is an IdConflictError.
    """
    session, is_new = _made(member, session_id, plan, planned_at=now())
    if is_new:
        tell(SessionPlanned(session.pk), member, session)
    return session


@transaction.atomic
def draft_session(member: Membership, *, session_id: UUID, plan: SessionPlan) -> ReflectionSession:
    """Keep a plan that nobody sees yet but those who plan; repeats are as harmless."""
    session, is_new = _made(member, session_id, plan, planned_at=None)
    if is_new:
        tell(SessionDrafted(session.pk), member, session)
    return session


@transaction.atomic
def plan_draft(member: Membership, session_id: UUID) -> ReflectionSession:
    """Let everybody see what was a draft; doing it twice is once."""
    session = session_to_run(member, session_id)
    if session.state == SessionState.PLANNED:
        return session
    session.state = next_state(session.state, "plan")
    session.planned_at = now()
    session.save(update_fields=["state", "planned_at"])
    write_invitations(session)
    tell(SessionPlanned(session.pk), member, session)
    # What was prepared in the draft is for everybody to see now, too.
    tell_of_preparation(MembersInvited(session.pk), member, session)
    return session


def plan_of(session: ReflectionSession) -> SessionPlan:
    """Return the plan as which a session could be planned once more."""
    blocks = set(session.phases.values_list("block", flat=True))
    return SessionPlan(
        template=session.template,
        language=session.language,
        opening=Block.OPENING in blocks,
        closing=Block.CLOSING in blocks,
        **details_of(session),
    )


def _made(
    member: Membership, session_id: UUID, plan: SessionPlan, *, planned_at: datetime | None
) -> tuple[ReflectionSession, bool]:
    if not member.may("session.plan"):
        raise NotAllowedError(_("Only programme managers and facilitators can plan sessions."))
    template = _template(member, plan)
    blocks = blocks_of(template)
    plan = cleaned(
        member,
        replace(
            plan,
            template=template.name,
            language=template.language,
            opening=bool(template.opening),
            closing=bool(template.closing),
        ),
        minutes=sum(one.course.minutes for _, one in blocks),
    )
    locked_partnership_of(member)  # so that one plan sent twice at once is one session
    known = ReflectionSession.objects.filter(pk=session_id).first()
    if known:
        return _same_session(known, member, plan), False
    session = ReflectionSession.objects.create(
        id=session_id,
        partnership_id=member.partnership_id,
        template=plan.template,
        template_version=template.version,
        template_title=template.title,
        language=plan.language,
        state=SessionState.PLANNED if planned_at else SessionState.DRAFT,
        planned_at=planned_at,
        **fields_of(plan),
    )
    session.themes.set(themes_of(member).filter(pk__in=plan.theme_ids))
    take_over(blocks, session)
    return session, True


def _template(member: Membership, plan: SessionPlan) -> TemplateRecord:
    """Return what the session is planned from, without the blocks that are left out."""
    language = plan.language or member.partnership.language
    must_be_known(language, list(dict(settings.LANGUAGES)), field="language")
    try:
        found = template_to_plan_from(member, plan.template, language)
    except ObjectDoesNotExist:
        raise InvalidInputError(
            _("Sessions cannot be planned from this template. Please choose another one."),
            field="template",
        ) from None
    if plan.language and plan.language != found.language:
        raise InvalidInputError(_("This template is in another language."), field="language")
    return replace(
        found,
        opening=found.opening if plan.opening else "",
        closing=found.closing if plan.closing else "",
    )


def _same_session(
    known: ReflectionSession, member: Membership, plan: SessionPlan
) -> ReflectionSession:
    if (known.partnership_id, plan_of(known)) != (member.partnership_id, plan):
        raise IdConflictError(_("This session was saved before with another content."))
    return known
