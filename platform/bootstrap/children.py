"""Starts programs that live no longer than the one that started them."""

import ctypes
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

SET_PARENT_DEATH_SIGNAL = 1  # from Linux's prctl.h


def start_child(
    command: Sequence[str | Path],
    *,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    output: IO[bytes] | None = None,
    hears_ctrl_c: bool = False,
    **more: Any,
) -> subprocess.Popen[bytes]:
    """Start a program that the end of this process reaches, and Ctrl-C only where it is to.

    *more* is handed to `subprocess.Popen`.
    """
    return subprocess.Popen(
        command,
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=None if output is None else subprocess.STDOUT,
        start_new_session=not hears_ctrl_c,
        # Between fork and program no other thread runs, and a lock that one held would stay taken
        # for ever. What runs there takes none: it is one call of the C library, loaded before.
        preexec_fn=_die_with_parent(),  # noqa: PLW1509 -- takes no lock, see above
        **more,
    )


def _die_with_parent() -> Callable[[], None] | None:
    """What a new process does first so that Linux ends it when its parent is killed."""
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)  # loaded here: after the fork it would not be safe

    def ask_for_signal() -> None:
        library.prctl(SET_PARENT_DEATH_SIGNAL, signal.SIGTERM)

    return ask_for_signal


def stop_children(children: Sequence[subprocess.Popen[bytes]], seconds: float) -> None:
    """Ask all of them to stop, and insist when they have had their time."""
    for child in children:
        if child.poll() is None:
            child.terminate()
    for child in children:
        try:
            child.wait(seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
