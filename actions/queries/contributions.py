"""Reading what became of notes, for those who wrote them: "you said, we did"."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from actions.models.action import Translation
from actions.records.contribution import (
    ContributionAction,
    ContributionAnswer,
    ContributionInsight,
    ContributionRecord,
)
from actions.records.life import end_reason_of
from actions.states import ActionState
from reflections.models.feedback import Feedback
from reflections.models.insight import Insight
from reflections.models.note import Note
from reflections.models.reaction import Reaction, Verdict
from reflections.models.region_item import RegionItem
from reflections.queries.participants import own_parts
from reflections.states import InsightState
from reflections.visitors import Visitor


def contributions_of(visitor: Visitor) -> list[ContributionRecord]:
    """Return what became of each note under the visitor's own name, the newest first.

    As a member, in the partnerships that she is in; as a guest, in the sessions that this browser
    or her account took part in.
    """
    notes = Note.objects.filter(author__in=own_parts(visitor), withdrawn_at=None)
    return contribution_records(notes.order_by("-added_at", "pk"))


def contribution_records(notes: QuerySet[Note]) -> list[ContributionRecord]:
    """Show what became of notes; who may read it was decided by whoever chose them."""
    sent_up = Prefetch("region_items", RegionItem.objects.filter(taken_back_at=None))
    agreed = Insight.objects.filter(state=InsightState.AGREED).order_by("agreed_at", "pk")
    steps = (
        Translation.objects.select_related("action")
        .prefetch_related("action__reasons")
        .order_by("action__number")
    )
    loaded = list(
        notes.select_related("session__partnership").prefetch_related(
            Prefetch("insights", agreed.prefetch_related(sent_up)), Prefetch("translations", steps)
        )
    )
    feedback = _feedback_on({note.session_id for note in loaded})
    said = {
        (one.feedback_id, one.note_id): one
        for one in Reaction.objects.filter(note__in=[note.pk for note in loaded])
    }
    return [_contribution(note, feedback[note.session_id], said) for note in loaded]


def _feedback_on(session_ids: Iterable[UUID]) -> defaultdict[UUID, list[Feedback]]:
    found: defaultdict[UUID, list[Feedback]] = defaultdict(list)
    told = Feedback.objects.filter(session__in=session_ids).select_related("insight")
    for one in told.order_by("published_at", "pk"):
        found[one.session_id].append(one)
    return found


def _contribution(
    note: Note, feedback: list[Feedback], said: dict[tuple[UUID, UUID], Reaction]
) -> ContributionRecord:
    agreed = list(note.insights.all()) if note.revealed_at else []
    insights = [_insight(insight) for insight in agreed]
    mine = {insight.pk for insight in agreed}
    about = [one for one in feedback if one.insight_id is None or one.insight_id in mine]
    answers = [_answer(one, said.get((one.pk, note.pk))) for one in about if one.published_at]
    actions = _actions(note)
    promises = [one.promised_by for one in about if one.promised_by and not one.published_at]
    partnership = note.session.partnership
    return ContributionRecord(
        note_id=note.pk,
        text=note.text,
        session_id=note.session_id,
        session_title=note.session.title,
        partnership_id=partnership.pk,
        partnership_name=partnership.name,
        partnership_slug=partnership.slug,
        language=note.session.language,
        written_at=note.added_at if note.author_id else None,
        insights=insights,
        actions=actions,
        answers=answers,
        promised_by=min(promises, default=None),
        state=_state(note, insights, actions, answers),
    )


def _insight(insight: Insight) -> ContributionInsight:
    item = next(iter(insight.region_items.all()), None)
    return ContributionInsight(
        statement=insight.statement,
        disposition=insight.disposition,
        reason=insight.disposition_reason,
        ask=item.ask if item else "",
        reply=item.reply if item else "",
    )


def _state(
    note: Note,
    insights: list[ContributionInsight],
    actions: list[ContributionAction],
    answers: list[ContributionAnswer],
) -> str:
    if note.revealed_at is None:
        return "hidden"
    if answers and answers[-1].verdict == Verdict.NOT_ANSWERED:
        return "asked_again"
    is_answered = bool(answers or actions or any(one.disposition or one.reply for one in insights))
    return "answered" if is_answered else "waiting"


def _answer(feedback: Feedback, said: Reaction | None) -> ContributionAnswer:
    if feedback.published_at is None:
        raise ValueError("only what is published answers anybody")
    return ContributionAnswer(
        id=feedback.pk,
        about=feedback.insight.statement if feedback.insight else "",
        answer=feedback.answer,
        text=feedback.text,
        reason=feedback.reason,
        published_at=feedback.published_at,
        verdict=said.verdict if said else "",
        sentence=said.sentence if said else "",
    )


def _actions(note: Note) -> list[ContributionAction]:
    found = {step.action_id: step.action for step in note.translations.all()}
    return [
        ContributionAction(
            id=action.pk,
            number=action.number,
            title=action.title,
            state=action.state,
            due=action.due,
            outcome=action.outcome,
            drop_reason=end_reason_of(action) if action.state == ActionState.DROPPED else "",
        )
        for action in found.values()
    ]
