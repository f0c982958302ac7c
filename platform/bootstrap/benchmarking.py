"""`manage.py benchmark`: makes what the benchmark needs, then runs it."""

import subprocess

from bootstrap.checks import check_folders, check_system
from bootstrap.packages import install_packages
from bootstrap.places import PYTHON, ROOT
from bootstrap.steps import say
from bootstrap.turns import our_turn


def benchmark(arguments: list[str]) -> int:
    """Run the benchmark; it compares with a library that only the tests need otherwise."""
    check_system()
    check_folders()
    with our_turn():
        say("Setting up the benchmark")
        install_packages("test")
    command = [str(PYTHON), "-m", "benchmarks", *arguments]
    return subprocess.run(command, cwd=ROOT, check=False).returncode
