"""Everything of one session in one piece: for those who run it, to take elsewhere."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from actions.queries.log import action_records_on_board
from actions.records.action import ActionRecord
from kernel.clock import now
from kernel.errors import NotAllowedError
from partnerships.models.membership import Membership
from reflections.policies import may_export_session
from reflections.queries.board import board_view_on, column_records
from reflections.queries.insights import insight_records
from reflections.queries.notes import group_records, note_records
from reflections.queries.sessions import session_record_of, sessions_of
from reflections.queries.voting import tally_records
from reflections.records.insight import InsightRecord
from reflections.records.note import GroupRecord, NoteRecord
from reflections.records.session import ColumnRecord, SessionRecord
from reflections.records.voting import TallyRecord


@dataclass(frozen=True)
class SessionExport:
    """A session with all that everybody in it can read, in the words in which it was written."""

    exported_at: datetime
    session: SessionRecord
    columns: list[ColumnRecord]
    groups: list[GroupRecord]
    notes: list[NoteRecord]
    votes: list[TallyRecord]
    insights: list[InsightRecord]
    actions: list[ActionRecord]


def export_of(member: Membership, session_id: UUID) -> SessionExport:
    """Return a session as it is now, also while it goes on: what is hidden is not in it.

    Raises DoesNotExist for a session of others, NotAllowedError for who does not run it or has not
    joined it.
    """
    session = sessions_of(member).get(pk=session_id)
    if not may_export_session(member, session):
        raise NotAllowedError(
            _("Only the facilitator or a programme manager can take everything out of a session.")
        )
    view = board_view_on(member, session).as_taken_elsewhere()
    return SessionExport(
        exported_at=now(),
        session=session_record_of(session_id)[str(session_id)],
        columns=sorted(column_records(view, None).values(), key=lambda one: one.position),
        groups=sorted(group_records(view, None).values(), key=lambda one: one.made_at),
        notes=sorted(note_records(view, None).values(), key=lambda one: (one.added_at, one.id)),
        votes=list(tally_records(view, None).values()),
        insights=sorted(insight_records(view, None).values(), key=lambda one: one.drafted_at),
        actions=sorted(action_records_on_board(view, None).values(), key=lambda one: one.number),
    )
