"""Bringing every screen to one topic."""

from uuid import UUID

from django.db import transaction

from eventlog.events import session_stream
from eventlog.services import record
from kernel.clock import now
from partnerships.models.membership import Membership
from reflections.events.facilitating import TopicPresented
from reflections.models.facilitating import Presentation
from reflections.models.session import ReflectionSession
from reflections.queries.board import board_view_of
from reflections.queries.talk import must_see_topic
from reflections.services.running import open_session_to_run


@transaction.atomic
def present_topic(member: Membership, session_id: UUID, *, about: str, topic_id: UUID) -> None:
    """Bring every screen to a topic, which whoever presents it sees on her own board."""
    session = open_session_to_run(member, session_id)
    must_see_topic(board_view_of(member, session_id), about, topic_id)
    if Presentation.objects.filter(session=session, about=about, topic_id=topic_id).exists():
        return
    Presentation.objects.update_or_create(
        session=session, defaults={"about": about, "topic_id": topic_id, "since": now()}
    )
    _tell(member, session)


@transaction.atomic
def stop_presenting(member: Membership, session_id: UUID) -> None:
    """Let everybody look around again; stopping twice is once."""
    session = open_session_to_run(member, session_id)
    if end_presentation(session):
        _tell(member, session)


def end_presentation(session: ReflectionSession) -> bool:
    """Forget what a locked session presents, and say whether it did."""
    deleted, _by_kind = Presentation.objects.filter(session=session).delete()
    return deleted > 0


def _tell(member: Membership, session: ReflectionSession) -> None:
    record(TopicPresented(session.pk), by=member, on=[session_stream(session.pk)])
