"""Who may see what of a board: its audience, its columns and who joined. Hidden notes leave only as a count."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from kernel.errors import NotAllowedError
from partnerships.models.membership import Membership
from reflections.models.session import Participant, SessionColumn
from reflections.policies import may_read_drafts
from reflections.queries.sessions import has_joined, sessions_of
from reflections.records.session import ColumnRecord, ParticipantRecord, participant_record
from reflections.states import SessionState


@dataclass(frozen=True)
class BoardView:
    """What one audience of a board may see; made only by `board_view_of`."""

    session_id: UUID
    partnership_id: UUID
    reads_drafts: bool


def board_view_of(member: Membership, session_id: UUID) -> BoardView:
    """Return the audience that the member belongs to on this board.

    Raises DoesNotExist for a session of others, NotAllowedError before she joined.
    """
    session = sessions_of(member).get(pk=session_id)
    closed = session.state == SessionState.CLOSED
    permission = "session.read_closed" if closed else "session.read_board"
    if not member.may(permission, joined=has_joined(member, session)):
        raise NotAllowedError(_("Join the session first."))
    return BoardView(
        session_id=session.pk,
        partnership_id=session.partnership_id,
        reads_drafts=may_read_drafts(member, session),
    )


def column_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, ColumnRecord]:
    """Return all columns in order, each with the number of notes that are not revealed yet."""
    hidden = Q(notes__revealed_at__isnull=True, notes__withdrawn_at__isnull=True)
    columns = (
        SessionColumn.objects.filter(session=view.session_id)
        .annotate(hidden=Count("notes", filter=hidden & Q(notes__isnull=False)))
        .order_by("position")  # said again: counting sets the usual order aside
    )
    return {
        str(column.pk): ColumnRecord(
            id=column.pk,
            title=column.title,
            prompt=column.prompt,
            position=column.position,
            phase_id=column.phase_id,
            kind=column.kind,
            hidden_notes=column.hidden,
        )
        for column in columns
    }


def participant_records(
    view: BoardView, ids: Collection[UUID] | None
) -> dict[str, ParticipantRecord]:
    """Return who joined; all of them when *ids* is None."""
    participants = Participant.objects.filter(session=view.session_id)
    if ids is not None:
        participants = participants.filter(pk__in=ids)
    participants = participants.select_related("membership__person", "membership__organisation")
    return {str(one.pk): participant_record(one) for one in participants}
