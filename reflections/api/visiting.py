"""Requests of people in a session, who may be guests: who asks, and as what she takes part."""

from typing import Any

from django.utils.translation import get_language
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request
from rest_framework.views import APIView

from reflections.models.participant import Participant
from reflections.queries.participants import acting_part
from reflections.visitors import Visitor, parts_in, visitor_with
from web.authentication import SessionAuthentication


class Guest:
    """Somebody without an account, as far as the framework has to know."""

    is_authenticated = True
    is_active = True

    def __init__(self, browser: str) -> None:
        """Take the key of the browser's session: what is counted, is counted for it."""
        self.pk = f"guest-{browser}"


class GuestAuthentication(SessionAuthentication):
    """Knows guests by the session of their browser; their writes come from our pages, too."""

    def authenticate(self, request: Request) -> tuple[Any, None] | None:
        """Return the guest, or None for a browser that takes part in nothing."""
        browser = request.session
        if not parts_in(browser):
            return None
        self.enforce_csrf(request)
        return Guest(browser.session_key or ""), None


class VisitorView(APIView):
    """Something for whoever may look at a session: members and guests."""

    authentication_classes = [SessionAuthentication, GuestAuthentication]

    @property
    def visitor(self) -> Visitor:
        """Return who asks."""
        browser = self.request.session
        visitor = visitor_with(self.request.user, browser, language=get_language() or "")
        if not visitor:
            raise NotAuthenticated
        return visitor


class ParticipantView(VisitorView):
    """Something that one does in a session that one takes part in; that of others answers 404."""

    participant: Participant

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Find out as what she acts, before anything that she sent is looked at."""
        super().initial(request, *args, **kwargs)
        self.participant = acting_part(self.visitor, kwargs["session_id"])
        if self.participant.session.partnership_id != kwargs["partnership_id"]:
            raise Participant.DoesNotExist
