"""The only place that knows status codes: what a rule answers becomes problem details (RFC 9457)."""

import logging
from typing import Any

from django.core.exceptions import (
    BadRequest,
    ObjectDoesNotExist,
    PermissionDenied,
    RequestDataTooBig,
    SuspiciousOperation,
    TooManyFieldsSent,
)
from django.db import IntegrityError
from django.http import Http404
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext as _
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.views import set_rollback

from kernel.errors import (
    ConflictError,
    DomainError,
    InvalidInputError,
    NotAllowedError,
    TooManyTriesError,
)

logger = logging.getLogger(__name__)

STATUS_OF: tuple[tuple[type[Exception], int], ...] = (
    (InvalidInputError, status.HTTP_400_BAD_REQUEST),
    (NotAllowedError, status.HTTP_403_FORBIDDEN),
    (ConflictError, status.HTTP_409_CONFLICT),
    (TooManyTriesError, status.HTTP_429_TOO_MANY_REQUESTS),
)


def status_of(error: DomainError) -> int:
    """Return the status code that stands for *error*."""
    return next(
        (code for kind, code in STATUS_OF if isinstance(error, kind)), status.HTTP_400_BAD_REQUEST
    )


def problem_details(error: Exception, context: dict[str, Any]) -> Response | None:
    """Answer with `type`, `title`, `status`, a stable `code` and a sentence in `detail`.

    Returns None for what nobody foresaw, which then is a 500 with a reference number.
    """
    problem = _problem(error)
    if problem is None:
        return None
    set_rollback()
    code, slug, sentence, more = problem
    body = {
        "type": f"urn:doorwerk:{slug}",
        "title": slug.replace("_", " "),
        "status": code,
        "code": slug,
        "detail": sentence,
        **more,
    }
    return Response(
        body, status=code, headers=_headers(error), content_type="application/problem+json"
    )


def _headers(error: Exception) -> dict[str, str]:
    wait = getattr(error, "wait", None)  # only on a throttled request, and then perhaps empty
    sign_in = getattr(error, "auth_header", None)
    headers = {"Retry-After": str(int(wait)) if wait else None, "WWW-Authenticate": sign_in}
    return {name: value for name, value in headers.items() if value}


def _problem(error: Exception) -> tuple[int, str, str, dict[str, Any]] | None:
    if isinstance(error, DomainError):
        return status_of(error), error.code, error.message, error.details
    if isinstance(error, exceptions.NotAuthenticated):
        return error.status_code, "not_authenticated", _("Please sign in first."), {}
    if isinstance(error, exceptions.APIException):
        return error.status_code, str(error.get_codes()), str(error.detail), {}
    if isinstance(error, IntegrityError):
        # Two requests with one id at once: the second meets the database's own rule. Logged,
        # because it may also be a rule that a use case forgot.
        logger.warning("refused by the database", exc_info=error)
        return 409, "conflict", _("Something else was saved at the same moment. Reload."), {}
    return _problem_of_django(error)


def _problem_of_django(error: Exception) -> tuple[int, str, str, dict[str, Any]] | None:
    if isinstance(error, Http404 | ObjectDoesNotExist):
        return 404, "not_found", _("There is nothing here, or it is not yours to see."), {}
    if isinstance(error, RequestDataTooBig | TooManyFieldsSent):
        return 413, "too_large", _("This is too large. Please shorten it."), {}
    if isinstance(error, PermissionDenied):
        return 403, "not_allowed", _("You cannot do this."), {}
    if isinstance(error, BadRequest | SuspiciousOperation | MultiPartParserError):
        return 400, "invalid_input", _("This request could not be understood."), {}
    return None
