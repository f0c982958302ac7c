"""What hinders actions in several partnerships of one advisor, and asking each of them to learn of it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from actions.queries.workbench import patterns_for
from frontend.advising_words import pattern_lines, question_about
from frontend.forms.follow_up import QuestionForm
from frontend.pages.follow_up import advisor_in
from frontend.signed_in import SignedInRequest
from partnerships.models.membership import Membership
from reflections.services.questions import QuestionWording, ask_question


@login_required
@require_http_methods(["GET", "POST"])
def patterns(request: SignedInRequest) -> HttpResponse:
    """Show what is in the way in several places; one press puts a question on one learning agenda."""
    members = advisor_in(request)
    if request.method == "POST":
        return _propose(request, members)
    lines = pattern_lines(patterns_for(request.user), members)
    return render(request, "follow_up/patterns.html", {"patterns": lines})


def _propose(request: SignedInRequest, members: list[Membership]) -> HttpResponse:
    form = QuestionForm(request.POST)
    if not form.is_valid():
        raise Http404
    said = form.cleaned_data
    member = next((one for one in members if one.partnership.slug == said["slug"]), None)
    if member is None:
        raise Http404
    with translation.override(member.partnership.language):
        wording = QuestionWording(text=question_about(said["barrier"]))
    question = ask_question(member, question_id=said["question_id"], wording=wording)
    messages.success(
        request, _("The question is on the learning agenda. Word it as it fits there.")
    )
    return redirect("question", member.partnership.slug, question.pk)
