"""The steps that a page offers on a learning question: which form each has and what it calls."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from actions.queries.questions import actions_without_question
from actions.services.question_actions import add_action_to_question, take_action_off_question
from frontend.forms.actions import PressForm
from frontend.forms.outcome import is_done
from frontend.forms.questions import (
    ChosenForm,
    QuestionAnswerForm,
    QuestionReasonForm,
    RewordingForm,
)
from partnerships.models.membership import Membership
from partnerships.queries import themes_of
from reflections.learning_agenda import STANDING
from reflections.models.question import LearningQuestion
from reflections.models.session import ReflectionSession
from reflections.policies import possible_question_steps
from reflections.queries.questions import questions_of
from reflections.queries.sessions import sessions_of
from reflections.services.questions import (
    QuestionWording,
    plan_deep_dive,
    reword_question,
    talk_about_question,
    wording_of,
)
from reflections.services.settling import (
    answer_question,
    dissolve_question,
    doubt_answer,
    merge_question,
    reopen_question,
    resolve_question,
)
from reflections.states import PREPARED_STATES, SessionState

Act = Callable[[Membership, LearningQuestion, dict[str, Any]], object]

ACTS: dict[str, Act] = {
    "answer": lambda member, one, said: answer_question(member, one.pk, **said),
    "resolve": lambda member, one, _said: resolve_question(member, one.pk),
    "talk": lambda member, one, said: talk_about_question(
        member, one.pk, session_id=said["chosen"]
    ),
    "add_action": lambda member, one, said: add_action_to_question(
        member, one.pk, action_id=said["chosen"]
    ),
    "take_action": lambda member, one, said: take_action_off_question(
        member, one.pk, action_id=said["chosen"]
    ),
    "deep_dive": lambda member, one, said: plan_deep_dive(
        member, one.pk, session_id=said["chosen"]
    ),
    "reword": lambda member, one, said: reword_question(
        member, one.pk, version=said.pop("version"), wording=QuestionWording(**said)
    ),
    "doubt": lambda member, one, said: doubt_answer(member, one.pk, **said),
    "merge": lambda member, one, said: merge_question(member, one.pk, into_id=said["chosen"]),
    "dissolve": lambda member, one, said: dissolve_question(member, one.pk, **said),
    "reopen": lambda member, one, said: reopen_question(member, one.pk, **said),
}
HELD = (SessionState.LIVE, SessionState.TRANSLATING, SessionState.CLOSED)


@dataclass(frozen=True)
class QuestionStep:
    """One thing to do with a question, with its form and the words around it."""

    name: str
    title: str
    button: str
    form: forms.Form


def question_steps(
    member: Membership, question: LearningQuestion, tried: QuestionStep | None = None
) -> list[QuestionStep]:
    """Return the steps that are possible now; the one that was *tried* in vain as it was sent."""
    possible = possible_question_steps(member, question)
    if not question.question_actions.exists():
        possible -= {"take_action"}
    steps = [question_step(name, member, question) for name in ACTS if name in possible]
    return [tried if tried and tried.name == step.name else step for step in steps]


def question_step(
    name: str, member: Membership, question: LearningQuestion, data: Any = None
) -> QuestionStep:
    """Make one step, its form bound when there is *data*."""
    title, button = _words(name)
    return QuestionStep(name, title, button, _form(name, member, question, data))


def take_question_step(step: QuestionStep, member: Membership, question: LearningQuestion) -> bool:
    """Do what the form asks; a rule's no stands in the form."""
    return is_done(step.form, lambda said: ACTS[step.name](member, question, dict(said)))


def _form(name: str, member: Membership, question: LearningQuestion, data: Any) -> forms.Form:
    if name == "reword":
        said = vars(wording_of(question))
        themes = [str(pk) for pk in said["theme_ids"]]
        first = {**said, "theme_ids": themes, "version": question.version}
        return RewordingForm(data, prefix=name, initial=first, themes=themes_of(member))
    if name in {"doubt", "dissolve", "reopen"}:
        return QuestionReasonForm(data, prefix=name)
    if name == "answer":
        return QuestionAnswerForm(data, prefix=name)
    if name == "resolve":
        return PressForm(data, prefix=name)
    return _choice(name, member, question, data)


def _choice(name: str, member: Membership, question: LearningQuestion, data: Any) -> ChosenForm:
    if name == "merge":
        others = questions_of(member).filter(state__in=STANDING).exclude(pk=question.pk)
        return ChosenForm(data, prefix=name, label=_("Of which question?"), among=others)
    if name == "talk":
        held = _sessions(member, HELD).exclude(talks__question=question)
        return ChosenForm(data, prefix=name, label=_("In which session?"), among=held)
    if name == "deep_dive":
        return ChosenForm(
            data,
            prefix=name,
            label=_("Which session?"),
            among=_sessions(member, PREPARED_STATES),
            empty=_("None"),
            initial={"chosen": str(question.deep_dive_id or "")},
        )
    if name == "take_action":
        actions = [one.action for one in question.question_actions.select_related("action")]
    else:
        actions = actions_without_question(member, question.pk)
    return ChosenForm(data, prefix=name, label=_("Which action?"), among=actions)


def _sessions(member: Membership, states: Any) -> QuerySet[ReflectionSession]:
    return sessions_of(member).filter(state__in=states)


def _words(name: str) -> tuple[str, str]:
    return {
        "answer": (_("Answer it for now"), _("Save the answer")),
        "resolve": (_("The answer holds"), _("It holds: the question is answered")),
        "talk": (_("We talked about it"), _("Write it down")),
        "add_action": (_("Add an action"), _("Add the action")),
        "take_action": (_("Take an action off"), _("Take it off")),
        "deep_dive": (_("Plan a session for it"), _("Save")),
        "reword": (_("Word it anew"), _("Save the question")),
        "doubt": (_("The answer does not hold"), _("Ask on")),
        "merge": (_("It is part of another question"), _("Put it there")),
        "dissolve": (_("It is no longer a question"), _("Take it off the agenda")),
        "reopen": (_("Ask it again"), _("Ask it again")),
    }[name]


def thanks_for_step(name: str) -> str:
    """Say what was done."""
    return {
        "answer": _("Your answer is saved."),
        "resolve": _("The question is answered."),
        "doubt": _("The question is open again."),
        "reopen": _("The question is open again."),
        "dissolve": _("The question is off the agenda. The reason stays in its history."),
        "merge": _("The question is part of the other one now."),
    }.get(name, _("Saved."))
