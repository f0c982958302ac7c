"""Doing things at the same moment, each in a thread with a database connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from threading import Barrier
from typing import TypeVar

from django.db import connections, transaction

Result = TypeVar("Result")

PATIENCE = 30.0  # seconds, more than any lock is waited for
A_WHILE = 0.4  # seconds in which something that can go on has gone on


def at_once(*acts: Callable[[], Result]) -> list[Result | Exception]:
    """Start all acts at the same moment; return what each gave or raised, in their order."""
    barrier = Barrier(len(acts))

    def act_with_others(act: Callable[[], Result]) -> Result | Exception:
        barrier.wait(PATIENCE)
        return _outcome(act)

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(act_with_others, acts))


def during(change: Callable[[], object], act: Callable[[], Result]) -> Result | Exception:
    """Return what *act* gives or raises when it starts before *change* is committed."""
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            change()
            acting = pool.submit(_outcome, act)
            wait([acting], timeout=A_WHILE)
        return acting.result(PATIENCE)


def _outcome(act: Callable[[], Result]) -> Result | Exception:
    with closing(_Connections()):
        try:
            return act()
        except Exception as error:  # noqa: BLE001 -- the outcome is what the test is about
            return error


class _Connections:
    def close(self) -> None:
        connections.close_all()
