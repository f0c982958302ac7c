"""Leaving no old version of an envelope in the files of the database."""

from django.db import connection


def forget_old_envelopes() -> None:
    """Rewrite where envelopes were kept, so that none of their former versions is left there.

    Not inside a transaction. Backups that were made before have theirs still.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            cursor.execute("VACUUM FULL reflections_envelope")
