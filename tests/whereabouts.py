"""Where the database of the tests is, for the programs that they start."""

from django.db import connection


def database_address() -> str:
    """Return it as `DATABASE_URL` wants it."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{given['NAME']}"
    return "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**given)
