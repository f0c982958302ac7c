"""Saying whether feedback answers one's note; what does not is open again for those who answer."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import Nobody, session_stream
from eventlog.services import record
from kernel.clock import today
from kernel.errors import InvalidInputError, NotAllowedError
from kernel.text import clean_optional_text
from reflections.events.reactions import FeedbackReacted
from reflections.models.note import Note
from reflections.models.reaction import Reaction, Verdict
from reflections.policies import may_react
from reflections.queries.participants import own_parts
from reflections.queries.reactions import feedback_about
from reflections.visitors import Visitor


@transaction.atomic
def react_to_feedback(
    visitor: Visitor, note_id: UUID, *, feedback_id: UUID, verdict: str, sentence: str = ""
) -> Reaction:
    """Say of an answer to one's own note that it helps or is none; the last word counts.

    Raises DoesNotExist for a note of somebody else and for an answer to something else.
    """
    note = (
        Note.objects.select_related("author__membership")
        .select_for_update(of=("self",))
        .get(pk=note_id, author__in=own_parts(visitor), withdrawn_at=None)
    )
    if note.author is None or not may_react(note.author, note):
        raise NotAllowedError(_("You cannot do this."))
    return _react(note, feedback_id, verdict, sentence)


def _react(note: Note, feedback_id: UUID, verdict: str, sentence: str) -> Reaction:
    if verdict not in Verdict.values:
        raise InvalidInputError(_("Please choose one of the listed answers."), field="verdict")
    sentence = clean_optional_text(sentence, field="sentence", most=500)
    feedback = feedback_about(note).get(pk=feedback_id)
    known = Reaction.objects.filter(feedback=feedback, note=note).first()
    if known and (known.verdict, known.sentence) == (verdict, sentence):
        return known
    reaction = known or Reaction(feedback=feedback, note=note)
    reaction.verdict, reaction.sentence, reaction.on = verdict, sentence, today()
    reaction.save()
    # On the board alone: only there anybody reads what was said.
    record(FeedbackReacted(feedback.pk), by=Nobody(), on=[session_stream(feedback.session_id)])
    return reaction
