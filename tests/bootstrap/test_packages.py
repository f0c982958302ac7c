import sys
from pathlib import Path

import pytest

from bootstrap import packages


@pytest.fixture
def environment(tmp_path: Path, monkeypatch) -> Path:
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.symlink_to(sys.executable)
    monkeypatch.setattr(packages, "VENV", tmp_path)
    monkeypatch.setattr(packages, "PYTHON", python)
    return tmp_path


def test_an_environment_cut_off_before_it_was_one_never_stands_for_the_system(environment: Path):
    assert packages.site_packages() is None


def test_a_folder_without_a_python_is_no_environment(environment: Path):
    (environment / "pyvenv.cfg").touch()
    (environment / "bin" / "python").unlink()

    assert packages.site_packages() is None
