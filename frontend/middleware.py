"""What every page request passes: the reader's own language, and plain answers when a rule says no."""

from collections.abc import Callable

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from frontend.pages.errors import refused
from kernel.errors import DomainError
from web.errors import status_of

Answer = Callable[[HttpRequest], HttpResponse]


class OwnLanguageMiddleware:
    """Shows pages in the language that the signed-in person chose, on every device."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Switch the language for this request."""
        user = request.user
        if user.is_authenticated and user.language:
            translation.activate(user.language)
            request.LANGUAGE_CODE = translation.get_language()
        return self.answer(request)


class PrivateAnswersMiddleware:
    """Has nobody keep what somebody signed in was shown: after her, others sit at the same browser."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Say so, unless the view said something else."""
        is_personal = request.user.is_authenticated or "Authorization" in request.headers
        answer = self.answer(request)
        if is_personal:
            answer.headers.setdefault("Cache-Control", "private, no-store")
        return answer


class PlainAnswersMiddleware:
    """Turns what a rule or a query raised in a page's view into a page with the rule's sentence."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer domain errors with their sentence and unknown things with 404."""
        if isinstance(exception, ObjectDoesNotExist):
            return refused(request, status=404)
        if isinstance(exception, DomainError):
            return refused(request, status=status_of(exception), sentence=exception.message)
        return None
