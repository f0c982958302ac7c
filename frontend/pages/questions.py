"""The learning agenda of a partnership, and one question with its story."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from actions.queries.questions import (
    actions_of_question,
    history_of_question,
    review_behind_question,
)
from eventlog.events import partnership_stream
from frontend.action_words import action_line
from frontend.forms.outcome import is_done
from frontend.forms.questions import NewQuestionForm
from frontend.pages.question_steps import (
    ACTS,
    QuestionStep,
    question_step,
    question_steps,
    take_question_step,
    thanks_for_step,
)
from frontend.question_words import history_of_questions, shown_question
from frontend.recurrence_words import shown_recurrences
from frontend.signed_in import MemberRequest, for_members
from kernel.errors import NotAllowedError
from partnerships.queries import themes_of
from reflections.models.question import LearningQuestion
from reflections.policies import may_keep_questions
from reflections.queries.questions import learning_agenda, questions_of
from reflections.records.question import question_record
from reflections.services.questions import QuestionWording, ask_question


@for_members
@require_GET
def questions(request: MemberRequest) -> HttpResponse:
    """Show the agenda: what stays for long first, what is settled last."""
    member = request.member
    shown = [shown_question(one, member) for one in learning_agenda(member)]
    return render(
        request,
        "questions/questions.html",
        {
            "standing": [one for one in shown if one.is_standing],
            "settled": [one for one in shown if not one.is_standing],
            "partnership": member.partnership,
            "may_ask": may_keep_questions(member),
            "recurrences": shown_recurrences(member),
            "stream": partnership_stream(member.partnership_id),
        },
    )


@for_members
@require_http_methods(["GET", "POST"])
def new_question(request: MemberRequest) -> HttpResponse:
    """Put a question on the agenda."""
    member = request.member
    if not may_keep_questions(member):
        raise NotAllowedError(
            _("The learning agenda is kept by facilitators, advisors and programme managers.")
        )
    form = NewQuestionForm(request.POST or None, themes=themes_of(member))
    if request.method == "POST" and is_done(form, lambda said: _ask(request, dict(said))):
        messages.success(request, _("The question is on the learning agenda."))
        return redirect("question", member.partnership.slug, form.cleaned_data["question_id"])
    return render(
        request, "questions/new_question.html", {"form": form, "partnership": member.partnership}
    )


def _ask(request: MemberRequest, said: dict[str, Any]) -> None:
    question_id = said.pop("question_id")
    ask_question(request.member, question_id=question_id, wording=QuestionWording(**said))


@for_members
@require_http_methods(["GET", "POST"])
def question(request: MemberRequest, question_id: UUID) -> HttpResponse:
    """Show one question with what is thought of it, and take the next step with it."""
    member = request.member
    found = questions_of(member).get(pk=question_id)
    if request.method == "GET":
        return render(request, "questions/question.html", _whole_story(request, found))
    name = request.POST.get("step", "")
    if name not in ACTS:
        return redirect("question", member.partnership.slug, question_id)
    step = question_step(name, member, found, request.POST)
    if take_question_step(step, member, found):
        messages.success(request, thanks_for_step(name))
        return redirect("question", member.partnership.slug, question_id)
    fresh = questions_of(member).get(pk=question_id)
    return render(request, "questions/question.html", _whole_story(request, fresh, step))


def _whole_story(
    request: MemberRequest, found: LearningQuestion, tried: QuestionStep | None = None
) -> dict[str, Any]:
    member = request.member
    record = question_record(found)
    return {
        "shown": shown_question(record, member),
        "question": record,
        "themes": [theme.title for theme in found.themes.all()],
        "merged_into": found.merged_into,
        "review": review_behind_question(member, found.pk),
        "lines": [action_line(action, member) for action in actions_of_question(member, found.pk)],
        "history": history_of_questions(history_of_question(member, found.pk)),
        "steps": question_steps(member, found, tried),
        "tried": tried,
        "may_plan": member.may("session.plan"),
        "stream": partnership_stream(member.partnership_id),
    }
