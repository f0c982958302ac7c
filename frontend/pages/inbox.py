"""What asks something of one, in all partnerships, and what of it comes by mail."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from eventlog.events import person_stream
from frontend.forms.outcome import is_done
from frontend.forms.reminding import MailTimesForm, WishesForm
from frontend.notice_words import notice_line
from frontend.signed_in import SignedInRequest
from partnerships.models.membership import Membership
from partnerships.queries import memberships_of
from reminders.queries.inbox import inbox_of
from reminders.queries.wishes import mail_times_of, ways_of
from reminders.services.reading import mark_read
from reminders.services.wishing import Times, choose_times, choose_ways


@login_required
@require_http_methods(["GET", "POST"])
def inbox(request: SignedInRequest) -> HttpResponse:
    """Show it, or mark one of it or all of it as read."""
    if request.method == "POST":
        mark_read(request.user, notice_ids=_asked(request))
        return redirect("inbox")
    lines = [notice_line(notice) for notice in inbox_of(request.user)]
    context = {
        "lines": lines,
        "stream": person_stream(request.user.pk),
        "unread": [line for line in lines if not line.notice.is_read],
        "has_several": len({line.notice.partnership_id for line in lines}) > 1,
    }
    return render(request, "inbox/inbox.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def mail_wishes(request: SignedInRequest) -> HttpResponse:
    """Show and change what comes by mail and when: the times, or the ways of one partnership."""
    members = list(memberships_of(request.user))
    times, ways = _times_form(request), {one.pk: _ways_form(request, one) for one in members}
    if request.method == "POST" and _is_kept(request, times, ways, members):
        messages.success(request, _("The changes are saved."))
        return redirect("mail_wishes")
    context = {
        "times": times,
        "places": [{"member": member, "form": ways[member.pk]} for member in members],
        "tried": request.POST.get("part", ""),
    }
    return render(request, "inbox/mail_wishes.html", context)


def _asked(request: SignedInRequest) -> list[UUID] | None:
    if "all" in request.POST:
        return None
    try:
        return [UUID(request.POST.get("notice_id", ""))]
    except ValueError:
        raise Http404 from None


def _times_form(request: SignedInRequest) -> MailTimesForm:
    times = mail_times_of(request.user)
    known = {
        name: getattr(times, name) for name in MailTimesForm.base_fields if name != "gets_mail"
    }
    sent = request.POST if request.POST.get("part") == "times" else None
    return MailTimesForm(sent, initial={**known, "gets_mail": times.stopped_at is None})


def _ways_form(request: SignedInRequest, member: Membership) -> WishesForm:
    sent = request.POST if request.POST.get("part") == str(member.pk) else None
    return WishesForm(sent, initial=ways_of(member), prefix=member.partnership.slug)


def _is_kept(
    request: SignedInRequest,
    times: MailTimesForm,
    ways: dict[UUID, WishesForm],
    members: list[Membership],
) -> bool:
    if times.is_bound:
        return is_done(times, lambda said: choose_times(request.user, times=Times(**said)))
    tried = next((member for member in members if ways[member.pk].is_bound), None)
    if tried is None:
        return False
    return is_done(ways[tried.pk], lambda said: choose_ways(tried, ways=said))
