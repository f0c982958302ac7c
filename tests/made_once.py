"""What many tests begin with, made once.

`made_once` keeps it in the database for a whole module, in a transaction that ends with the module.
Each test still has a transaction of its own inside it, so none sees what another did. The values
that the tests share are as they were made: whoever changes a record reads it anew first.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.played_again import STAGE

Made = TypeVar("Made")


@contextmanager
def made_once(blocker: DjangoDbBlocker, make: Callable[[], Made]) -> Iterator[Made]:
    """Make something in the database, and take it back when the block ends."""
    with blocker.unblock():
        STAGE.clear()
        around = transaction.atomic()
        around.__enter__()
        made = make()
    STAGE.is_shared = True
    yield made
    STAGE.is_shared = False
    with blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)
