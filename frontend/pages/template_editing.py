"""Changing one of the partnership's own templates, part by part."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from frontend.forms.templates import TemplateEditor, arranged_editor, checked_editor, editor_of
from frontend.signed_in import MemberRequest, for_members
from frontend.template_words import shown_blocks
from kernel.errors import DomainError, InvalidInputError, NotAllowedError, StaleVersionError
from reflections.models.template import TemplateState
from reflections.policies import may_manage_templates
from reflections.queries.templates import own_templates_of
from reflections.records.template import TemplateRecord, template_record
from reflections.services.templates import change_template, share_template

SAVE, SAVE_AND_SHARE = "save", "share"


@for_members
@require_http_methods(["GET", "POST"])
def edit(request: MemberRequest, template_id: UUID) -> HttpResponse:
    """Show the forms, arrange their rows, or make the next version."""
    member = request.member
    if not may_manage_templates(member):
        raise NotAllowedError(
            _("Only programme managers and facilitators can make and change templates.")
        )
    found = template_record(own_templates_of(member).get(pk=template_id))
    step = request.POST.get("do", SAVE)
    if request.method == "GET":
        editor = editor_of(found)
    elif step not in {SAVE, SAVE_AND_SHARE}:
        editor = arranged_editor(request.POST.dict(), step)
    else:
        editor = checked_editor(request.POST.dict())
        if not editor.errors and _is_saved(request, template_id, editor, step):
            messages.success(request, _("The template is saved."))
            return redirect("template", member.partnership.slug, template_id)
    return render(request, "session_templates/edit.html", _page(found, editor))


def _page(found: TemplateRecord, editor: TemplateEditor) -> dict[str, Any]:
    return {
        "template": found,
        "editor": editor,
        "is_draft": found.state == TemplateState.DRAFT,
        "theirs": shown_blocks(found) if editor.is_behind else [],
    }


def _is_saved(request: MemberRequest, template_id: UUID, editor: TemplateEditor, step: str) -> bool:
    try:
        change_template(request.member, template_id, content=editor.content, version=editor.version)
        if step == SAVE_AND_SHARE:
            share_template(request.member, template_id)
    except InvalidInputError as error:
        editor.refuse(error)
    except StaleVersionError as error:
        editor.fall_behind(error)
    except DomainError as error:
        editor.texts.add_error(None, error.message)
    return not editor.errors
