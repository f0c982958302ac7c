"""Sending an insight up to the region, taking it back, and replying: each a page without scripts."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from frontend.forms.outcome import is_done
from frontend.forms.region import ReplyForm, SendUpForm
from frontend.signed_in import MemberRequest, for_members
from kernel.errors import DomainError, NotAllowedError
from reflections.policies import may_reply_to_items, may_send_up
from reflections.queries.insights import agreed_insights_of
from reflections.queries.region_items import items_on
from reflections.queries.sessions import sessions_of
from reflections.records.region_item import region_item_record
from reflections.services.region import reply_to_item, send_up, take_back


@for_members
@require_http_methods(["GET", "POST"])
def send(request: MemberRequest, session_id: UUID, insight_id: UUID) -> HttpResponse:
    """Ask what the region should do with an insight, and send it up."""
    member = request.member
    session = sessions_of(member).get(pk=session_id)
    insight = agreed_insights_of(member).get(pk=insight_id, session=session)
    if not may_send_up(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can do this."))
    form = SendUpForm(request.POST or None)
    if request.method == "POST" and is_done(
        form, lambda said: send_up(member, session_id, insight_id=insight_id, **said)
    ):
        messages.success(request, _("The insight is sent up to the region."))
        return redirect("session", member.partnership.slug, session_id)
    shown = {"form": form, "session": session, "insight": insight}
    return render(request, "board/send_up.html", shown)


@for_members
@require_POST
def take(request: MemberRequest, session_id: UUID, item_id: UUID) -> HttpResponse:
    """Take back what was sent up."""
    try:
        take_back(request.member, session_id, item_id=item_id)
        messages.success(request, _("The insight is taken back from the region."))
    except DomainError as error:
        messages.error(request, error.message)
    return redirect("session", request.member.partnership.slug, session_id)


@for_members
@require_http_methods(["GET", "POST"])
def reply(request: MemberRequest, session_id: UUID, item_id: UUID) -> HttpResponse:
    """Reply to what a theme sent up, or reword the reply."""
    member = request.member
    session = sessions_of(member).get(pk=session_id)
    item = items_on(session).get(pk=item_id)
    if not may_reply_to_items(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can reply."))
    form = ReplyForm(request.POST or None, initial={"reply": item.reply, "version": item.version})
    if request.method == "POST" and is_done(
        form, lambda said: reply_to_item(member, session_id, item_id=item_id, **said)
    ):
        messages.success(request, _("Your reply is saved. The theme can read it."))
        return redirect("session", member.partnership.slug, session_id)
    shown = {"form": form, "session": session, "item": region_item_record(item)}
    return render(request, "board/reply.html", shown)
