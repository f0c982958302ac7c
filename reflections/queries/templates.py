"""Reading templates: the built-in ones, and those of a partnership's own that a member may see."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet

from partnerships.models.membership import Membership
from partnerships.queries import LogView
from reflections.course import Block
from reflections.models.template import SessionTemplate, TemplateState
from reflections.records.template import BUILT_IN, TemplateRecord, template_record
from reflections.session_templates.library import BLOCKS, IN_ORDER, built_in, library


def own_templates_of(member: Membership) -> QuerySet[SessionTemplate]:
    """Return the templates of the member's partnership, by title; a draft is there for its maker."""
    if not member.may("template.read"):
        return SessionTemplate.objects.none()
    return SessionTemplate.objects.filter(
        ~Q(state=TemplateState.DRAFT) | Q(made_by=member), partnership=member.partnership_id
    ).order_by("title", "pk")


def built_in_templates(language: str) -> list[TemplateRecord]:
    """Return the templates that come with the product, in the order in which they are offered."""
    return [built_in(slug, language) for slug in IN_ORDER]


def template_named(member: Membership, name: str, language: str) -> TemplateRecord:
    """Return a template, a built-in one in that language; raises DoesNotExist.

    One of the partnership's own is in the language in which it was made.
    """
    if name in library():
        return built_in(name, language)
    return template_record(own_templates_of(member).get(pk=_id_in(name)))


def template_to_plan_from(member: Membership, name: str, language: str) -> TemplateRecord:
    """Return a template that new sessions may be planned from; raises DoesNotExist for any other."""
    found = template_named(member, name, language)
    if not is_for_planning(found):
        raise SessionTemplate.DoesNotExist
    return found


def is_for_planning(template: TemplateRecord) -> bool:
    """Say whether new sessions may be planned from it: not from a draft, nor from a block alone."""
    return template.name not in BLOCKS and template.state in {BUILT_IN, TemplateState.SHARED}


def blocks_of(template: TemplateRecord) -> list[tuple[Block, TemplateRecord]]:
    """Return what a session from this template is made of, in order: its blocks and itself."""
    parts = (
        (Block.OPENING, template.opening),
        (Block.BODY, template.name),
        (Block.CLOSING, template.closing),
    )
    return [
        (block, template if block == Block.BODY else built_in(name, template.language))
        for block, name in parts
        if name
    ]


def locked_template_of(member: Membership, template_id: UUID) -> SessionTemplate:
    """Return a template that the member may see, locked until the transaction ends."""
    return own_templates_of(member).select_for_update().get(pk=template_id)


def template_records(view: LogView, ids: Collection[UUID] | None) -> dict[str, TemplateRecord]:
    """Return the templates that the whole partnership sees; all of them when *ids* is None."""
    templates = SessionTemplate.objects.filter(partnership=view.partnership_id).exclude(
        state=TemplateState.DRAFT
    )
    if ids is not None:
        templates = templates.filter(pk__in=ids)
    return {str(template.pk): template_record(template) for template in templates}


def _id_in(name: str) -> UUID:
    try:
        return UUID(name)
    except ValueError:
        raise SessionTemplate.DoesNotExist from None
