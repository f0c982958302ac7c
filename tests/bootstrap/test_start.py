"""The start command as a whole: it serves, revives its worker, keeps its port, and ends cleanly."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bootstrap.places import ROOT
from bootstrap.serve import answers
from tests.servers import free_port

pytestmark = [
    pytest.mark.skipif(
        sys.platform != "linux",
        reason="finds the worker and the server in /proc, which only Linux has",
    ),
    pytest.mark.timeout(300),
]
PATIENCE = 200.0  # seconds on a very busy machine; ten are usual
OF_THE_TESTS = ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE", "DJANGO_ALLOW_ASYNC_UNSAFE")


def _start(port: int, data: Path) -> subprocess.Popen[str]:
    environment = {key: value for key, value in os.environ.items() if key not in OF_THE_TESTS}
    return subprocess.Popen(
        [sys.executable, "manage.py", "start", "--no-demo", "--port", str(port)],
        cwd=ROOT,
        env={**environment, "DOORWERK_DATA": str(data)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _children(parent: int) -> dict[str, int]:
    """The command lines of its children, each with its number."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state = (folder / "stat").read_text().rpartition(")")[2].split()
            command = (folder / "cmdline").read_text().replace("\0", " ")
        except OSError:  # it ended while we looked
            continue
        if int(state[1]) == parent and state[0] != "Z":
            found[command] = int(folder.name)
    return found


def _child(parent: int, name: str) -> int:
    return next((pid for command, pid in _children(parent).items() if name in command), 0)


def _until(what, process: subprocess.Popen[str]):
    end = time.monotonic() + PATIENCE
    while not (found := what()):
        assert process.poll() is None, process.communicate()[0]
        assert time.monotonic() < end
        time.sleep(0.05)
    return found


@pytest.fixture(scope="module")
def port() -> int:
    return free_port()


@pytest.fixture(scope="module")
def started(port: int, tmp_path_factory) -> Iterator[subprocess.Popen[str]]:
    process = _start(port, tmp_path_factory.mktemp("data"))
    _until(lambda: answers(f"http://127.0.0.1:{port}/"), process)
    yield process
    process.kill()
    process.communicate()


def test_it_serves_with_a_worker_that_is_started_again(started: subprocess.Popen[str]):
    worker = _until(lambda: _child(started.pid, "manage.py work"), started)

    os.kill(worker, signal.SIGKILL)

    revived = _until(
        lambda: {_child(started.pid, "manage.py work")} - {0, worker},
        started,
    )
    assert len(revived) == 1


def test_a_second_start_on_its_port_is_refused_in_one_sentence(
    started: subprocess.Popen[str], port: int, tmp_path: Path
):
    second = _start(port, tmp_path)
    said, _ = second.communicate(timeout=PATIENCE)

    assert second.returncode == 1
    assert said.strip().startswith(f"Port {port} is already in use")
    assert len(said.strip().splitlines()) == 1


def test_a_polite_end_takes_server_and_worker_along(started: subprocess.Popen[str], port: int):
    children = _until(lambda: _children(started.pid), started)

    started.terminate()
    said, _ = started.communicate(timeout=PATIENCE)

    assert started.returncode == 0
    assert f"http://127.0.0.1:{port}/" in said
    assert "Traceback" not in said
    assert [pid for pid in children.values() if Path(f"/proc/{pid}").exists()] == []
