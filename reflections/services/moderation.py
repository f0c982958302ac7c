"""Taking a text off the board that should not stand there, and putting it back."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import session_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import InvalidInputError, NotAllowedError
from kernel.text import clean_optional_text
from partnerships.models.membership import Membership
from reflections.events.moderation import (
    CommentRestored,
    CommentWithheld,
    NoteRestored,
    NoteWithheld,
)
from reflections.models.discussion import Comment
from reflections.models.note import Note, WithheldReason, Withholdable
from reflections.models.session import ReflectionSession
from reflections.policies import may_withhold_notes
from reflections.queries.notes import revealed_notes_in
from reflections.queries.sessions import locked_session_of

FIELDS = ["withheld_at", "withheld_by", "withheld_reason", "withheld_remark"]


@transaction.atomic
def withhold_note(
    member: Membership, session_id: UUID, *, note_id: UUID, reason: str, remark: str = ""
) -> Note:
    """Take a note off the board, with a reason that everybody reads and a remark for the few.

    What rests on the note keeps its link, without the words.
    """
    session = _session_to_moderate(member, session_id)
    note = revealed_notes_in(session.pk).get(pk=note_id)
    if _withhold(note, member, reason, remark):
        record(NoteWithheld(note.pk), by=member, on=[session_stream(session.pk)])
    return note


@transaction.atomic
def restore_note(member: Membership, session_id: UUID, *, note_id: UUID) -> Note:
    """Put a note back on the board; putting it back twice is once."""
    session = _session_to_moderate(member, session_id)
    note = revealed_notes_in(session.pk).get(pk=note_id)
    if _restore(note):
        record(NoteRestored(note.pk), by=member, on=[session_stream(session.pk)])
    return note


@transaction.atomic
def withhold_comment(
    member: Membership, session_id: UUID, *, comment_id: UUID, reason: str, remark: str = ""
) -> Comment:
    """Take a comment off the board, as with a note."""
    session = _session_to_moderate(member, session_id)
    comment = Comment.objects.get(pk=comment_id, session=session, withdrawn_at__isnull=True)
    if _withhold(comment, member, reason, remark):
        record(CommentWithheld(comment.pk), by=member, on=[session_stream(session.pk)])
    return comment


@transaction.atomic
def restore_comment(member: Membership, session_id: UUID, *, comment_id: UUID) -> Comment:
    """Put a comment back on the board; putting it back twice is once."""
    session = _session_to_moderate(member, session_id)
    comment = Comment.objects.get(pk=comment_id, session=session, withdrawn_at__isnull=True)
    if _restore(comment):
        record(CommentRestored(comment.pk), by=member, on=[session_stream(session.pk)])
    return comment


def _session_to_moderate(member: Membership, session_id: UUID) -> ReflectionSession:
    # Also in a finished session, which goes on being read.
    session = locked_session_of(member, session_id)
    if not may_withhold_notes(member, session):
        raise NotAllowedError(
            _("Only the facilitator or a programme manager can take something off the board.")
        )
    return session


def _withhold(text: Withholdable, member: Membership, reason: str, remark: str) -> bool:
    if reason not in WithheldReason.values:
        raise InvalidInputError(_("Please choose one of the listed reasons."), field="reason")
    remark = clean_optional_text(remark, field="remark", most=300)
    if (text.withheld_reason, text.withheld_remark) == (reason, remark):
        return False
    text.withheld_at = now()
    text.withheld_by = member
    text.withheld_reason = reason
    text.withheld_remark = remark
    text.save(update_fields=FIELDS)
    return True


def _restore(text: Withholdable) -> bool:
    if text.withheld_at is None:
        return False
    text.withheld_at = None
    text.withheld_by = None
    text.withheld_reason = ""
    text.withheld_remark = ""
    text.save(update_fields=FIELDS)
    return True
