"""Reading sessions: which rows a member may see. Hidden notes leave this module only as a count."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from kernel.clock import now
from kernel.errors import NotAllowedError
from partnerships.models.membership import Membership
from reflections.models.insight import Insight
from reflections.models.note import ImportState, Note, NoteGroup, NoteImport
from reflections.models.session import Participant, ReflectionSession, SessionColumn
from reflections.policies import may_import_notes, may_read_drafts
from reflections.records import (
    ColumnRecord,
    GroupRecord,
    ImportRecord,
    InsightRecord,
    NoteRecord,
    ParticipantRecord,
    SessionRecord,
    group_record,
    import_record,
    insight_record,
    note_record,
    participant_record,
    session_record,
)
from reflections.states import OPEN_STATES, InsightState, SessionState


@dataclass(frozen=True)
class BoardView:
    """What one audience of a board may see; made only by `board_view_of`."""

    session_id: UUID
    partnership_id: UUID
    reads_drafts: bool


@dataclass(frozen=True)
class AttendableSession:
    """A session that is open or coming, with the membership through which somebody attends."""

    session: SessionRecord
    member: Membership
    has_joined: bool


def sessions_of(member: Membership) -> QuerySet[ReflectionSession]:
    """Return the sessions of the member's partnership, newest first."""
    return (
        ReflectionSession.objects.filter(partnership=member.partnership_id)
        .select_related("facilitator__person", "current_phase")
        .order_by("-starts_at", "pk")
    )


def sessions_ahead(members: Collection[Membership]) -> list[AttendableSession]:
    """Return the open and the coming sessions of these memberships, open ones first, then by date.

    A planned session whose day is over without having started is not ahead any more.
    """
    through = {member.partnership_id: member for member in members}
    sessions = (
        ReflectionSession.objects.filter(partnership__in=list(through))
        .filter(
            Q(state__in=OPEN_STATES)
            | Q(state=SessionState.PLANNED, starts_at__gte=now() - timedelta(days=1))
        )
        .select_related("facilitator__person")
        .prefetch_related("phases")
        .order_by("starts_at", "pk")
    )
    mine = Participant.objects.filter(membership__in=list(members)).values_list("session_id")
    joined = {session_id for (session_id,) in mine.filter(session__in=sessions.values("pk"))}
    found = [
        AttendableSession(
            session=session_record(session),
            member=through[session.partnership_id],
            has_joined=session.pk in joined,
        )
        for session in sessions
    ]
    return sorted(found, key=lambda one: one.session.state not in OPEN_STATES)


def locked_session_of(member: Membership, session_id: UUID) -> ReflectionSession:
    """Return a session of the member's partnership, locked until the transaction ends.

    Locked without what hangs on it: after a wait, PostgreSQL would hold the changed session against
    the phase that it was in before, and find none.
    """
    sessions = ReflectionSession.objects.filter(partnership=member.partnership_id)
    return sessions.select_for_update().get(pk=session_id)


def session_with_key(join_key: str) -> ReflectionSession:
    """Return the session that a shared link belongs to, or raise DoesNotExist."""
    return ReflectionSession.objects.select_related("partnership").get(join_key=join_key)


def participant_of(member: Membership, session_id: UUID) -> Participant:
    """Return the member's part in the session; raises DoesNotExist for a session of others."""
    session = sessions_of(member).get(pk=session_id)
    participant = (
        Participant.objects.filter(session=session, membership=member)
        .select_related("session", "membership__person", "membership__organisation")
        .first()
    )
    if participant is None:
        raise NotAllowedError(_("Join the session first."))
    return participant


def has_joined(member: Membership, session: ReflectionSession) -> bool:
    """Say whether the member joined the session."""
    return Participant.objects.filter(session=session, membership=member).exists()


