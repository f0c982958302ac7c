"""Emptying the database after a test whose changes were committed.

Django truncates every table, and PostgreSQL takes a second for a hundred, nearly all of them empty.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations

# No test changes what these say of the models, and Django would write all of it anew.
OF_THE_MODELS = {"django_content_type", "auth_permission"}


def delete_what_is_there(
    operations: BaseDatabaseOperations, style: object, tables: Sequence[str], **options: Any
) -> list[str]:
    """Return the statements that empty those tables which hold something, in any order.

    Constraints between tables are looked at when the transaction ends.
    """
    full = tables_with_rows(set(tables) - OF_THE_MODELS)
    return [f"DELETE FROM {operations.quote_name(name)}" for name in full]  # noqa: S608 -- SQL has no parameters for tables; Django quotes these


def tables_with_rows(tables: Iterable[str]) -> list[str]:
    """Return those of the tables that hold something, found in one query."""
    names = list(tables)
    looks = [
        f"SELECT %s WHERE EXISTS (SELECT 1 FROM {connection.ops.quote_name(name)})"  # noqa: S608 -- as above
        for name in names
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(looks), names)
        return [name for (name,) in cursor.fetchall()]
