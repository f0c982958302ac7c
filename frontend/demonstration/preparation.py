"""What people do before a session while its story is told."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from uuid import uuid4

from frontend.demonstration.meeting import Meeting
from frontend.demonstration.memory import Move
from frontend.demonstration.story import DataPart, InvitedPart
from reflections.services.answering import Reply, answer_invitation
from reflections.services.data_items import ItemContent, add_data_item
from reflections.services.inviting import invite_members
from reflections.services.series import put_in_series, start_series

HOUR = timedelta(hours=1)


def preparation_of(meeting: Meeting, planned: datetime) -> Iterator[Move]:
    """Return what happens between the plan of a session and its beginning, in order."""
    part = meeting.part
    if part.series:
        yield Move(planned, partial(_put_in_series, meeting))
    if part.invited:
        yield Move(planned, partial(_invite, meeting))
    for number, item in enumerate(part.data, start=1):
        yield Move(planned + number * HOUR, partial(_bring, meeting, item))
    answers = [one for one in part.invited if one.answer]
    for number, invited in enumerate(answers, start=1):
        yield Move(planned + (3 + 2 * number) * HOUR, partial(_answer, meeting, invited))


def _put_in_series(meeting: Meeting) -> None:
    title, memory = meeting.part.series, meeting.memory
    if title in memory.series:
        put_in_series(meeting.facilitator, meeting.id, series_id=memory.series[title])
        return
    memory.series[title] = uuid4()
    start_series(
        meeting.facilitator,
        meeting.id,
        series_id=memory.series[title],
        title=title,
        rhythm=meeting.part.rhythm,
    )


def _invite(meeting: Meeting) -> None:
    ids = [meeting.memory.members[one.who].pk for one in meeting.part.invited]
    invite_members(meeting.facilitator, meeting.id, member_ids=ids)


def _bring(meeting: Meeting, item: DataPart) -> None:
    content = ItemContent(
        title=item.title,
        explanation=item.explanation,
        source=item.source,
        as_of=None if item.as_of is None else meeting.memory.calendar.day(item.as_of),
        limits=item.limits,
    )
    by = meeting.memory.members[item.by]
    add_data_item(by, meeting.id, item_id=uuid4(), content=content)


def _answer(meeting: Meeting, invited: InvitedPart) -> None:
    reply = Reply(
        answer=invited.answer,
        attendance=invited.attendance,
        access_needs=invited.access,
        language_needs=invited.language,
    )
    answer_invitation(meeting.memory.members[invited.who], meeting.id, reply=reply)
