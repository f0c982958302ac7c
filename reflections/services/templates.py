"""A partnership's own templates: copying, changing, sharing and retiring them."""

from uuid import UUID

import msgspec
from django.db import transaction
from django.utils import translation
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from eventlog.events import DomainEvent, partnership_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import ConflictError, IdConflictError, NotAllowedError, StaleVersionError
from partnerships.models.membership import Membership
from partnerships.queries import locked_partnership_of
from reflections.events.templates import TemplateChanged, TemplateRetired, TemplateShared
from reflections.models.template import SessionTemplate, TemplateState
from reflections.policies import may_manage_templates
from reflections.queries.sessions import sessions_of
from reflections.queries.templates import locked_template_of, template_named
from reflections.records.template import TEXTS, TemplateContent, template_record
from reflections.services.session_outline import outline_of
from reflections.services.template_checks import cleaned


@transaction.atomic
def copy_template(
    member: Membership, *, template_id: UUID, name: str, language: str
) -> SessionTemplate:
    """Make a draft of one's own from a template, a built-in one in that language.

    Doing it again under the same id gives the draft that is there; raises DoesNotExist for a
    template of others.
    """
    _must_manage(member)
    original = template_named(member, name, language)
    return _make(member, template_id, original, original.language, made_from=original.name)


@transaction.atomic
def copy_session(member: Membership, *, template_id: UUID, session_id: UUID) -> SessionTemplate:
    """Make a draft of one's own from how a session goes; doing it again is doing it once."""
    _must_manage(member)
    session = sessions_of(member).get(pk=session_id)
    return _make(
        member, template_id, outline_of(session), session.language, made_from=str(session.pk)
    )


@transaction.atomic
def change_template(
    member: Membership, template_id: UUID, *, content: TemplateContent, version: int
) -> SessionTemplate:
    """Make the next version; sessions that were planned from an earlier one stay as they are."""
    _must_manage(member)
    content = cleaned(content)
    template = locked_template_of(member, template_id)
    current = _content_of(template)
    if current == content:
        return template
    if template.version != version:
        raise StaleVersionError(
            _(
                "Somebody else changed this template. Your text is still here: save it again to keep"
                " it instead."
            ),
            current={"version": template.version, **msgspec.to_builtins(current)},
            yours={"version": version, **msgspec.to_builtins(content)},
        )
    _write(content, template)
    template.version += 1
    template.save()
    if template.state == TemplateState.SHARED:
        _tell(TemplateChanged(template.pk), member)
    return template


@transaction.atomic
def share_template(member: Membership, template_id: UUID) -> SessionTemplate:
    """Let the whole partnership use it, for the first time or again; sharing twice is once."""
    return _move(member, template_id, TemplateState.SHARED, TemplateShared(template_id))


@transaction.atomic
def retire_template(member: Membership, template_id: UUID) -> SessionTemplate:
    """Offer it for no new session any more; it can still be read, and shared again."""
    template = locked_template_of(member, template_id)
    if template.state == TemplateState.DRAFT:
        raise ConflictError(_("Nobody uses this draft yet. You can throw it away."))
    return _move(member, template_id, TemplateState.RETIRED, TemplateRetired(template_id))


@transaction.atomic
def throw_draft_away(member: Membership, template_id: UUID) -> None:
    """Remove a draft, which nobody but its maker has seen."""
    _must_manage(member)
    template = locked_template_of(member, template_id)
    if template.state != TemplateState.DRAFT:
        raise ConflictError(_("Others know this template. Retire it instead."))
    template.delete()


def _make(
    member: Membership,
    template_id: UUID,
    original: TemplateContent,
    language: str,
    *,
    made_from: str,
) -> SessionTemplate:
    locked_partnership_of(member)  # so that one copy asked for twice at once is one draft
    known = SessionTemplate.objects.filter(pk=template_id).first()
    if known:
        if (known.made_by_id, known.made_from) != (member.pk, made_from):
            raise IdConflictError(_("This template was saved before with another content."))
        return known
    template = SessionTemplate(
        id=template_id,
        partnership_id=member.partnership_id,
        language=language,
        made_from=made_from,
        made_by=member,
        made_at=now(),
    )
    _write(original, template)
    template.title = _copied(original.title, language)
    template.save(force_insert=True)
    return template


def _copied(title: str, language: str) -> str:
    with translation.override(language):
        return Truncator(_("%(title)s, our way") % {"title": title}).chars(80)


def _write(content: TemplateContent, template: SessionTemplate) -> None:
    for name in TEXTS:
        setattr(template, name, getattr(content, name))
    template.course = msgspec.to_builtins(content.course)


def _content_of(template: SessionTemplate) -> TemplateContent:
    found = template_record(template)
    return TemplateContent(**{name: getattr(found, name) for name in (*TEXTS, "course")})


def _move(
    member: Membership, template_id: UUID, state: TemplateState, event: DomainEvent
) -> SessionTemplate:
    _must_manage(member)
    template = locked_template_of(member, template_id)
    if template.state == state:
        return template
    template.state = state
    template.save(update_fields=["state"])
    _tell(event, member)
    return template


def _must_manage(member: Membership) -> None:
    if not may_manage_templates(member):
        raise NotAllowedError(
            _("Only programme managers and facilitators can make and change templates.")
        )


def _tell(event: DomainEvent, member: Membership) -> None:
    record(event, by=member, on=[partnership_stream(member.partnership_id)])
