"""Who may see what of a board: its audience, its columns and who joined. Hidden notes leave only as a count."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from kernel.errors import NotAllowedError
from partnerships.models.membership import Membership
from reflections.models.breakouts import Seat
from reflections.models.participant import Participant, ParticipantState
from reflections.models.session import ReflectionSession, SessionColumn
from reflections.policies import may_preview_feedback, may_read_drafts, may_run_session
from reflections.queries.participants import has_joined, participants
from reflections.queries.sessions import sessions_of
from reflections.records.participant import (
    DoorRecord,
    ParticipantRecord,
    door_record,
    participant_record,
)
from reflections.records.session import ColumnRecord
from reflections.states import SessionState


@dataclass(frozen=True)
class BoardView:
    """What one audience of a board may see; made only by the functions below."""

    session_id: UUID
    partnership_id: UUID
    reads_drafts: bool = False
    # Leads the session, and so also sees who waits at its door and how one gets in, the notes of all
    # tables, and the words of notes that were taken off the board.
    runs: bool = False
    # No member: does not see who else is in the partnership and how its actions go on.
    is_guest: bool = False
    # Reads what contributors are told before it is published.
    previews_feedback: bool = False
    # Took part, and so sees the actions that are only for those who did.
    reads_hidden_actions: bool = False
    # The table that one sits at while the session is split up.
    table_id: UUID | None = None

    def as_taken_elsewhere(self) -> "BoardView":
        """Return what everybody in the session may read: no drafts, nothing of who runs it."""
        return replace(self, runs=False, reads_drafts=False, previews_feedback=False)


def board_view_of(member: Membership, session_id: UUID) -> BoardView:
    """Return the audience that the member belongs to on this board.

    Raises DoesNotExist for a session of others, NotAllowedError before she joined.
    """
    return board_view_on(member, sessions_of(member).get(pk=session_id))


def board_view_on(member: Membership, session: ReflectionSession) -> BoardView:
    """Return the same for a session that was just read as one that the member may know of."""
    closed = session.state == SessionState.CLOSED
    permission = "session.read_closed" if closed else "session.read_board"
    joined = has_joined(member, session)
    if not member.may(permission, joined=joined):
        raise NotAllowedError(_("Join the session first."))
    runs = may_run_session(member, session)
    return BoardView(
        session_id=session.pk,
        partnership_id=session.partnership_id,
        reads_drafts=may_read_drafts(member, session),
        runs=runs,
        reads_hidden_actions=member.may("action.read_hidden", joined=joined),
        table_id=None if runs else _open_table(Q(participant__membership=member), session),
        previews_feedback=may_preview_feedback(member, session),
    )


def guest_view_of(part: Participant) -> BoardView:
    """Return the audience that a guest belongs to; wants `session` loaded."""
    closed = part.session.state == SessionState.CLOSED
    if not part.may("session.read_closed" if closed else "session.read_board"):
        raise NotAllowedError(_("Join the session first."))
    return BoardView(
        session_id=part.session_id,
        partnership_id=part.session.partnership_id,
        is_guest=True,
        reads_hidden_actions=True,
        table_id=_open_table(Q(participant=part), part.session),
    )


def view_of(part: Participant) -> BoardView:
    """Return the audience that somebody who takes part belongs to, member or guest."""
    if part.membership:
        return board_view_of(part.membership, part.session_id)
    return guest_view_of(part)


def at_tables_of(view: BoardView, notes: str = "") -> Q:
    """Return which notes *view* may see by where they were written; *notes* leads to them."""
    if view.runs:
        return Q()
    common = Q(**{f"{notes}table__isnull": True}) | Q(**{f"{notes}table__closed_at__isnull": False})
    return common | Q(**{f"{notes}table": view.table_id}) if view.table_id else common


def column_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, ColumnRecord]:
    """Return all columns in order, each with the number of notes that are not revealed yet."""
    hidden = Q(notes__revealed_at__isnull=True, notes__withdrawn_at__isnull=True)
    hidden &= at_tables_of(view, "notes__")
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
    """Return who takes part, for whoever runs the session also who does not yet or not any more."""
    found = participants().filter(session=view.session_id)
    if not view.runs:
        found = found.filter(state=ParticipantState.JOINED)
    if ids is not None:
        found = found.filter(pk__in=ids)
    return {str(one.pk): participant_record(one) for one in found}


def door_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, DoorRecord]:
    """Return how one gets in, to whoever runs the session."""
    sessions = ReflectionSession.objects.filter(pk=view.session_id) if view.runs else []
    return {str(session.pk): door_record(session) for session in sessions}


def _open_table(whose: Q, session: ReflectionSession) -> UUID | None:
    seats = Seat.objects.filter(whose, participant__session=session, table__closed_at__isnull=True)
    return seats.values_list("table_id", flat=True).first()
