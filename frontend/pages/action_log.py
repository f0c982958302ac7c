"""The action log of a partnership, as a table in pages."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from actions.policies import may_import_actions
from actions.queries.pages import PER_PAGE, log_page
from eventlog.events import partnership_stream
from frontend.action_words import action_line
from frontend.forms.action_log import LogFilterForm
from frontend.signed_in import MemberRequest, for_members
from kernel.errors import InvalidInputError


@for_members
@require_GET
def log(request: MemberRequest) -> HttpResponse:
    """Show the action log in order of attention."""
    form = LogFilterForm(request.GET, member=request.member)
    try:
        return render(request, "actions/log.html", _shown(request, form))
    except InvalidInputError:
        # A place in the log that does not exist: the log begins anew.
        return redirect("actions", request.member.partnership.slug)


def _shown(request: MemberRequest, form: LogFilterForm) -> dict[str, Any]:
    member, wanted = request.member, form.wanted()
    page = log_page(member, wanted, after=request.GET.get("after", ""), most=PER_PAGE)
    return {
        "form": form,
        "page": page,
        "lines": [action_line(action, member) for action in page.actions],
        "is_filtered": any(vars(wanted).values()),
        "is_first": not request.GET.get("after"),
        "may_import": may_import_actions(member),
        "stream": partnership_stream(member.partnership_id),
    }
