"""Answering those who gave input, also when the session is finished."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from eventlog.events import partnership_stream
from frontend.forms.feedback import FeedbackForm
from frontend.forms.outcome import is_done
from frontend.outcome_words import AnswerWords, Told, answer_words, told
from frontend.signed_in import MemberRequest, for_members
from kernel.errors import DomainError
from partnerships.models.membership import Membership
from reflections.models.insight import Insight
from reflections.models.session import ReflectionSession
from reflections.policies import may_draft_feedback, may_publish_feedback
from reflections.queries.feedback import feedback_on
from reflections.queries.insights import standing_insights_of
from reflections.queries.sessions import sessions_of
from reflections.services.feedback import FeedbackWording, draft_feedback, publish_feedback


@dataclass(frozen=True)
class ShownTopic:
    """What is told about one thing: an insight, or the whole session."""

    key: str
    insight: Insight | None
    answer: AnswerWords | None
    published: list[Told]
    in_work: Told | None
    form: forms.Form | None


@for_members
@require_http_methods(["GET", "POST"])
def answers(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Show what those who gave input are told, and let those who may write and publish it."""
    member = request.member
    found = sessions_of(member).get(pk=session_id)
    tried: FeedbackForm | None = None
    if request.method == "POST":
        tried = _take(request, found)
        if tried is None:
            return redirect("answers", member.partnership.slug, session_id)
    context = {
        "session": found,
        "topics": _topics(member, found, tried),
        "tried": tried,
        "may_publish": may_publish_feedback(member, found),
        "stream": partnership_stream(member.partnership_id),
    }
    return render(request, "answers/answers.html", context)


def _take(request: MemberRequest, found: ReflectionSession) -> FeedbackForm | None:
    """Do what was asked; return the form that could not be done as it was sent."""
    member, asked = request.member, request.POST
    if asked.get("step") == "publish":
        try:
            publish_feedback(member, found.pk, feedback_id=_id_in(asked.get("feedback_id")))
        except DomainError as error:
            messages.error(request, error.message)
        else:
            messages.success(request, _("Published. Those who gave input can read it now."))
        return None
    form = FeedbackForm(asked, prefix=asked.get("topic", ""))
    if is_done(form, lambda said: _draft(member, found, asked.get("topic", ""), **said)):
        messages.success(request, _("The answer is saved."))
        return None
    return form


def _id_in(text: str | None) -> UUID:
    try:
        return UUID(text or "")
    except ValueError:
        raise Http404 from None


def _draft(
    member: Membership,
    found: ReflectionSession,
    topic: str,
    *,
    feedback_id: UUID,
    version: int,
    **said: Any,
) -> None:
    insight_id = None if topic == "session" else _id_in(topic)
    draft_feedback(
        member,
        found.pk,
        feedback_id=feedback_id,
        wording=FeedbackWording(insight_id=insight_id, **said),
        version=version,
    )


def _topics(
    member: Membership, found: ReflectionSession, tried: FeedbackForm | None
) -> Iterable[ShownTopic]:
    said = [told(one) for one in feedback_on(member, found)]
    may_write = may_draft_feedback(member, found)
    for insight in [None, *standing_insights_of(member).filter(session=found)]:
        about = [one for one in said if one.feedback.insight_id == (insight and insight.pk)]
        in_work = next((one for one in about if not one.feedback.published_at), None)
        key = str(insight.pk) if insight else "session"
        yield ShownTopic(
            key=key,
            insight=insight,
            answer=answer_words(insight) if insight else None,
            published=[one for one in about if one.feedback.published_at],
            in_work=in_work,
            form=_form(key, in_work, tried) if may_write or tried else None,
        )


def _form(key: str, in_work: Told | None, tried: FeedbackForm | None) -> FeedbackForm:
    if tried and tried.prefix == key:
        return tried
    if in_work is None:
        return FeedbackForm(prefix=key)
    feedback = in_work.feedback
    return FeedbackForm(initial={**vars(feedback), "feedback_id": feedback.id}, prefix=key)
