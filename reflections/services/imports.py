"""Bringing a file of notes into a session: upload, choice of columns, and the import in batches."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from eventlog.events import session_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import ConflictError, InvalidInputError, NotAllowedError, WrongPhaseError
from kernel.text import clean_line, clean_optional_text
from partnerships.models.membership import Membership
from reflections.events.notes import ImportProgressed
from reflections.models.note import ImportState, Note, NoteImport
from reflections.models.session import ReflectionSession
from reflections.policies import may_import_notes
from reflections.queries.sessions import locked_session_of
from reflections.services.import_rows import Mapping, Verdict, verdicts_on
from reflections.services.tables import Table, table_of, text_of
from reflections.states import OVER_STATES

# Short enough that people who write meanwhile do not wait.
BATCH = 50
PREVIEWED = 10
LONGEST_ATTRIBUTION = 300


@transaction.atomic
def upload_notes(
    member: Membership, session_id: UUID, *, file_name: str, content: bytes
) -> NoteImport:
    """Keep a file that can be read, with a first guess of its columns.

    It takes the place of what the member uploaded for this session before and did not start.
    """
    session = _session_to_import_into(member, session_id)
    text = text_of(content)
    table = table_of(text)
    NoteImport.objects.filter(session=session, by=member, state=ImportState.PREPARING).delete()
    return NoteImport.objects.create(
        session=session,
        by=member,
        file_name=clean_line(file_name, field="file", most=200),
        content=text,
        mapping=_stored(_guess(table, session)),
        rows_total=len(table.rows),
        made_at=now(),
    )


@transaction.atomic
def choose_columns(
    member: Membership, session_id: UUID, import_id: UUID, *, mapping: Mapping, attribution: str
) -> NoteImport:
    """Say which column is what and whose words these are, before the import starts."""
    session = _session_to_import_into(member, session_id)
    note_import = _locked(session, import_id)
    if note_import.state != ImportState.PREPARING:
        raise ConflictError(_("This import has started; its columns stay as they are."))
    _must_fit(mapping, table_of(note_import.content), session)
    note_import.mapping = _stored(mapping)
    note_import.attribution = clean_optional_text(
        attribution, field="attribution", most=LONGEST_ATTRIBUTION
    )
    note_import.save(update_fields=["mapping", "attribution"])
    return note_import


@dataclass(frozen=True)
class Preview:
    """What an import would do: the first rows, how many become notes, which are skipped."""

    header: list[str]
    first: list[Verdict]
    to_add: int
    known: int
    problems: list[Verdict]


def preview_of(note_import: NoteImport) -> Preview:
    """Return what becomes of the rows if the import starts now."""
    table = table_of(note_import.content)
    verdicts = list(verdicts_on(table.rows, table, mapping_of(note_import), note_import.session_id))
    problems = [one for one in verdicts if one.problem]
    known = sum(one.is_known for one in verdicts)
    return Preview(
        header=table.header,
        first=verdicts[:PREVIEWED],
        to_add=len(verdicts) - known - len(problems),
        known=known,
        problems=problems,
    )


@transaction.atomic
def start_import(member: Membership, session_id: UUID, import_id: UUID) -> NoteImport:
    """Set the import going, or going again after it stopped; no row is ever added twice.

    From now on the session says whose words these are.
    """
    session = _session_to_import_into(member, session_id)
    note_import = _locked(session, import_id)
    if note_import.state == ImportState.DONE:
        return note_import
    session.attribution = _with(session.attribution, note_import.attribution)
    session.save(update_fields=["attribution"])
    note_import.state = ImportState.WAITING
    note_import.failure = ""
    note_import.save(update_fields=["state", "failure"])
    _tell(note_import)
    return note_import


def run_import(
    import_id: UUID, *, after_batch: Callable[[NoteImport], None] = lambda _: None
) -> NoteImport:
    """Import what is left of a file that was set going, batch by batch, each whole or not at all.

    May be stopped at any moment and run again, also twice at once: where it is, is read under a
    lock with each batch.
    """
    note_import = NoteImport.objects.select_related("session", "by__person").get(pk=import_id)
    with translation.override(note_import.by.person.language or note_import.session.language):
        table = table_of(note_import.content) if note_import.content else None
        while table and note_import.state in {ImportState.WAITING, ImportState.RUNNING}:
            note_import = _import_batch(note_import, table)
            after_batch(note_import)
    return note_import


@transaction.atomic
def stop_import(import_id: UUID, *, reason: str) -> None:
    """Say that an import ended before its end, and why; it can be set going again."""
    note_import = NoteImport.objects.select_for_update().get(pk=import_id)
    if note_import.state != ImportState.DONE:
        _stop(note_import, reason)


@transaction.atomic
def _import_batch(known: NoteImport, table: Table) -> NoteImport:
    session = ReflectionSession.objects.select_for_update().get(pk=known.session_id)
    note_import = _locked(session, known.pk)
    if note_import.state not in {ImportState.WAITING, ImportState.RUNNING}:
        return note_import
    if session.state in OVER_STATES:
        return _stop(note_import, _("The session ended meanwhile."))
    mapping = mapping_of(note_import)
    rows = table.rows[note_import.rows_done : note_import.rows_done + BATCH]
    verdicts = list(verdicts_on(rows, table, mapping, session.pk))
    Note.objects.bulk_create(_notes(verdicts, mapping, session))
    note_import.rows_done += len(rows)
    note_import.added += sum(not one.problem and not one.is_known for one in verdicts)
    note_import.known += sum(one.is_known for one in verdicts)
    note_import.problems += [[one.row, one.problem] for one in verdicts if one.problem]
    _save_progress(note_import, is_done=note_import.rows_done >= len(table.rows))
    return note_import


def _save_progress(note_import: NoteImport, *, is_done: bool) -> None:
    note_import.state = ImportState.DONE if is_done else ImportState.RUNNING
    changed = ["state", "rows_done", "added", "known", "problems"]
    if is_done:
        note_import.content = ""
        changed.append("content")
    note_import.save(update_fields=changed)
    _tell(note_import)


def mapping_of(note_import: NoteImport) -> Mapping:
    """Return which column is what."""
    stored = note_import.mapping
    return Mapping(
        text=stored["text"], reference=stored["reference"], column_id=UUID(stored["column_id"])
    )


def _stored(mapping: Mapping) -> dict[str, object]:
    return asdict(mapping) | {"column_id": str(mapping.column_id)}


def _session_to_import_into(member: Membership, session_id: UUID) -> ReflectionSession:
    session = locked_session_of(member, session_id)
    if not may_import_notes(member, session):
        raise NotAllowedError(_("Only the facilitator or a programme manager can import notes."))
    if session.state in OVER_STATES:
        raise WrongPhaseError(_("This session is over; nothing can be added to it."))
    return session


def _locked(session: ReflectionSession, import_id: UUID) -> NoteImport:
    # Up to 5 MB that most steps do not need.
    imports = NoteImport.objects.filter(session=session).defer("content")
    return imports.select_for_update(of=("self",)).get(pk=import_id)


def _guess(table: Table, session: ReflectionSession) -> Mapping:
    """The text is what is longest; a column is a row's name when no two rows share it."""
    columns = range(len(table.header))
    values = [[row.values[n].strip() for row in table.rows if n < len(row.values)] for n in columns]
    text = max(columns, key=lambda n: sum(map(len, values[n])))
    names = [n for n in columns if n != text and len(set(values[n])) == len(table.rows)]
    by_name = [n for n in names if table.header[n].lower().endswith(("id", "nr", "number"))]
    return Mapping(
        text=text,
        reference=next(iter(by_name), None),
        column_id=session.columns.all()[0].pk,
    )


