"""Removing the sessions of a partnership that is removed as a whole."""

from uuid import UUID

from django.db import transaction

from eventlog.events import session_stream
from eventlog.services import remove_streams
from letters.services import remove_letters
from reflections.learning_agenda import QuestionState
from reflections.models.data_item import DataItem
from reflections.models.discussion import Comment, Minutes
from reflections.models.insight import Insight
from reflections.models.invitation import Invitation
from reflections.models.note import Note, NoteImport
from reflections.models.participant import Participant
from reflections.models.question import LearningQuestion
from reflections.models.series import SessionSeries
from reflections.models.session import ReflectionSession
from reflections.models.template import SessionTemplate


@transaction.atomic
def remove_sessions(partnership_id: UUID) -> None:
    """Remove all sessions of a partnership with all that is in them, and its templates.

    Its actions go first.
    """
    sessions = ReflectionSession.objects.filter(partnership=partnership_id)
    invitations = Invitation.objects.filter(session__in=sessions)
    remove_letters(invitations.values_list("pk", flat=True))
    remove_streams([session_stream(pk) for pk in sessions.values_list("pk", flat=True)])
    questions = LearningQuestion.objects.filter(partnership=partnership_id)
    # Nothing holds on to another one any more.
    questions.filter(state=QuestionState.MERGED).update(
        state=QuestionState.DISSOLVED, merged_into=None
    )
    questions.delete()
    parts = (DataItem, Invitation, Insight, Note, NoteImport, Comment, Minutes, Participant)
    for part in parts:
        part.objects.filter(session__partnership=partnership_id).delete()
    sessions.delete()
    SessionTemplate.objects.filter(partnership=partnership_id).delete()
    SessionSeries.objects.filter(partnership=partnership_id).delete()
