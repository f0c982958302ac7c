"""Templates of sessions: the gallery, and one of them with what can be done with it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from eventlog.events import partnership_stream
from frontend.forms.outcome import is_done
from frontend.forms.templates import CopyForm, copy_of_template
from frontend.navigation import Link
from frontend.signed_in import MemberRequest, for_members
from frontend.template_words import by_length, language_of, shown, shown_blocks
from kernel.errors import DomainError
from partnerships.models.membership import Membership
from reflections.models.template import TemplateState
from reflections.policies import may_manage_templates
from reflections.queries.sessions import sessions_of
from reflections.queries.templates import (
    built_in_templates,
    is_for_planning,
    own_templates_of,
    template_named,
)
from reflections.records.template import BUILT_IN, TemplateRecord, template_record
from reflections.services.templates import (
    copy_session,
    copy_template,
    retire_template,
    share_template,
    throw_draft_away,
)
from reflections.session_templates.library import BLOCKS, built_in

STEPS: dict[str, Callable[[Membership, UUID], object]] = {
    "share": share_template,
    "retire": retire_template,
    "throw_away": throw_draft_away,
}


@for_members
@require_GET
def gallery(request: MemberRequest) -> HttpResponse:
    """Show what sessions can be planned from."""
    return render(request, "session_templates/gallery.html", gallery_for(request.member))


@for_members
@require_http_methods(["GET", "POST"])
def template(request: MemberRequest, name: str) -> HttpResponse:
    """Show one template, or take a step with it and come back."""
    member = request.member
    found = template_named(member, name, language_of(member))
    step = STEPS.get(request.POST.get("step", ""))
    if request.method == "GET":
        return render(request, "session_templates/template.html", _details(member, found))
    if step is not None and found.state != BUILT_IN and _is_taken(request, step, found):
        return redirect("templates", member.partnership.slug)
    return redirect("template", member.partnership.slug, name)


@for_members
@require_POST
def copy(request: MemberRequest) -> HttpResponse:
    """Make a draft of a template or of how a session goes, and go on to change it."""
    form, slug = CopyForm(request.POST), request.member.partnership.slug
    if is_done(form, lambda said: _copy(request.member, **said)):
        return redirect("edit_template", slug, form.cleaned_data["template_id"])
    for sentence in (str(said) for errors in form.errors.values() for said in errors):
        messages.error(request, sentence)
    return redirect("templates", slug)


def gallery_for(member: Membership) -> dict[str, Any]:
    """Return what the gallery shows to this member."""
    language = language_of(member)
    own = [shown(template_record(one)) for one in own_templates_of(member)]
    return {
        "own": [one for one in own if one.template.state != TemplateState.RETIRED],
        "retired": [one for one in own if one.template.state == TemplateState.RETIRED],
        "parts": by_length(built_in_templates(language)),
        "blocks": [shown(built_in(name, language)) for name in BLOCKS],
        "may_plan": member.may("session.plan"),
        "may_manage": may_manage_templates(member),
        "stream": partnership_stream(member.partnership_id),
    }


def _details(member: Membership, found: TemplateRecord) -> dict[str, Any]:
    is_own = found.state != BUILT_IN
    return {
        "shown": shown(found),
        "blocks": shown_blocks(found),
        "is_own": is_own,
        "is_block": found.name in BLOCKS,
        "may_plan": is_for_planning(found) and member.may("session.plan"),
        "may_manage": may_manage_templates(member),
        "origin": _origin(member, found.made_from) if is_own else None,
        "copy": copy_of_template(found),
        "stream": partnership_stream(member.partnership_id),
    }


def _origin(member: Membership, made_from: str) -> Link | None:
    """Return where a template came from, as far as the member may go there."""
    slug = member.partnership.slug
    try:
        original = template_named(member, made_from, language_of(member))
        return Link(title=original.title, url=reverse("template", args=[slug, original.name]))
    except ObjectDoesNotExist:
        pass
    try:
        session = sessions_of(member).get(pk=made_from)
    except (ObjectDoesNotExist, ValidationError):
        return None
    return Link(title=session.title, url=reverse("session", args=[slug, session.pk]))


def _copy(
    member: Membership, *, template_id: UUID, name: str, session_id: UUID | None, language: str
) -> None:
    if session_id:
        copy_session(member, template_id=template_id, session_id=session_id)
    else:
        copy_template(member, template_id=template_id, name=name, language=language)


def _is_taken(
    request: MemberRequest, step: Callable[[Membership, UUID], object], found: TemplateRecord
) -> bool:
    """Take the step; say whether it took the template away."""
    try:
        step(request.member, UUID(found.name))
    except DomainError as error:
        messages.error(request, error.message)
        return False
    if step is throw_draft_away:
        messages.success(request, _("The draft is gone."))
        return True
    return False
