"""The shapes in which sessions, notes and insights leave the server."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from reflections.models.insight import Insight
from reflections.models.note import Note, NoteGroup, NoteImport
from reflections.models.session import Participant, ReflectionSession


@dataclass(frozen=True)
class PhaseRecord:
    """One part of a session."""

    id: UUID
    kind: str
    title: str
    prompt: str
    minutes: int


@dataclass(frozen=True)
class SessionRecord:
    """A session as every member of its partnership may see it."""

    id: UUID
    title: str
    goal: str
    scope: str
    mode: str
    language: str
    state: str
    starts_at: datetime
    facilitator_id: UUID
    facilitator_name: str
    current_phase_id: UUID | None
    phases: list[PhaseRecord]
    attribution: str


@dataclass(frozen=True)
class ColumnRecord:
    """One place to put notes; `hidden_notes` counts those that are not revealed yet."""

    id: UUID
    title: str
    prompt: str
    position: int
    hidden_notes: int


@dataclass(frozen=True)
class ParticipantRecord:
    """Somebody who joined."""

    id: UUID
    member_id: UUID
    name: str
    organisation: str
    roles: list[str]


@dataclass(frozen=True)
class NoteRecord:
    """A note; `author_name` is empty for input from outside, which has a `source_reference`."""

    id: UUID
    column_id: UUID
    text: str
    author_id: UUID | None
    author_name: str
    source_reference: str
    added_at: datetime
    version: int


@dataclass(frozen=True)
class GroupRecord:
    """Notes that belong together; a note is in one group at most."""

    id: UUID
    title: str
    note_ids: list[UUID]
    made_at: datetime


@dataclass(frozen=True)
class InsightRecord:
    """What the session learned from some of its notes; drafts are shown to few."""

    id: UUID
    statement: str
    dissent: str
    level: str
    state: str
    note_ids: list[UUID]
    disposition: str
    disposition_reason: str
    drafted_at: datetime
    agreed_at: datetime | None
    version: int


@dataclass(frozen=True)
class ImportRecord:
    """How far an import is and what became of its rows."""

    id: UUID
    file_name: str
    state: str
    rows_total: int
    rows_done: int
    added: int
    known: int
    skipped: int


def session_record(session: ReflectionSession) -> SessionRecord:
    """Show one session; wants `phases` and `facilitator__person` loaded."""
    return SessionRecord(
        id=session.pk,
        title=session.title,
        goal=session.goal,
        scope=session.scope,
        mode=session.mode,
        language=session.language,
        state=session.state,
        starts_at=session.starts_at,
        facilitator_id=session.facilitator_id,
        facilitator_name=session.facilitator.person.name,
        current_phase_id=session.current_phase_id,
        phases=[
            PhaseRecord(
                id=phase.pk,
                kind=phase.kind,
                title=phase.title,
                prompt=phase.prompt,
                minutes=phase.minutes,
            )
            for phase in session.phases.all()
        ],
        attribution=session.attribution,
    )


def participant_record(participant: Participant) -> ParticipantRecord:
    """Show one participant; wants `membership__person` and `membership__organisation` loaded."""
    member = participant.membership
    return ParticipantRecord(
        id=participant.pk,
        member_id=member.pk,
        name=member.person.name,
        organisation=member.organisation.name if member.organisation else "",
        roles=list(member.roles),
    )


def note_record(note: Note) -> NoteRecord:
    """Show one note with its text; whether somebody may see it was decided by the query."""
    return NoteRecord(
        id=note.pk,
        column_id=note.column_id,
        text=note.text,
        author_id=note.author_id,
        author_name=note.author.membership.person.name if note.author else "",
        source_reference=note.source_reference,
        added_at=note.added_at,
        version=note.version,
    )


def group_record(group: NoteGroup) -> GroupRecord:
    """Show one group; wants `notes` loaded."""
    return GroupRecord(
        id=group.pk,
        title=group.title,
        note_ids=sorted(note.pk for note in group.notes.all()),
        made_at=group.made_at,
    )


def insight_record(insight: Insight) -> InsightRecord:
    """Show one insight; wants `notes` loaded."""
    return InsightRecord(
        id=insight.pk,
        statement=insight.statement,
        dissent=insight.dissent,
        level=insight.level,
        state=insight.state,
        note_ids=sorted(note.pk for note in insight.notes.all()),
        disposition=insight.disposition,
        disposition_reason=insight.disposition_reason,
        drafted_at=insight.drafted_at,
        agreed_at=insight.agreed_at,
        version=insight.version,
    )


def import_record(note_import: NoteImport) -> ImportRecord:
    """Show how far an import is."""
    return ImportRecord(
        id=note_import.pk,
        file_name=note_import.file_name,
        state=note_import.state,
        rows_total=note_import.rows_total,
        rows_done=note_import.rows_done,
        added=note_import.added,
        known=note_import.known,
        skipped=len(note_import.problems),
    )
