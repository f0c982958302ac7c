"""Reading the notes of advisors: the one place from which any of them gets out."""

from uuid import UUID

from actions.models.advisor_note import AdvisorNote
from actions.policies import may_read_note
from actions.queries.log import actions_of
from actions.records.advising import AdvisorNoteRecord, advisor_note_record
from partnerships.models.membership import Membership


def advisor_notes_on(member: Membership, action_id: UUID) -> list[AdvisorNoteRecord]:
    """Return the notes on an action that the member may read, the oldest first."""
    action = actions_of(member).get(pk=action_id)
    notes = AdvisorNote.objects.filter(action=action).select_related("by__person")
    return [advisor_note_record(note) for note in notes if may_read_note(member, note)]
