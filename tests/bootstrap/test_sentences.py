"""What a newcomer reads when something is in the way: one sentence, no traceback."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bootstrap.places import ROOT


@pytest.fixture
def fresh_copy(tmp_path: Path) -> Path:
    copy = tmp_path / "doorwerk"
    shutil.copytree(ROOT / "platform" / "bootstrap", copy / "platform" / "bootstrap")
    shutil.copytree(ROOT / "platform" / "requirements", copy / "platform" / "requirements")
    shutil.copy(ROOT / "manage.py", copy)
    return copy


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def _sentence_of(folder: Path, *command: str, **environment: str) -> str:
    plain = {"PATH": os.environ["PATH"], "HOME": str(folder), "PIP_CONFIG_FILE": os.devnull}
    python = getattr(sys, "_base_executable", sys.executable)
    done = subprocess.run(
        [python, "manage.py", *command],
        cwd=folder,
        env={**plain, **environment},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    return done.stderr.strip()


def test_a_taken_port_is_named_before_any_work_with_one_that_is_free(
    fresh_copy: Path, taken_port: int
):
    sentence = _sentence_of(fresh_copy, "start", "--port", str(taken_port))

    assert sentence.startswith(f"Port {taken_port} is already in use")
    assert "python3 manage.py start --port " in sentence
    assert not (fresh_copy / ".venv").exists()


# Root may write wherever there is a disk, and tests run as root, too.
in_proc = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux has a folder that even root cannot write: /proc"
)


def test_a_host_of_another_machine_is_refused(fresh_copy: Path):
    sentence = _sentence_of(fresh_copy, "start", "--port", "0" * 3 + "9999", "--host", "192.0.2.1")

    assert sentence.endswith("leave --host out to use 127.0.0.1.")


@in_proc
def test_a_read_only_folder_is_named(fresh_copy: Path):
    sentence = _sentence_of(fresh_copy, "start", "--port", "19999", DOORWERK_DATA="/proc")

    assert sentence.startswith("The folder /proc is read-only for the user ")


@in_proc
def test_a_data_folder_that_cannot_be_made_is_named(fresh_copy: Path):
    sentence = _sentence_of(fresh_copy, "start", "--port", "19999", DOORWERK_DATA="/proc/none/here")

    assert sentence.startswith("The folder /proc/none/here cannot be made")


def test_a_missing_venv_module_names_the_package_to_install(fresh_copy: Path, tmp_path: Path):
    (tmp_path / "ensurepip.py").write_text("raise ImportError")

    sentence = _sentence_of(fresh_copy, "start", "--port", "19999", PYTHONPATH=str(tmp_path))

    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert f"'apt-get install python{version}-venv'" in sentence


def test_no_network_is_recognised_and_the_next_run_goes_on(fresh_copy: Path):
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0"}

    sentence = _sentence_of(fresh_copy, "start", "--port", "19999", **nowhere)

    assert sentence.startswith("The packages cannot be fetched: there seems to be no network")


def test_a_django_command_before_the_first_start_says_what_to_do(fresh_copy: Path):
    sentence = _sentence_of(fresh_copy, "migrate")

    assert sentence.startswith("Nothing is installed yet; run 'python3 manage.py start' first")
