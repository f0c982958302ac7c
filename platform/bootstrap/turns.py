"""Lets only one set-up at a time work on this folder."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from bootstrap.places import CACHE
from bootstrap.steps import say


@contextmanager
def our_turn(what: str = "setting-up") -> Iterator[None]:
    """Wait until no other process does the same; the system frees the lock of one that died."""
    CACHE.mkdir(exist_ok=True)
    lock = os.open(CACHE / f"{what}.lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("  Another set-up is at work in this folder; waiting for it …")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)
