"""Somebody who got hold of the database, of its files and of all logs, and wants to know who wrote what."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import connection

from reflections.models.note import Note
from tests.privacy.script import LogLine, Told

Row = dict[str, Any]
# For each way to guess: a guess of the person for each note.
Guesses = dict[str, dict[UUID, int]]
Rank = Callable[[UUID], Any]


@dataclass(frozen=True)
class Loot:
    """All that was found: every table in the order of its rows, and the raw bytes of the database."""

    tables: dict[str, list[Row]]
    files: bytes


def take_everything() -> Loot:
    """Return the dump of the database, and its file with journal and free pages where it is one."""
    names = [name for name in connection.introspection.table_names() if "auth_perm" not in name]
    return Loot({name: _rows(name) for name in names}, _files())


def guesses_at(told: Told, loot: Loot) -> Guesses:
    """Guess in every way that we could think of who wrote which note without a name."""
    notes = {UUID(str(row["id"])): row for row in loot.tables["reflections_note"]}
    targets = [pk for pk in notes if pk in told.truth]
    found: Guesses = {}
    for name, rank in _ranks(notes, loot).items():
        ordered = sorted(targets, key=rank)
        found[name] = _in_step(ordered, told.log)
        found[f"{name}, backwards"] = _in_step(ordered[::-1], told.log)
    found["length of text and of request"] = _by_length(targets, notes, told.log)
    found["nearest request in time"] = _nearest(targets, notes, told.log)
    return found


def links_between(told: Told, loot: Loot, log: str) -> list[str]:
    """Return every place where a note without a name stands together with something of its writer."""
    found = []
    for table, rows in loot.tables.items():
        for row in rows:
            text = " ".join(_plain(value) for value in row.values())
            for pk, who in told.truth.items():
                if pk.hex in text and any(mark in text for mark in _marks(told, who)):
                    found.append(f"{table}: note {pk} and its writer")
    return found + [f"log: note {pk}" for pk in told.truth if pk.hex in _plain(log)]


def _ranks(notes: dict[UUID, Row], loot: Loot) -> dict[str, Rank]:
    places = {pk: n for n, pk in enumerate(notes)}
    events = {
        UUID(str(row["record_id"])): n
        for n, row in enumerate(loot.tables["eventlog_event"])
        if row["record_id"]
    }
    return {
        "order of rows": lambda pk: places[pk],
        "order of ids": lambda pk: pk,
        "order of events": lambda pk: events.get(pk, 0),
        "first place in the files": lambda pk: _find(loot.files, pk, notes[pk]),
        "last place in the files": lambda pk: _find(loot.files, pk, notes[pk], is_last=True),
    }


def _in_step(ordered: Sequence[UUID], log: Sequence[LogLine]) -> dict[UUID, int]:
    """Pair the notes, in some order, with the requests in theirs."""
    step = len(log) / max(1, len(ordered))
    return {pk: log[int(n * step)].who for n, pk in enumerate(ordered)}


def _by_length(
    targets: Sequence[UUID], notes: dict[UUID, Row], log: Sequence[LogLine]
) -> dict[UUID, int]:
    lines = sorted(log, key=lambda line: (line.length, line.answer_length, line.at))
    return _in_step(sorted(targets, key=lambda pk: len(notes[pk]["text"])), lines)


def _nearest(
    targets: Sequence[UUID], notes: dict[UUID, Row], log: Sequence[LogLine]
) -> dict[UUID, int]:
    def at(pk: UUID) -> float:
        moment = notes[pk]["added_at"]
        read = moment if isinstance(moment, datetime) else datetime.fromisoformat(f"{moment}+00:00")
        return read.timestamp()

    return {pk: min(log, key=lambda line: abs(line.at - at(pk))).who for pk in targets}


def _find(files: bytes, pk: UUID, row: Row, *, is_last: bool = False) -> int:
    # The text too, for what holds no id.
    find = files.rfind if is_last else files.find
    places = [find(pk.hex.encode()), find(str(pk).encode()), find(row["text"].encode())]
    known = [place for place in places if place >= 0]
    return (max if is_last else min)(known, default=0)


def _marks(told: Told, who: int) -> list[str]:
    person = told.people[who]
    return [person.pk.hex, f"{person.name} " if person.name else person.pk.hex]


def _plain(value: object) -> str:
    return str(value).replace("-", "")


def _rows(table: str) -> list[Row]:
    place = "rowid" if connection.vendor == "sqlite" else "ctid"
    quoted = connection.ops.quote_name(table)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {quoted} ORDER BY {place}")  # noqa: S608 -- a name of ours
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _files() -> bytes:
    if connection.vendor != "sqlite":
        return b""
    path = Path(str(connection.settings_dict["NAME"]))
    journal = path.with_name(path.name + "-wal")
    # The journal is the older story: what was written first stands in it first.
    return (journal.read_bytes() if journal.exists() else b"") + path.read_bytes()


def nameless_notes(told: Told) -> int:
    """Return how many notes there are to guess at."""
    return Note.objects.filter(session=told.session, pk__in=told.truth).count()
