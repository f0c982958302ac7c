"""Who asks: the person whose session cookie came along, from a page of this site."""

from django.utils.translation import gettext_lazy as _
from rest_framework import authentication, exceptions, status
from rest_framework.request import Request


class ForeignPageError(exceptions.APIException):
    """The request carries a cookie of ours but does not come from a page of ours."""

    status_code = status.HTTP_403_FORBIDDEN
    default_code = "csrf_failed"
    default_detail = _("This page was open for too long. Load it again and send this once more.")


class SessionAuthentication(authentication.SessionAuthentication):
    """Django's session; whoever has none is asked to sign in (401) and not sent away (403)."""

    def authenticate_header(self, request: Request) -> str:
        """Name the way to sign in, which is what makes the answer a 401."""
        return "Session"

    def enforce_csrf(self, request: Request) -> None:
        """Let only requests through that come from a page of ours."""
        try:
            super().enforce_csrf(request)
        except exceptions.PermissionDenied:
            raise ForeignPageError from None
