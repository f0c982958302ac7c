"""Letting a topic wait for later, so that it is neither talked about now nor lost."""

from uuid import UUID

from django.db import transaction

from eventlog.events import session_stream
from eventlog.services import record
from kernel.clock import now
from kernel.text import clean_text
from partnerships.models.membership import Membership
from reflections.events.discussion import TopicParked, TopicTakenUp
from reflections.models.discussion import ParkedTopic
from reflections.queries.board import board_view_of
from reflections.queries.talk import group_title_of, must_see_topic
from reflections.services.running import open_session_to_run


@transaction.atomic
def park_topic(
    member: Membership, session_id: UUID, *, about: str, topic_id: UUID, reason: str
) -> ParkedTopic:
    """Park a topic and say why; parking it again changes the reason."""
    cleaned = clean_text(reason, field="reason", most=300)
    session = open_session_to_run(member, session_id)
    must_see_topic(board_view_of(member, session_id), about, topic_id)
    known = ParkedTopic.objects.filter(session=session, topic_id=topic_id).first()
    if known and known.reason == cleaned:
        return known
    parked, _is_new = ParkedTopic.objects.update_or_create(
        session=session,
        topic_id=topic_id,
        defaults={
            "about": about,
            "group_title": group_title_of(about, topic_id),
            "reason": cleaned,
            "parked_by": member,
            "parked_at": known.parked_at if known else now(),
        },
    )
    record(TopicParked(topic_id), by=member, on=[session_stream(session.pk)])
    return parked


@transaction.atomic
def take_up_topic(member: Membership, session_id: UUID, *, topic_id: UUID) -> None:
    """Take a topic out of the parking lot; taking it out twice is once."""
    session = open_session_to_run(member, session_id)
    deleted, _by_kind = ParkedTopic.objects.filter(session=session, topic_id=topic_id).delete()
    if deleted:
        record(TopicTakenUp(topic_id), by=member, on=[session_stream(session.pk)])
