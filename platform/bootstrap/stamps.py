"""Remembers what a finished step was made from, so that it is only repeated when that changes."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest(paths: Iterable[Path], *more: str) -> str:
    """One short text for the names and contents of files, and whatever else matters."""
    total = hashlib.sha256("\0".join(more).encode())
    for path in sorted(paths):
        total.update(f"\0{path}\0".encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def is_current(stamp: Path, wanted: str) -> bool:
    """Whether the step that left this stamp was made from the same."""
    return stamp.exists() and stamp.read_text() == wanted


def leave(stamp: Path, wanted: str) -> None:
    """Say that the step is finished; always the last thing it does."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    fresh = stamp.with_name(stamp.name + ".new")
    fresh.write_text(wanted)
    fresh.replace(stamp)
