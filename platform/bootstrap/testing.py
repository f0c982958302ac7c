"""`manage.py test`: makes what the tests need, then runs all of them or a part."""

import os
import subprocess
from pathlib import Path

from bootstrap.bundle import build_bundle
from bootstrap.checks import check_folders, check_system
from bootstrap.lanes import Command, all_lanes, pytest, test_environment, vitest
from bootstrap.packages import install_packages
from bootstrap.places import FRONTEND, ROOT
from bootstrap.run_lanes import forget_old_data, run_lanes
from bootstrap.steps import say
from bootstrap.texts import compile_texts
from bootstrap.turns import our_turn

BROWSER_UNITS = (ROOT / "tests" / "frontend", FRONTEND)


def test(arguments: list[str]) -> int:
    """Run everything, or what the arguments name; the status says whether it passed."""
    _set_up()
    if arguments:
        return _run_part(arguments)
    forget_old_data()
    return run_lanes(all_lanes())


def _set_up() -> None:
    check_system()
    check_folders()
    with our_turn():
        say("Setting up the tests")
        install_packages("test")
        build_bundle()
        compile_texts(test_environment("set-up"))


def _run_part(arguments: list[str]) -> int:
    words = [_from_root(word) for word in arguments]
    ours = [word for word in words if _is_for_vitest(word)]
    others = [word for word in words if word not in ours]
    status = 0
    if ours:
        status = _run(vitest(*(word for word in ours if ROOT / word not in BROWSER_UNITS)))
    if others or not ours:
        status = _run(Command(pytest(*others))) or status
    return status


def _from_root(word: str) -> str:
    """The same path seen from the top, where every tool runs; other words stay as they are."""
    name, colons, test = word.partition("::")
    path = Path(name).resolve()
    if not path.exists() or not path.is_relative_to(ROOT):
        return word
    return f"{path.relative_to(ROOT)}{colons}{test}"


def _is_for_vitest(word: str) -> bool:
    return any((ROOT / word).is_relative_to(folder) for folder in BROWSER_UNITS)


def _run(command: Command) -> int:
    environment = {**os.environ, **test_environment("part")}
    return subprocess.run(
        command.arguments, cwd=command.folder, env=environment, check=False
    ).returncode
