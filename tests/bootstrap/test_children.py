"""No program that the set-up starts outlives it."""

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from bootstrap.children import start_child, stop_children

PARENT = """
import os, sys, time
from pathlib import Path
from bootstrap.children import start_child
start_child([sys.executable, "-c", "import time; print('alive', flush=True); time.sleep(60)"],
            cwd=Path("/"), env=dict(os.environ))
time.sleep(60)
"""
STUBBORN = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("alive", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux tells a child that its parent was killed (prctl)"
)
def test_a_child_ends_when_its_parent_is_killed():
    reader, writer = os.pipe()
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=writer)
    os.close(writer)
    with os.fdopen(reader, "rb", buffering=0) as output:
        assert output.readline() == b"alive\n"

        parent.kill()
        parent.wait()

        # The end of the file: nobody holds the other end of the pipe any more.
        assert select.select([output], [], [], 20)[0]
        assert output.read() == b""


def test_a_child_that_does_not_want_to_stop_is_made_to(tmp_path: Path):
    said = tmp_path / "said"
    with said.open("wb") as output:
        command = [sys.executable, "-c", STUBBORN]
        child = start_child(command, cwd=tmp_path, env=dict(os.environ), output=output)
    while child.poll() is None and not said.read_bytes():
        pass

    stop_children([child], seconds=0.2)

    assert said.read_bytes() == b"alive\n"
    assert child.returncode == -9
