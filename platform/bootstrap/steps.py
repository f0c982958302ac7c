"""One step of the set-up: said when it begins, seen while it lasts, timed when it ends."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn, Self

from bootstrap.children import start_child
from bootstrap.places import LOGS, ROOT
from bootstrap.sentences import CannotGoOnError

TAIL = 15  # lines of a failed step's log that are worth a screen
SIGN_OF_LIFE = 10.0  # seconds between two of them where a line cannot be rewritten
NO_NETWORK = (
    "name resolution",
    "dns error",
    "failed to lookup address",
    "enotfound",
    "eai_again",
    "econnrefused",
    "etimedout",
    "network is unreachable",
    "failed to establish a new connection",
    "error sending request",
    "connecttimeout",
    "no route to host",
    "(from versions: none)",  # pip, that has asked an index in vain
)


def say(text: str) -> None:
    """Print a line at once, also into a pipe."""
    print(text, flush=True)


def run_step(
    title: str,
    command: Sequence[str | Path],
    *,
    cwd: Path = ROOT,
    env: Mapping[str, str] | None = None,
    fetches: bool = False,
) -> None:
    """Run one program of the set-up, or give up with its last lines and a sentence."""
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / f"{title.lower().replace(' ', '-')}.log"
    with log.open("wb") as output, _Line(title) as line:
        process = start_child(
            command,
            cwd=cwd,
            env=None if env is None else {**os.environ, **env},
            output=output,
            hears_ctrl_c=True,
        )
        try:
            status = _watch(process, line)
        except BaseException:
            process.kill()
            process.wait()
            raise
        line.finish(failed=bool(status))
    if status:
        _give_up(title, log, fetches=fetches)


def _watch(process: subprocess.Popen[bytes], line: "_Line") -> int:
    while True:
        try:
            return process.wait(0.2)
        except subprocess.TimeoutExpired:
            line.still_working()


def _give_up(title: str, log: Path, *, fetches: bool) -> NoReturn:
    text = log.read_text(errors="replace")
    if fetches and any(sign in text.lower() for sign in NO_NETWORK):
        raise CannotGoOnError(
            "The packages cannot be fetched: there seems to be no network, or a proxy in between; "
            "check the connection and run the command again, it goes on where it stopped."
        )
    if "no space left on device" in text.lower() or "enospc" in text.lower():
        raise CannotGoOnError(
            f"The disk that holds {ROOT} is full; free some space and run the command again."
        )
    for last in text.splitlines()[-TAIL:]:
        say(f"    {last}")
    raise CannotGoOnError(
        f"“{title}” failed; its last lines are above and all of them "
        f"in {log.relative_to(ROOT)}; mend what they say and run the command again."
    )


class _Line:
    """The line on the terminal that tells how a step is doing."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.began = self.spoke = time.monotonic()
        self.rewritable = sys.stdout.isatty()

    def __enter__(self) -> Self:
        self._show("…") if self.rewritable else say(f"  {self.title} …")
        return self

    def __exit__(self, *problem: object) -> None:
        if self.rewritable and problem[0] is not None:
            say("")

    def still_working(self) -> None:
        now = time.monotonic()
        if self.rewritable:
            self._show(f"{'|/-' + chr(92)}"[int(now * 5) % 4] + f" {now - self.began:.0f} s")
        elif now - self.spoke > SIGN_OF_LIFE:
            self.spoke = now
            say(f"  {self.title}: still working, {now - self.began:.0f} s")

    def finish(self, *, failed: bool) -> None:
        text = f"{'failed' if failed else 'done'} in {time.monotonic() - self.began:.1f} s"
        if self.rewritable:
            self._show(text)
            say("")
        else:
            say(f"  {self.title}: {text}")

    def _show(self, text: str) -> None:
        print(f"\r\x1b[K  {self.title} {text}", end="", flush=True)
