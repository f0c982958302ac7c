"""Writes the locks anew from pyproject.toml: versions and hashes, no addresses.

`python3 manage.py lock` keeps every version that still fits; `--upgrade` takes the newest ones.
"""

from bootstrap.packages import install_packages
from bootstrap.places import PYTHON, REQUIREMENTS
from bootstrap.steps import run_step

OPTIONS = ("--universal", "--python-version=3.11", "--generate-hashes", "--no-header")


def write_locks(arguments: list[str]) -> int:
    """Write test.txt, then run.txt with the same versions."""
    install_packages("run")
    _compile("test", *arguments)
    _compile("run", *arguments, f"--constraint={REQUIREMENTS / 'test.txt'}")
    return 0


def _compile(which: str, *more: str) -> None:
    groups = {"run": "build", "test": "test"}
    run_step(
        f"Lock to {which}",
        [
            *(PYTHON, "-m", "uv", "pip", "compile", "--quiet", *OPTIONS, "--no-annotate"),
            *("pyproject.toml", "--group", groups[which], *more),
            *("--output-file", REQUIREMENTS / f"{which}.txt"),
        ],
        fetches=True,
    )
