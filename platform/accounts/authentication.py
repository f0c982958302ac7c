"""Programmes that ask with a token in somebody's name, and what it lets them do."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request
from rest_framework.throttling import SimpleRateThrottle

from accounts.models import ApiToken, Person
from accounts.services import token_with

KEYWORD = b"bearer"
# Which part of the product a view belongs to; views of other parts are closed to tokens.
AREAS = {
    "partnerships": "partnerships",
    "reflections": "sessions",
    "actions": "actions",
    "reminders": "actions",
}
READING = {"GET", "HEAD", "OPTIONS"}


class TokenAuthentication(BaseAuthentication):
    """Knows people by `Authorization: Bearer …`; no cookie comes along, so no page can be tricked."""

    def authenticate(self, request: Request) -> tuple[Person, ApiToken] | None:
        """Return the person and her token, or None where none was sent."""
        kind, _blank, secret = get_authorization_header(request).partition(b" ")
        if kind.lower() != KEYWORD:
            return None
        token = token_with(secret.strip().decode("latin-1"))
        if token is None:
            raise AuthenticationFailed(
                _("This token does not hold. It was ended, is too old, or is not complete.")
            )
        return token.person, token

    def authenticate_header(self, request: Request) -> str:
        """Name the way to ask, which makes the answer a 401."""
        return "Bearer"


class WithinItsScopes(BasePermission):
    """A token does what it was made for; whoever came by cookie is not narrowed by it."""

    message = gettext_lazy("This token was not made for that. Make one with a wider scope.")

    def has_permission(self, request: Request, view: Any) -> bool:
        """Say whether the scopes of the token cover the method of this view."""
        token = request.auth
        if not isinstance(token, ApiToken):
            return True
        area = AREAS.get(type(view).__module__.partition(".")[0])
        kind = "read" if request.method in READING else "write"
        return area is not None and f"{area}:{kind}" in token.scopes


class TokenThrottle(SimpleRateThrottle):
    """So many requests of each token, beside those that its person makes herself."""

    scope = "token"

    def get_cache_key(self, request: Request, view: Any) -> str | None:
        """Count for the token; nothing for those who came by cookie."""
        token = request.auth
        if not isinstance(token, ApiToken):
            return None
        return self.cache_format % {"scope": self.scope, "ident": token.pk}
