"""Proving that something left no trace, and making it so."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import transaction

OURS = ("accounts", "letters", "partnerships", "reflections", "actions", "reminders", "eventlog")


def everything() -> dict[str, list[dict[str, Any]]]:
    """Return all rows of all tables of ours, the event log included."""
    models = [
        model
        for app in OURS
        for model in apps.get_app_config(app).get_models(include_auto_created=True)
    ]
    rows = {model.__name__: list(model.objects.order_by("pk").values()) for model in models}
    for person in rows["Person"]:
        del person["last_login"]  # signing in is no trace of what was tried then
    return rows


@contextmanager
def nothing_changed() -> Iterator[None]:
    """Check that the block leaves every row as it was."""
    before = everything()
    yield
    after = everything()
    changed = [table for table, rows in before.items() if after[table] != rows]
    assert not changed, f"changed: {changed}"


@contextmanager
def undone() -> Iterator[None]:
    """Take back whatever the block does, so that a loop starts each time from the same rows."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