def _must_fit(mapping: Mapping, table: Table, session: ReflectionSession) -> None:
    columns = range(len(table.header))
    if mapping.text not in columns:
        raise InvalidInputError(_("This file has no such column."), field="text")
    if mapping.reference is not None and mapping.reference not in columns:
        raise InvalidInputError(_("This file has no such column."), field="reference")
    if mapping.reference == mapping.text:
        raise InvalidInputError(
            _("The text itself cannot be the name of the row. Leave this empty."),
            field="reference",
        )
    if not session.columns.filter(pk=mapping.column_id).exists():
        raise InvalidInputError(_("This session has no such column."), field="column_id")


def _notes(verdicts: Iterable[Verdict], mapping: Mapping, session: ReflectionSession) -> list[Note]:
    at = now()
    return [
        Note(
            id=uuid4(),
            session=session,
            column_id=mapping.column_id,
            source_reference=one.reference,
            text=one.text,
            # So that they stay in the order of the file.
            added_at=at + timedelta(microseconds=place),
        )
        for place, one in enumerate(verdicts)
        if not one.problem and not one.is_known
    ]


def _with(attribution: str, another: str) -> str:
    lines = attribution.split("; ") if attribution else []
    if another and another not in attribution:
        lines.append(another)
    joined = "; ".join(lines)
    if len(joined) > LONGEST_ATTRIBUTION:
        raise InvalidInputError(
            _("The session names other sources already; there is no room for this line."),
            field="attribution",
        )
    return joined


def _stop(note_import: NoteImport, reason: str) -> NoteImport:
    note_import.state = ImportState.FAILED
    note_import.failure = reason
    note_import.save(update_fields=["state", "failure"])
    _tell(note_import)
    return note_import


def _tell(note_import: NoteImport) -> None:
    streams = [session_stream(note_import.session_id)]
    record(ImportProgressed(note_import.pk), by=note_import.by, on=streams)
