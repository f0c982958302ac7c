"""What many tests begin with, made once.

`made_once` keeps it in the database for a whole module, in a transaction that ends with the module.
Each test still has a transaction of its own inside it, so none sees what another did. The values
that the tests share are as they were made: whoever changes a record reads it anew first.

`Recording` keeps its rows, and puts them back for any test that asks: services make it once, in
fifty milliseconds, and a test gets it in five.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy, deepcopy
from typing import Generic, TypeVar

from django.apps import apps
from django.db import transaction
from django.db.models import Model
from pytest_django import DjangoDbBlocker

Made = TypeVar("Made")


class Recording(Generic[Made]):
    """What some services made in an empty database."""

    def __init__(self, blocker: DjangoDbBlocker, make: Callable[[], Made]) -> None:
        with blocker.unblock(), transaction.atomic():
            before = {model: set(_keys(model)) for model in _models()}
            self._made = make()
            self._rows = [
                [row for row in model.objects.all() if row.pk not in before[model]]
                for model in _models()
            ]
            transaction.set_rollback(True)

    def played_back(self) -> Made:
        """Put the rows into the database, and return what `make` returned."""
        with transaction.atomic():
            for rows in filter(None, self._rows):
                type(rows[0]).objects.bulk_create(map(_as_new, rows))
        return deepcopy(self._made)


def _models() -> list[type[Model]]:
    return apps.get_models(include_auto_created=True)


def _keys(model: type[Model]) -> Iterator[object]:
    return model.objects.values_list("pk", flat=True).iterator()


def _as_new(row: Model) -> Model:
    """Return a row to insert; the database numbers what it numbers anew."""
    new = copy(row)
    if isinstance(new.pk, int):
        new.pk = None
    return new


@contextmanager
def made_once(blocker: DjangoDbBlocker, make: Callable[[], Made]) -> Iterator[Made]:
    """Make something in the database, and take it back when the block ends."""
    with blocker.unblock():
        around = transaction.atomic()
        around.__enter__()
        made = make()
    yield made
    with blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)
