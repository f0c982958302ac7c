"""`manage.py test`: makes what the tests need, then runs all of them or a part."""

import os
import subprocess
from pathlib import Path

from bootstrap.bundle import build_bundle
from bootstrap.checks import check_folders, check_system
from bootstrap.lanes import Command, all_lanes, pytest, test_environment, vitest
from bootstrap.packages import install_packages
from bootstrap.places import FRONTEND, PYTHON, ROOT
from bootstrap.run_lanes import forget_old_data, run_lanes
from bootstrap.steps import run_step, say
from bootstrap.texts import compile_texts
from bootstrap.turns import our_turn

BROWSER_UNITS = (ROOT / "tests" / "frontend", FRONTEND)


def test(arguments: list[str]) -> int:
    """Run everything, or what the arguments name; the status says whether it passed."""
    check_system()
    check_folders()
    with our_turn():
        say("Setting up the tests")
        install_packages("test")
        build_bundle()
        compile_texts(test_environment("set-up"))
        if not arguments:
            run_step("Test browser", [PYTHON, "-m", "tests.browser"])
    if arguments:
        return _run_part(arguments)
    forget_old_data()
    return run_lanes(all_lanes())


def _run_part(arguments: list[str]) -> int:
    ours = [word for word in arguments if _is_for_vitest(word)]
    others = [word for word in arguments if word not in ours]
    status = 0
    if ours:
        paths = [str(Path(word).resolve().relative_to(ROOT)) for word in ours]
        chosen = [path for path in paths if path not in {"frontend", "tests/frontend"}]
        status = _run(vitest(*chosen))
    if others or not ours:
        status = _run(Command(pytest(*others), Path.cwd())) or status
    return status


def _is_for_vitest(word: str) -> bool:
    path = Path(word).resolve()
    return path.exists() and any(path.is_relative_to(folder) for folder in BROWSER_UNITS)


def _run(command: Command) -> int:
    environment = {**os.environ, **test_environment("part")}
    return subprocess.run(
        command.arguments, cwd=command.folder, env=environment, check=False
    ).returncode
