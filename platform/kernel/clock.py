"""The only clock: everybody asks here, so that it can be moved."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_moved: ContextVar[datetime | None] = ContextVar("moved", default=None)


def now() -> datetime:
    """Return this moment, with its zone."""
    return _moved.get() or timezone.now()


def today() -> date:
    """Return the day in the current time zone."""
    return timezone.localdate(now())


def is_moved() -> bool:
    """Say whether it is another moment here than it is outside."""
    return _moved.get() is not None


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let it be *moment* inside the block, for this thread or task alone: for telling a history."""
    if timezone.is_naive(moment):
        raise ValueError("a moment needs its time zone")
    token = _moved.set(moment)
    try:
        yield
    finally:
        _moved.reset(token)
