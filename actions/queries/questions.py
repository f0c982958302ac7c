"""Reading what belongs to a learning question: its actions, where it came from, what happened to it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from actions.models.action import ActionItem
from actions.models.life import EffectReview
from actions.queries.log import actions_of, in_order_of_attention
from actions.queries.sight import visible_to
from actions.records.action import ActionRecord, action_record
from eventlog.events import partnership_stream
from eventlog.queries import history_of
from partnerships.models.membership import Membership
from reflections.models.question import LearningQuestion

STEP_OF = {
    "question.doubted": "doubt",
    "question.dissolved": "dissolve",
    "question.reopened": "reopen",
}


@dataclass(frozen=True)
class QuestionLine:
    """One thing that happened to a question; `text` is the answer or the reason that came with it."""

    kind: str
    at: datetime
    by_name: str
    text: str = ""


def actions_of_question(member: Membership, question_id: UUID) -> list[ActionRecord]:
    """Return what was added to the question, and what came from the insight that asks it."""
    belongs = Q(question_actions__question=question_id) | Q(
        translations__insight__learning_question=question_id
    )
    return in_order_of_attention(map(action_record, actions_of(member).filter(belongs).distinct()))


def questions_of_action(member: Membership, action_id: UUID) -> list[LearningQuestion]:
    """Return the questions that an action belongs to."""
    belongs = Q(question_actions__action=action_id) | Q(insight__translations__action=action_id)
    found = LearningQuestion.objects.filter(belongs, partnership=member.partnership_id)
    return list(found.distinct().order_by("number"))


def actions_without_question(member: Membership, question_id: UUID) -> list[ActionItem]:
    """Return the other actions, to choose from, the newest first."""
    mine = [action.id for action in actions_of_question(member, question_id)]
    found = visible_to(member).exclude(pk__in=mine)
    return list(found.order_by("-number"))


def review_behind_question(member: Membership, question_id: UUID) -> EffectReview | None:
    """Return the look at an effect that the question came from, if it did."""
    found = EffectReview.objects.filter(
        question=question_id, action__partnership=member.partnership_id
    )
    return found.select_related("action").first()


def reviews_behind_insights(
    member: Membership, insight_ids: Collection[UUID]
) -> dict[UUID, EffectReview]:
    """Return for each insight that is the lesson of a look at an effect that look, with its action."""
    found = EffectReview.objects.filter(
        insight__in=insight_ids, action__partnership=member.partnership_id
    )
    return {one.insight_id: one for one in found.select_related("action") if one.insight_id}


def reviews_behind_session(session_id: UUID) -> dict[UUID, EffectReview]:
    """Return for each insight of a session that is such a lesson the look it comes from."""
    found = EffectReview.objects.filter(insight__session=session_id).select_related("action")
    return {one.insight_id: one for one in found if one.insight_id}


def history_of_question(member: Membership, question_id: UUID) -> list[QuestionLine]:
    """Return what happened to a question, newest first, each event with what was said then."""
    question = LearningQuestion.objects.get(pk=question_id, partnership=member.partnership_id)
    entries = history_of(question_id, stream=partnership_stream(member.partnership_id))
    actors = Membership.objects.filter(pk__in=[one.actor_id for one in entries if one.actor_id])
    names: dict[UUID | None, str] = {
        one.pk: one.person.name for one in actors.select_related("person")
    }
    said = {step: _texts(question, step) for step in (*STEP_OF.values(), "answer")}
    lines = [
        QuestionLine(
            kind=entry.kind,
            at=entry.at,
            by_name=names.get(entry.actor_id, ""),
            text=next(said[step], "") if (step := _step_of(entry.kind)) else "",
        )
        for entry in entries
    ]
    lines += [
        QuestionLine("question.action_joined", one.at, one.by.person.name, str(one.action))
        for one in question.question_actions.select_related("by__person", "action")
    ]
    return sorted(lines, key=lambda line: line.at, reverse=True)


def _step_of(kind: str) -> str:
    return "answer" if kind == "question.answered" else STEP_OF.get(kind, "")


def _texts(question: LearningQuestion, step: str) -> Iterator[str]:
    if step == "answer":
        return iter(list(question.answers.values_list("text", flat=True)))
    return iter(list(question.reasons.filter(step=step).values_list("text", flat=True)))
