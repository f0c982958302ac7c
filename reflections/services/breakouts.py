"""Splitting a session up into tables for a while, and bringing them back together."""

import secrets
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from eventlog.events import session_stream
from eventlog.services import record
from kernel.clock import now
from kernel.errors import ConflictError, IdConflictError, InvalidInputError
from kernel.text import clean_line
from partnerships.models.membership import Membership
from reflections.events.breakouts import SeatsChanged, TablesJoined, TablesOpened
from reflections.models.breakouts import BreakoutTable, Seat
from reflections.models.participant import Participant
from reflections.models.session import ReflectionSession
from reflections.queries.facilitating import open_tables_of, those_who_run, those_who_take_part
from reflections.services.running import open_session_to_run

FEWEST_TABLES = 2
MOST_TABLES = 20


@dataclass(frozen=True)
class NamedTable:
    """A table to open."""

    id: UUID
    title: str


@transaction.atomic
def open_tables(
    member: Membership, session_id: UUID, *, tables: Sequence[NamedTable]
) -> ReflectionSession:
    """Split the session up into these tables; the same tables again are those that are open.

    Everybody sees and writes at her own table from then on. Who sits at none stays in the plenary.
    """
    session = open_session_to_run(member, session_id)
    named = _cleaned(tables)
    known = list(open_tables_of(session))
    if known:
        if [table.pk for table in known] == [table.id for table in named]:
            return session
        raise ConflictError(_("Bring the tables together first. Then you can open others."))
    if BreakoutTable.objects.filter(pk__in=[table.id for table in named]).exists():
        raise IdConflictError(_("These tables were used before. Open new ones."))
    opened_at = now()
    BreakoutTable.objects.bulk_create(
        BreakoutTable(
            id=table.id, session=session, position=n, title=table.title, opened_at=opened_at
        )
        for n, table in enumerate(named, start=1)
    )
    record(TablesOpened(session.pk), by=member, on=[session_stream(session.pk)])
    return session


@transaction.atomic
def spread_over_tables(member: Membership, session_id: UUID) -> ReflectionSession:
    """Seat everybody who has no table, at random, each stakeholder group evenly over the tables.

    Those who run the session or only look on are left out. Who has a seat keeps it, so that
    latecomers can be spread in the same way.
    """
    session = open_session_to_run(member, session_id)
    tables = _tables_to_sit_at(session)
    people = (
        those_who_take_part(session)
        .exclude(pk__in=those_who_run(session))
        .select_related("seat")
        .order_by("pk")
    )
    seated, standing = _by_seat(people, {table.pk for table in tables})
    for participant, table_id in _spread(standing, seated, [table.pk for table in tables]):
        _seat(participant, table_id)
    if standing:
        _tell_seats(member, session)
    return session


@transaction.atomic
def seat_participant(
    member: Membership, session_id: UUID, *, participant_id: UUID, table_id: UUID | None
) -> Participant:
    """Let somebody sit at a table, or back in the plenary."""
    session = open_session_to_run(member, session_id)
    participant = Participant.objects.get(pk=participant_id, session=session)
    tables = {table.pk for table in _tables_to_sit_at(session)}
    if table_id is not None and table_id not in tables:
        raise InvalidInputError(_("Please choose one of the open tables."), field="table_id")
    seat = Seat.objects.filter(participant=participant).first()
    present = seat.table_id if seat and seat.table_id in tables else None
    if present == table_id:
        return participant
    if table_id is None:
        Seat.objects.filter(participant=participant).delete()
    else:
        _seat(participant, table_id)
    _tell_seats(member, session)
    return participant


@transaction.atomic
def bring_together(member: Membership, session_id: UUID) -> ReflectionSession:
    """Make all notes common again, each remembering its table; doing it twice is once."""
    session = open_session_to_run(member, session_id)
    if open_tables_of(session).update(closed_at=now()):
        record(TablesJoined(session.pk), by=member, on=[session_stream(session.pk)])
    return session


def _cleaned(tables: Sequence[NamedTable]) -> list[NamedTable]:
    if not FEWEST_TABLES <= len({table.id for table in tables}) == len(tables) <= MOST_TABLES:
        raise InvalidInputError(
            _("Open between %(fewest)d and %(most)d tables.")
            % {"fewest": FEWEST_TABLES, "most": MOST_TABLES},
            field="tables",
        )
    return [
        NamedTable(id=table.id, title=clean_line(table.title, field="tables", most=60))
        for table in tables
    ]


def _tables_to_sit_at(session: ReflectionSession) -> list[BreakoutTable]:
    tables = list(open_tables_of(session))
    if not tables:
        raise ConflictError(_("There are no tables. Open them first."))
    return tables


Seated = list[tuple[Participant, UUID]]


def _by_seat(people: Iterable[Participant], tables: set[UUID]) -> tuple[Seated, list[Participant]]:
    seated: Seated = []
    standing = []
    for participant in people:
        seat = getattr(participant, "seat", None)
        if seat and seat.table_id in tables:
            seated.append((participant, seat.table_id))
        else:
            standing.append(participant)
    return seated, standing


def _spread(standing: list[Participant], seated: Seated, tables: list[UUID]) -> Seated:
    """Give each person the table with the fewest of her group, among these the emptiest."""
    of_group: defaultdict[str, Counter[UUID]] = defaultdict(Counter)
    of_all: Counter[UUID] = Counter()
    for participant, table_id in seated:
        of_group[participant.group][table_id] += 1
        of_all[table_id] += 1
    given = []
    for participant in secrets.SystemRandom().sample(standing, len(standing)):
        group = of_group[participant.group]
        table_id = min(tables, key=lambda one: (group[one], of_all[one]))
        group[table_id] += 1
        of_all[table_id] += 1
        given.append((participant, table_id))
    return given


def _seat(participant: Participant, table_id: UUID) -> None:
    Seat.objects.update_or_create(participant=participant, defaults={"table_id": table_id})


def _tell_seats(member: Membership, session: ReflectionSession) -> None:
    record(SeatsChanged(session.pk), by=member, on=[session_stream(session.pk)])
