"""The test command's own summary tells the truth."""

import re
import sys
from pathlib import Path

import pytest

import bootstrap.run_lanes
from bootstrap.lanes import Command, Lane
from bootstrap.run_lanes import run_lanes


@pytest.fixture(autouse=True)
def own_logs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(bootstrap.run_lanes, "LOGS", tmp_path)


def _lane(name: str, *programs: str) -> Lane:
    return Lane(name, tuple(Command((sys.executable, "-c", program)) for program in programs))


def test_all_passed(capsys: pytest.CaptureFixture[str]):
    status = run_lanes([_lane("Example one", "print('3 passed in 1s')"), _lane("Example two", "")])

    said = capsys.readouterr().out
    assert status == 0
    assert re.search(r"■ Example one passed in \d+ s: 3 passed in 1s", said)
    assert "Doorwerk: 2 passed, 0 failed in " in said.splitlines()[-1]


def test_a_failure_shows_its_output_and_the_rest_still_runs(capsys: pytest.CaptureFixture[str]):
    lane = _lane("Example three", "print('what went wrong'); exit(3)", "print('the next one ran')")

    status = run_lanes([lane, _lane("Example four", "")])

    said = capsys.readouterr().out
    assert status == 1
    assert "what went wrong" in said
    assert "the next one ran" in said
    assert "(status 3)" in said
    assert "Doorwerk: 1 passed, 1 failed in " in said.splitlines()[-1]
