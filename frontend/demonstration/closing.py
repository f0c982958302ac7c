"""What a session of a story ends with: decisions, and what those who gave input are told."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID, uuid4

from actions.services.decisions import DecisionWording, record_decision, revise_decision
from actions.services.origin import Origin
from frontend.demonstration.meeting import Meeting
from frontend.demonstration.memory import Move
from frontend.demonstration.story import DecisionPart, FeedbackPart
from reflections.services.feedback import FeedbackWording, draft_feedback, publish_feedback

MINUTE = timedelta(minutes=1)


def decisions_of(meeting: Meeting, moment: datetime) -> Iterator[Move]:
    """Return what is put up for a decision in the session, and how it was decided later."""
    calendar = meeting.memory.calendar
    for number, decision in enumerate(meeting.part.decisions, start=1):
        pk = uuid4()
        yield Move(moment + number * MINUTE, partial(_put_up, meeting, decision, pk))
        if decision.day is not None:
            yield Move(
                calendar.moment(decision.day, "16:00"), partial(_decide, meeting, decision, pk)
            )


def feedback_of(meeting: Meeting, moment: datetime) -> Iterator[Move]:
    """Return the promise that the session ends with, and the answers that followed."""
    calendar = meeting.memory.calendar
    promise = uuid4()
    if meeting.part.promised is not None:
        yield Move(moment, partial(_promise, meeting, promise))
    for feedback in meeting.part.feedback:
        pk = uuid4() if feedback.insight else promise
        told = calendar.moment(feedback.day, "09:30")
        yield Move(told, partial(_tell, meeting, feedback, pk))


def _put_up(meeting: Meeting, decision: DecisionPart, pk: UUID) -> None:
    record_decision(
        meeting.facilitator,
        meeting.id,
        decision_id=pk,
        wording=DecisionWording(text=decision.text, options=decision.options),
        origin=Origin(insight_id=meeting.memory.insights[decision.insight]),
    )


def _decide(meeting: Meeting, decision: DecisionPart, pk: UUID) -> None:
    memory = meeting.memory
    wording = DecisionWording(
        text=decision.text,
        rationale=decision.rationale,
        options=decision.options,
        dissent=decision.dissent,
        decided_by=decision.decided_by,
        decider_ids=[memory.members[key].pk for key in decision.deciders],
        decided_on=memory.day(decision.day),
        review_on=memory.day(decision.review),
    )
    revise_decision(meeting.facilitator, pk, wording=wording, version=1)


def _promise(meeting: Meeting, pk: UUID) -> None:
    wording = FeedbackWording(promised_by=meeting.memory.day(meeting.part.promised))
    draft_feedback(meeting.facilitator, meeting.id, feedback_id=pk, wording=wording)


def _tell(meeting: Meeting, feedback: FeedbackPart, pk: UUID) -> None:
    memory = meeting.memory
    promised = None if feedback.insight else memory.day(meeting.part.promised)
    wording = FeedbackWording(
        insight_id=memory.insights[feedback.insight] if feedback.insight else None,
        answer=feedback.answer,
        text=feedback.text,
        reason=feedback.reason,
        promised_by=promised,
    )
    draft_feedback(
        meeting.facilitator,
        meeting.id,
        feedback_id=pk,
        wording=wording,
        version=0 if feedback.insight else 1,
    )
    publish_feedback(memory.manager, meeting.id, feedback_id=pk)
