"""Emptying the database after a test whose changes were committed.

Django truncates every table, and PostgreSQL takes a second for a hundred, nearly all of them empty.
"""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.operations import BaseDatabaseOperations

# No test changes what these say of the models, and Django would write all of it anew.
OF_THE_MODELS = {"django_content_type", "auth_permission"}


def delete_what_is_there(
    operations: BaseDatabaseOperations, style: object, tables: Sequence[str], **options: Any
) -> list[str]:
    """Return the statements that empty those tables which hold something, in any order.

    Constraints between tables are looked at when the transaction ends.
    """
    names = map(operations.quote_name, set(tables) - OF_THE_MODELS)
    looks = [f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {name})" for name in names]  # noqa: S608 -- names of ours
    with operations.connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(looks))
        return [f"DELETE FROM {name}" for (name,) in cursor.fetchall()]  # noqa: S608 -- names of ours
