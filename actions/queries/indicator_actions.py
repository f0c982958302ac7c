"""Reading what figures count of actions: their dates and ends, and nothing of their owners."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.timezone import localtime

from actions.indicators.facts import ActionFacts, EscalationFacts
from actions.models.action import ActionItem
from actions.models.asking import Escalation
from actions.models.check_in import CheckIn
from actions.models.life import EffectReview
from actions.records.action import draft_of, flags_of
from actions.states import CHANGES, ActionState, Claim, Flag
from actions.wording.check import elements_of
from reflections.models.session import ReflectionSession
from reflections.states import PhaseKind, SessionState

Looks = list[tuple[datetime, frozenset[UUID]]]


def action_facts(sessions: Iterable[ReflectionSession]) -> list[ActionFacts]:
    """Return what figures count of the actions that came from these sessions of one partnership."""
    known = {session.pk: session for session in sessions}
    actions = (
        ActionItem.objects.filter(session__in=known)
        .select_related("partnership", "session", "owner__person")
        .prefetch_related(
            "translations__notes",
            "check_ins",
            "due_changes",
            "reviews",
            "escalations",
            "handovers",
        )
        .order_by("pk")
    )
    looks = _looks_of({session.partnership_id for session in known.values()})
    return [
        _facts_of(action, known[action.session_id], looks)
        for action in actions
        if action.session_id
    ]


def _facts_of(action: ActionItem, session: ReflectionSession, looks: Looks) -> ActionFacts:
    check_ins = list(action.check_ins.all())
    steps = list(action.translations.all())
    last_news = check_ins[-1].at if check_ins else action.accepted_at or action.offered_at
    return ActionFacts(
        id=action.pk,
        state=action.state,
        level=action.level,
        strength=action.strength,
        session_ended=_day(session.ends_at),
        insight_ids=frozenset(step.insight_id for step in steps if step.insight_id),
        note_ids=frozenset(note.pk for step in steps for note in step.notes.all()),
        says_all=all(element.is_there for element in elements_of(draft_of(action))),
        offered=_day(action.offered_at),
        accepted=_day_or_none(action.accepted_at),
        started=_day_or_none(_started_at(check_ins)),
        original_due=action.original_due,
        due=action.due,
        due_changes=sum(change.is_agreed for change in action.due_changes.all()),
        done=_day_or_none(action.done_at),
        is_verified=action.verified_at is not None,
        review_on=action.review_on,
        effects=tuple(review.effect for review in action.reviews.all()),
        changing_looks=sum(_changes(review) for review in action.reviews.all()),
        last_news=_day(last_news),
        orphaned_since=_orphaned_since(action, check_ins),
        seen_in=_seen_in(session, looks),
        escalations=tuple(map(_escalation, action.escalations.all())),
        handovers=tuple(handover.is_accepted for handover in action.handovers.all()),
    )


def _escalation(escalation: Escalation) -> EscalationFacts:
    ended = _day_or_none(escalation.ended_at)
    return EscalationFacts(
        raised=_day(escalation.raised_at),
        answer_by=escalation.answer_by,
        answered=ended if escalation.answer else None,
        taken_back=None if escalation.answer else ended,
    )


def _changes(review: EffectReview) -> bool:
    """Say whether something new came of a look at an effect."""
    return bool(review.insight_id or review.question_id) or review.next_step in CHANGES


def _day(moment: datetime) -> date:
    return localtime(moment).date()


def _day_or_none(moment: datetime | None) -> date | None:
    return _day(moment) if moment else None


def _started_at(check_ins: Iterable[CheckIn]) -> datetime | None:
    return next((one.at for one in check_ins if one.claim == Claim.MOVING), None)


def _orphaned_since(action: ActionItem, check_ins: list[CheckIn]) -> date | None:
    """Return since when nobody owns it: she left, said no, or let the days for an answer go by."""
    if Flag.ORPHANED not in flags_of(action, check_ins):
        return None
    if action.owner.until:
        return action.owner.until
    asked = _day(action.offered_at)
    if action.state == ActionState.DECLINED:
        return asked
    return asked + timedelta(days=action.partnership.accept_days)


def _looks_of(partnership_ids: Collection[UUID]) -> Looks:
    """Return when sessions looked at open actions, and on which themes; none: on all."""
    held = ReflectionSession.objects.filter(
        partnership__in=partnership_ids,
        state=SessionState.CLOSED,
        phases__kind=PhaseKind.FOLLOW_UP,
    )
    found = held.distinct().prefetch_related("themes")
    return [(one.starts_at, _themes_of(one)) for one in found]


def _themes_of(session: ReflectionSession) -> frozenset[UUID]:
    return frozenset(theme.pk for theme in session.themes.all())


def _seen_in(session: ReflectionSession, looks: Looks) -> int:
    """Return how many later sessions looked at what this one left open."""
    themes = _themes_of(session)
    later = [about for at, about in looks if at > session.starts_at]
    return sum(not about or bool(about & themes) for about in later)
