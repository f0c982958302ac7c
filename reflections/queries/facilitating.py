"""Reading how a session is run: its time, what all look at, how many are ready, its tables."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from reflections.models.breakouts import BreakoutTable
from reflections.models.discussion import TopicReaction
from reflections.models.facilitating import Presentation, ReadySignal, SessionTimer
from reflections.models.participant import Participant, ParticipantState
from reflections.models.session import ReflectionSession
from reflections.queries.board import BoardView
from reflections.records.facilitating import (
    BreakoutRecord,
    PresentationRecord,
    ReadinessRecord,
    TimerRecord,
    presentation_record,
    table_record,
    timer_record,
)
from reflections.states import OPEN_STATES


@dataclass(frozen=True)
class Signals:
    """What one participant said with a press: where she is ready, how she reacted to which topic."""

    ready_in: list[UUID]
    reactions: dict[str, list[str]]


def open_tables_of(session: ReflectionSession) -> QuerySet[BreakoutTable]:
    """Return the tables that the session is split up into now."""
    return BreakoutTable.objects.filter(session=session, closed_at__isnull=True)


def open_table_of(participant: Participant) -> BreakoutTable | None:
    """Return the table at which the participant sits now."""
    return BreakoutTable.objects.filter(
        seats__participant=participant, closed_at__isnull=True
    ).first()


def those_who_run(session: ReflectionSession) -> QuerySet[Participant]:
    """Return the parts of those who run the session."""
    runners = [one.membership_id for one in session.co_facilitators.all()]
    return Participant.objects.filter(
        session=session, membership__in=[session.facilitator_id, *runners]
    )


def those_who_take_part(session: ReflectionSession) -> QuerySet[Participant]:
    """Return who is in the session for more than to look on."""
    return Participant.objects.filter(
        session=session, state=ParticipantState.JOINED, is_observer=False
    )


def signals_of(participant: Participant) -> Signals:
    """Return what the participant said with a press, in the order in which she did."""
    ready = ReadySignal.objects.filter(participant=participant).order_by("pk")
    reactions: dict[str, list[str]] = {}
    for reaction in TopicReaction.objects.filter(participant=participant).order_by("pk"):
        reactions.setdefault(str(reaction.topic_id), []).append(reaction.kind)
    return Signals(ready_in=[signal.phase_id for signal in ready], reactions=reactions)


def timer_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, TimerRecord]:
    """Return the timer, if there is one."""
    timers = SessionTimer.objects.filter(session=view.session_id)
    return {str(timer.pk): timer_record(timer) for timer in timers}


def presentation_records(
    view: BoardView, ids: Collection[UUID] | None
) -> dict[str, PresentationRecord]:
    """Return what is presented, if anything is."""
    found = Presentation.objects.filter(session=view.session_id)
    return {str(one.session_id): presentation_record(one) for one in found}


def readiness_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, ReadinessRecord]:
    """Return how many of those who do not run the session are ready with its present phase."""
    session = ReflectionSession.objects.get(pk=view.session_id)
    if session.current_phase_id is None or session.state not in OPEN_STATES:
        return {}
    people = those_who_take_part(session).exclude(pk__in=those_who_run(session))
    record = ReadinessRecord(
        id=session.pk,
        phase_id=session.current_phase_id,
        ready=people.filter(ready_signals__phase=session.current_phase_id).count(),
        people=people.count(),
    )
    return {str(session.pk): record}


def breakout_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, BreakoutRecord]:
    """Return the tables, once the session has split up."""
    tables = BreakoutTable.objects.filter(session=view.session_id).prefetch_related("seats")
    shown = [table_record(table) for table in tables]
    return {str(view.session_id): BreakoutRecord(view.session_id, shown)} if shown else {}
