"""When each thing of a session happens, from its plan to where it is."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from actions.services.closing import close_session
from frontend.demonstration.closing import decisions_of, feedback_of
from frontend.demonstration.meeting import Meeting
from frontend.demonstration.memory import Move
from frontend.demonstration.preparation import preparation_of
from reflections.services.joining import join_session
from reflections.services.leading import open_input, start_session
from reflections.services.notes import reveal_notes

COURSE = [
    "draft",
    "planned",
    "input_open",
    "collect",
    "group",
    "vote",
    "agree",
    "translate",
    "closed",
]
PLANNED_BEFORE = timedelta(days=16)
INPUT_BEFORE = timedelta(days=5)
MINUTE = timedelta(minutes=1)


def course_of(meeting: Meeting, action_ids: list[UUID]) -> Iterator[Move]:
    """Return what happens in the session, in order."""
    reached = COURSE.index(meeting.part.until)
    yield from _before(meeting)
    if reached >= COURSE.index("collect"):
        yield Move(meeting.start, partial(start_session, meeting.facilitator, meeting.id))
        yield from _collecting(meeting, meeting.start)
    moment = meeting.start + (meeting.part.collect_minutes + 2) * MINUTE
    if reached >= COURSE.index("group"):
        yield from _grouping(meeting, moment)
    moment += (3 + 2 * len(meeting.part.groups)) * MINUTE
    if reached >= COURSE.index("vote") and meeting.votes:
        yield from _voting(meeting, moment)
        moment += (2 + len(meeting.votes) / 2) * MINUTE
    if reached >= COURSE.index("agree"):
        yield from _agreeing(meeting, moment)
    moment += (3 + 4 * len(meeting.part.insights)) * MINUTE
    if reached >= COURSE.index("translate"):
        yield from _translating(meeting, moment, action_ids)
    moment += (8 + 4 * len(action_ids)) * MINUTE
    if reached >= COURSE.index("closed"):
        yield from feedback_of(meeting, moment - MINUTE)
        yield Move(moment, partial(close_session, meeting.facilitator, meeting.id))


def _before(meeting: Meeting) -> Iterator[Move]:
    start, now = meeting.start, meeting.memory.calendar.now
    planned = min(start - PLANNED_BEFORE, now - timedelta(days=3))
    yield Move(planned, partial(meeting.plan, start))
    yield from preparation_of(meeting, planned)
    if meeting.part.until == "input_open":
        opened = min(start - INPUT_BEFORE, now - timedelta(days=1))
        yield Move(opened, partial(open_input, meeting.facilitator, meeting.id))
        yield from _collecting(meeting, opened)


def _collecting(meeting: Meeting, moment: datetime) -> Iterator[Move]:
    part = meeting.part
    for number, key in enumerate(part.joined):
        joined = moment + (number + 1) * MINUTE / 4
        yield Move(joined, partial(join_session, meeting.memory.members[key], meeting.id))
    first = moment + (len(part.joined) + 2) * MINUTE / 4
    pace = (moment + part.collect_minutes * MINUTE - first) / max(1, len(part.notes))
    in_order = sorted(part.notes, key=lambda note: note.column)
    for number, note in enumerate(in_order):
        yield Move(first + number * pace, partial(meeting.write, note))


def _grouping(meeting: Meeting, moment: datetime) -> Iterator[Move]:
    yield Move(moment, partial(reveal_notes, meeting.facilitator, meeting.id))
    yield Move(moment + MINUTE, partial(meeting.go_to, "group"))
    for number, group in enumerate(meeting.part.groups, start=1):
        grouped = moment + 2 * number * MINUTE
        yield Move(grouped, partial(meeting.group, group))
        for place, comment in enumerate(group.comments, start=1):
            yield Move(grouped + place * MINUTE / 4, partial(meeting.comment, group, comment))
        yield Move(grouped + MINUTE, partial(meeting.note_what_was_said, group))


def _voting(meeting: Meeting, moment: datetime) -> Iterator[Move]:
    yield Move(moment, partial(meeting.go_to, "vote"))
    for number, (title, voter) in enumerate(meeting.votes, start=1):
        yield Move(moment + number * MINUTE / 2, partial(meeting.vote, title, voter))
    for group in meeting.part.groups:
        if group.room:
            yield Move(moment + MINUTE, partial(meeting.enter_for_room, group))


def _agreeing(meeting: Meeting, moment: datetime) -> Iterator[Move]:
    yield Move(moment, partial(meeting.go_to, "agree"))
    for number, insight in enumerate(meeting.part.insights, start=1):
        yield Move(moment + 4 * number * MINUTE, partial(meeting.agree, insight))


def _translating(meeting: Meeting, moment: datetime, action_ids: list[UUID]) -> Iterator[Move]:
    yield Move(moment, partial(meeting.go_to, "translate"))
    for number, insight in enumerate(meeting.part.insights, start=1):
        if insight.answer != "act":
            yield Move(moment + number * MINUTE / 2, partial(meeting.answer, insight))
        if insight.ask:
            yield Move(moment + (number + 1) * MINUTE / 2, partial(meeting.send_up, insight))
    for number, reply in enumerate(meeting.part.replies, start=1):
        yield Move(moment + number * MINUTE / 2, partial(meeting.reply, reply))
    yield from decisions_of(meeting, moment + 4 * MINUTE)
    for number, (action, pk) in enumerate(
        zip(meeting.part.actions, action_ids, strict=True), start=1
    ):
        yield Move(moment + (4 + 4 * number) * MINUTE, partial(meeting.act, action, pk))
