"""Proving that something left no trace, and making it so."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from tests.emptying import tables_with_rows

OURS = tuple(
    f"{app}_"
    for app in (
        *("accounts", "letters", "partnerships", "reflections"),
        *("actions", "reminders", "eventlog"),
    )
)


def everything() -> dict[str, list[dict[str, Any]]]:
    """Return all rows of all tables of ours that hold any, the event log included.

    They are as they stand there: models would have it all translated, and be the slowest part of a
    hundred tests.
    """
    tables = connection.introspection.django_table_names()
    ours = [name for name in tables if name.startswith(OURS)]
    return {name: _rows_of(name) for name in tables_with_rows(ours)}


def _rows_of(table: str) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 -- SQL has no parameters for tables; Django quotes it
        columns = [column[0] for column in cursor.description]
        rows = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    for row in rows:
        row.pop("last_login", None)  # signing in is no trace of what was tried then
    return sorted(rows, key=repr)


@contextmanager
def nothing_changed() -> Iterator[None]:
    """Check that the block leaves every row as it was."""
    before = everything()
    yield
    after = everything()
    changed = [table for table in before | after if after.get(table) != before.get(table)]
    assert not changed, f"changed: {changed}"


@contextmanager
def undone() -> Iterator[None]:
    """Take back whatever the block does, so that a loop starts each time from the same rows."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
