"""Short remarks on a topic, each with a name."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import session_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import (
    ConflictError,
    IdConflictError,
    NotAllowedError,
    WrongPhaseError,
)
from kernel.text import clean_text
from kernel.versions import must_be_current
from reflections.events.discussion import CommentAdded, CommentRevised, CommentWithdrawn
from reflections.models.discussion import Comment
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.policies import may_change_comment, may_comment
from reflections.queries.board import view_of
from reflections.queries.sessions import locked_session_for
from reflections.queries.talk import group_title_of, must_see_topic
from reflections.states import OPEN_STATES

LONGEST_COMMENT = 500


@transaction.atomic
def add_comment(
    participant: Participant, *, comment_id: UUID, about: str, topic_id: UUID, text: str
) -> Comment:
    """Comment on a topic; the same id with the same content gives the first comment."""
    cleaned = clean_text(text, field="text", most=LONGEST_COMMENT)
    session = _session_to_talk_in(participant)
    known = Comment.objects.filter(pk=comment_id).first()
    if known:
        return _same_comment(known, participant, topic_id, cleaned)
    must_see_topic(view_of(participant), about, topic_id)
    comment = Comment.objects.create(
        id=comment_id,
        session=session,
        about=about,
        topic_id=topic_id,
        group_title=group_title_of(about, topic_id),
        author=participant,
        text=cleaned,
        added_at=now(),
    )
    record(CommentAdded(comment.pk), by=participant, on=[session_stream(session.pk)])
    return comment


@transaction.atomic
def revise_comment(
    participant: Participant, comment_id: UUID, *, text: str, version: int
) -> Comment:
    """Change one's own comment, for a while."""
    cleaned = clean_text(text, field="text", most=LONGEST_COMMENT)
    session = _session_to_talk_in(participant)
    comment = _own_comment(participant, comment_id)
    if comment.withdrawn_at:
        raise ConflictError(_("You took this comment back. Write a new one."))
    if comment.text == cleaned:
        return comment
    must_be_current(
        comment,
        version,
        _("This comment was changed somewhere else. Choose which text to keep."),
        text=cleaned,
    )
    comment.text = cleaned
    comment.version += 1
    comment.save(update_fields=["text", "version"])
    record(CommentRevised(comment.pk), by=participant, on=[session_stream(session.pk)])
    return comment


@transaction.atomic
def withdraw_comment(participant: Participant, comment_id: UUID) -> Comment:
    """Take one's own comment back, for a while; taking it back twice is once."""
    session = _session_to_talk_in(participant)
    comment = _own_comment(participant, comment_id)
    if comment.withdrawn_at:
        return comment
    comment.withdrawn_at = now()
    comment.save(update_fields=["withdrawn_at"])
    record(CommentWithdrawn(comment.pk), by=participant, on=[session_stream(session.pk)])
    return comment


def _session_to_talk_in(participant: Participant) -> ReflectionSession:
    session = locked_session_for(participant)
    if not may_comment(participant):
        raise NotAllowedError(_("You are here to look and listen."))
    if session.state not in OPEN_STATES:
        raise WrongPhaseError(_("This can be done only while the session is open."))
    return session


def _same_comment(known: Comment, participant: Participant, topic_id: UUID, text: str) -> Comment:
    if (known.author_id, known.topic_id, known.text) != (participant.pk, topic_id, text):
        raise IdConflictError(_("This comment was saved before with another text."))
    return known


def _own_comment(participant: Participant, comment_id: UUID) -> Comment:
    comment = Comment.objects.get(pk=comment_id, session=participant.session_id)
    if not may_change_comment(participant, comment):
        raise NotAllowedError(_("Only the author can change a comment."))
    if comment.withheld_at:
        raise ConflictError(_("This comment was taken off the board."))
    if now() > comment.changeable_until:
        raise ConflictError(
            _("A comment can be changed for a quarter of an hour. Write a new one.")
        )
    return comment
