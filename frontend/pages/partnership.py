"""The overview of a partnership: its ambition, what goes on, and how far its words became deeds."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from actions.queries.decisions import due_decisions_of
from actions.queries.narrowing import ANY_FLAG, LogFilter
from actions.queries.pages import log_page
from actions.queries.provenance import yield_of
from actions.records.decision import decision_record
from eventlog.events import partnership_stream
from frontend.action_words import action_line
from frontend.forms.members import ThemeForm
from frontend.forms.outcome import is_done
from frontend.outcome_words import decision_lines
from frontend.question_words import shown_question
from frontend.signed_in import MemberRequest, for_members
from frontend.yield_picture import picture_of
from kernel.errors import NotAllowedError
from partnerships.queries import programme_managers_of, themes_of
from partnerships.services.setup import add_theme
from reflections.queries.questions import learning_agenda
from reflections.queries.sessions import sessions_ahead

SHOWN = 5


@for_members
@require_GET
def overview(request: MemberRequest) -> HttpResponse:
    """Show what goes on in the partnership."""
    member = request.member
    asking = log_page(member, LogFilter(state="open", flag=ANY_FLAG), most=SHOWN)
    counts = yield_of(member)
    return render(
        request,
        "partnership/overview.html",
        {
            "partnership": member.partnership,
            "sessions": sessions_ahead([member])[:SHOWN],
            "lines": [action_line(action, member) for action in asking.actions],
            "asking": asking.count,
            "counts": counts,
            "picture": picture_of(counts),
            "decisions": decision_lines(map(decision_record, due_decisions_of(member)), member),
            "questions": [
                shown_question(one, member) for one in learning_agenda(member) if one.is_persistent
            ],
            "themes": themes_of(member),
            "managers": programme_managers_of(member.partnership),
            "may_list_members": member.may("member.list"),
            "may_change_settings": member.may("settings.change"),
            "may_add_themes": member.may("theme.manage"),
            "may_plan": member.may("session.plan"),
            "stream": partnership_stream(member.partnership_id),
        },
    )


@for_members
@require_http_methods(["GET", "POST"])
def new_theme(request: MemberRequest) -> HttpResponse:
    """Take up a theme."""
    member = request.member
    if not member.may("theme.manage"):
        raise NotAllowedError(_("Only a programme manager can add themes."))
    form = ThemeForm(request.POST or None)
    if request.method == "POST" and is_done(form, lambda said: add_theme(member, **said)):
        messages.success(request, _("The theme is added."))
        return redirect("partnership", member.partnership.slug)
    return render(
        request, "partnership/new_theme.html", {"form": form, "partnership": member.partnership}
    )
