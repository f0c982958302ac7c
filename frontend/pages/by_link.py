"""What one does by the links in a mail, without signing in: answer, and stop the mails.

Nothing happens when a page is looked at: programs that check mail open every link in it. What counts
is the link and not who is signed in, so no other site can make anybody send these forms by her rights.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from frontend.forms.outcome import is_done
from frontend.forms.reminding import AnswerByLinkForm
from reminders.links import read_answer_link, read_stop_token
from reminders.services.answering import Said, action_behind, answer_by_link, answers_to
from reminders.services.stopping import person_behind, start_mail, stop_mail


@csrf_exempt
@never_cache
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Show the owner her one action, and take her answer."""
    link = read_answer_link(token)
    action = action_behind(link)
    language = action.owner.person.language or action.partnership.language
    with translation.override(language), timezone.override(action.partnership.time_zone):
        answers = answers_to(action)
        form = AnswerByLinkForm(request.POST or None, answers=answers)

        def act(said: dict[str, Any]) -> None:
            answer_by_link(link, answer_id=said.pop("answer_id"), said=Said(**said))

        if request.method == "POST" and is_done(form, act):
            return redirect(f"{reverse('answer_by_link', args=[token])}?saved")
        context = {
            "action": action,
            "language": (action.session or action.partnership).language,
            "form": form,
            "answers": answers,
            "is_saved": "saved" in request.GET,
        }
        return _kept_out_of_lists(render(request, "by_link/answer.html", context))


@csrf_exempt
@never_cache
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop the mails with one press, of a person or of her mail program (RFC 8058), or start them."""
    person = person_behind(read_stop_token(token))
    asked = request.POST.get("mail", "stop") if request.method == "POST" else ""
    if asked == "start":
        start_mail(person)
    elif asked:
        stop_mail(person)
    with translation.override(person.language or translation.get_language()):
        context = {"person": person, "asked": asked}
        return _kept_out_of_lists(render(request, "by_link/stop.html", context))


def _kept_out_of_lists(answer: HttpResponse) -> HttpResponse:
    """Tell search engines to leave the address alone, and browsers to tell nobody of it."""
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