def imports_of(member: Membership, session_id: UUID) -> QuerySet[NoteImport]:
    """Return the imports into a session of the member's partnership, newest first.

    Raises DoesNotExist for a session of others, NotAllowedError for who may not import into it.
    """
    session = sessions_of(member).get(pk=session_id)
    if not may_import_notes(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can import notes."))
    return NoteImport.objects.filter(session=session).select_related("session", "by__person")


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


def revealed_notes_in(session_id: UUID) -> QuerySet[Note]:
    """Return the notes of a session that everybody in it may read."""
    return Note.objects.filter(
        session=session_id, revealed_at__isnull=False, withdrawn_at__isnull=True
    ).select_related("author__membership__person")


def readable_notes_of(member: Membership) -> QuerySet[Note]:
    """Return the notes that the member may read outside a live board.

    Those of sessions that she joined or may read afterwards, and wherever it came from, what an
    agreed insight or an action rests on: that is how one walks back to the exact words.
    """
    may_read = (
        Q(session__participants__membership=member)
        | Q(insights__state=InsightState.AGREED)
        | Q(translations__isnull=False)
    )
    if member.may("session.read_closed"):
        may_read |= Q(session__state=SessionState.CLOSED)
    return (
        Note.objects.filter(
            may_read,
            session__partnership=member.partnership_id,
            revealed_at__isnull=False,
            withdrawn_at__isnull=True,
        )
        .select_related("session", "column", "author__membership__person")
        .distinct()
    )


def agreed_insights_of(member: Membership) -> QuerySet[Insight]:
    """Return the agreed insights of the member's partnership, newest first."""
    return (
        Insight.objects.filter(
            session__partnership=member.partnership_id, state=InsightState.AGREED
        )
        .select_related("session")
        .order_by("-agreed_at", "pk")
    )


def own_hidden_notes(participant: Participant) -> dict[str, NoteRecord]:
    """Return the participant's own notes that nobody else sees yet."""
    notes = Note.objects.filter(
        author=participant, revealed_at__isnull=True, withdrawn_at__isnull=True
    ).select_related("author__membership__person")
    return {str(note.pk): note_record(note) for note in notes}


def session_records_of(
    partnership_id: UUID, ids: Collection[UUID] | None
) -> dict[str, SessionRecord]:
    """Return the sessions of a partnership; all of them when *ids* is None."""
    sessions = ReflectionSession.objects.filter(partnership=partnership_id)
    if ids is not None:
        sessions = sessions.filter(pk__in=ids)
    sessions = sessions.select_related("facilitator__person").prefetch_related("phases")
    return {str(session.pk): session_record(session) for session in sessions}


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


def note_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, NoteRecord]:
    """Return the revealed notes; all of them when *ids* is None."""
    notes = revealed_notes_in(view.session_id)
    if ids is not None:
        notes = notes.filter(pk__in=ids)
    return {str(note.pk): note_record(note) for note in notes}


def group_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, GroupRecord]:
    """Return the groups that hold a note; a group that lost its last note is gone."""
    groups = NoteGroup.objects.filter(session=view.session_id)
    if ids is not None:
        groups = groups.filter(pk__in=ids)
    shown = (group_record(group) for group in groups.prefetch_related("notes"))
    return {str(group.id): group for group in shown if group.note_ids}


def insight_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, InsightRecord]:
    """Return the insights that *view* may see; all of them when *ids* is None."""
    insights = Insight.objects.filter(session=view.session_id)
    if not view.reads_drafts:
        insights = insights.filter(state=InsightState.AGREED)
    if ids is not None:
        insights = insights.filter(pk__in=ids)
    return {
        str(insight.pk): insight_record(insight) for insight in insights.prefetch_related("notes")
    }


def import_records(view: BoardView, ids: Collection[UUID] | None) -> dict[str, ImportRecord]:
    """Return how far the imports of the session are."""
    imports = (
        NoteImport.objects.filter(session=view.session_id)
        .exclude(state=ImportState.PREPARING)
        .defer("content")
    )
    if ids is not None:
        imports = imports.filter(pk__in=ids)
    return {str(one.pk): import_record(one) for one in imports}
