"""The first page: what Doorwerk is for visitors, what asks for them today for those signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.models import Person
from actions.queries.log import own_actions
from actions.queries.narrowing import ANY_FLAG, LogFilter
from actions.queries.workbench import follow_up_page
from actions.states import ActionState
from eventlog.events import partnership_stream
from frontend.action_words import action_lines
from frontend.advising_words import follow_up_lines
from frontend.pages.joining import visitor_of
from frontend.words import role_words
from partnerships.queries import memberships_of
from reflections.queries.participants import guest_parts_of, unclaimed_parts
from reflections.queries.sessions import sessions_ahead

# The first page shows the beginning of what other pages show whole.
SHOWN = 5


def home(request: HttpRequest) -> HttpResponse:
    """Show visitors what this is, and members what asks for them today."""
    if not request.user.is_authenticated:
        parts = guest_parts_of(visitor_of(request))
        return render(request, "pages/welcome.html", {"guest_parts": parts})
    return today(request, request.user)


def today(request: HttpRequest, person: Person) -> HttpResponse:
    """Show what somebody is asked, what she is doing, and where she can take part."""
    members = list(memberships_of(person))
    mine = [line for line in action_lines(own_actions(person)) if line.is_open]
    asked = [line for line in mine if line.action.state == ActionState.PROPOSED]
    doing = [line for line in mine if line.action.state != ActionState.PROPOSED]
    advised = follow_up_page(person, LogFilter(flag=ANY_FLAG), most=SHOWN)
    sessions = sessions_ahead(members)
    visitor = visitor_of(request)
    unclaimed = unclaimed_parts(visitor)
    streams = [partnership_stream(member.partnership_id) for member in members]
    return render(
        request,
        "pages/home.html",
        {
            "memberships": [
                {"partnership": member.partnership, "roles": role_words(member.roles)}
                for member in members
            ],
            "unclaimed": unclaimed,
            "guest_parts": [one for one in guest_parts_of(visitor) if one not in unclaimed],
            "asked": asked,
            "doing": doing[:SHOWN],
            "doing_count": len(doing),
            "advised": [one.line for one in follow_up_lines(advised.lines, members)],
            "advised_count": advised.count,
            "sessions": sessions[:SHOWN],
            "streams": " ".join(streams),
        },
    )
