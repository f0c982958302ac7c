"""Runs the lanes, says how they are doing, and sums up at the end."""

import os
import re
import time
from collections.abc import Sequence
from pathlib import Path

from bootstrap.children import start_child, stop_children
from bootstrap.lanes import Command, Lane
from bootstrap.places import CACHE, LOGS, ROOT
from bootstrap.steps import say

SIDE_BY_SIDE = 4  # on two cores: whoever waits for a server or a browser leaves hers to others
# For lanes without servers: they fill what those leave that wait for servers, and would end last.
GIVING_WAY = ("nice", "-n", "5")
SIGN_OF_LIFE = 15.0  # seconds
LONGEST_REPORT = 400  # lines of one failed lane on the screen; the log has them all
COUNTS = re.compile(r"\b\d+ (passed|failed|deselected)\b")


def run_lanes(lanes: Sequence[Lane]) -> int:
    """Run all of them, four at a time; the status is 0 when every one passed."""
    began = time.monotonic()
    waiting, running, finished = list(lanes), list["_Running"](), list["_Running"]()
    spoke = began
    try:
        while waiting or running:
            while waiting and len(running) < SIDE_BY_SIDE:
                running.append(_Running(waiting.pop(0)))
            time.sleep(0.1)
            for lane in [one for one in running if one.has_finished()]:
                running.remove(lane)
                finished.append(lane)
                lane.report()
            if time.monotonic() - spoke > SIGN_OF_LIFE:
                spoke = time.monotonic()
                say("  … " + "; ".join(lane.progress() for lane in running))
    finally:
        stop_children([lane.process for lane in running], seconds=10)
    return _sum_up(sorted(finished, key=lambda one: lanes.index(one.lane)), began)


def _sum_up(finished: Sequence["_Running"], began: float) -> int:
    failed = [one for one in finished if one.failures]
    say("\nSummary")
    for one in finished:
        verdict = "FAILED" if one.failures else "passed"
        say(f"  {one.lane.name:<22} {verdict} {one.seconds:>5.0f} s   {one.counts()}".rstrip())
    passed = len(finished) - len(failed)
    say(f"Doorwerk: {passed} passed, {len(failed)} failed in {time.monotonic() - began:.0f} s")
    return 1 if failed else 0


class _Running:
    """A lane under way: its present program, its log, and what has failed so far."""

    def __init__(self, lane: Lane) -> None:
        self.lane = lane
        self.waiting = list(lane.commands)
        self.failures = list[str]()
        self.began = time.monotonic()
        self.seconds = 0.0
        self.environment = {**lane.environment(), "NO_COLOR": "1"}
        self.log = LOGS / f"test-{lane.name.lower().replace(' ', '-')}.log"
        LOGS.mkdir(parents=True, exist_ok=True)
        self.log.write_bytes(b"")
        say(f"▶ {lane.name} begins")
        self._start_next()

    def has_finished(self) -> bool:
        """Whether the last program has ended; starts the next one if there is one."""
        status = self.process.poll()
        if status is None:
            return False
        if status:
            self.failures.append(f"{_shown(self.command)} (status {status})")
        if self.waiting:
            self._start_next()
            return False
        self.seconds = time.monotonic() - self.began
        return True

    def _start_next(self) -> None:
        self.command = self.waiting.pop(0)
        with self.log.open("ab") as output:
            output.write(f"\n$ {_shown(self.command)}\n".encode())
            output.flush()
            first = () if self.lane.on_real_servers else GIVING_WAY
            self.process = start_child(
                (*first, *self.command.arguments),
                cwd=self.command.folder,
                env=self.environment,
                output=output,
            )

    def report(self) -> None:
        """Say how it ended, and show everything when it did not end well."""
        lines = self._lines()
        if self.failures:
            say(f"\n{'─' * 20} {self.lane.name}: output")
            say("\n".join(lines[-LONGEST_REPORT:]))
            say(f"{'─' * 20} the whole of it is in {os.path.relpath(self.log, ROOT)}\n")
        verdict = "FAILED: " + ", ".join(self.failures) if self.failures else "passed"
        closing = self.counts()
        say(f"■ {self.lane.name} {verdict} in {self.seconds:.0f} s{closing and ': ' + closing}")

    def counts(self) -> str:
        """The closing line of pytest or vitest, if one of them ran."""
        return next((line for line in reversed(self._lines()) if COUNTS.search(line)), "").strip(
            " ="
        )

    def progress(self) -> str:
        """Where it is, in a few words."""
        last = next((line for line in reversed(self._lines()) if line.strip()), "")
        return f"{self.lane.name} {time.monotonic() - self.began:.0f} s: {last.strip()[:60]}"

    def _lines(self) -> list[str]:
        return self.log.read_text(errors="replace").splitlines()


def _shown(command: Command) -> str:
    words = [Path(word).name if Path(word).is_absolute() else word for word in command.arguments]
    return " ".join(map(str, words))


def forget_old_data() -> None:
    """Delete what the lanes of an earlier run left."""
    for path in sorted((CACHE / "tests").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
