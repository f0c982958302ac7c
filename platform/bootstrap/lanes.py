"""What `manage.py test` runs, side by side where nothing is shared."""

import os
from dataclasses import dataclass
from pathlib import Path

from bootstrap.bundle import npm, with_node
from bootstrap.places import CACHE, FRONTEND, PYTHON, ROOT, VENV

SETTINGS = "config.settings.test"
OUTSIDE = ("DATABASE_URL", "REDIS_URL")  # a developer's own servers are for the real lanes only


@dataclass(frozen=True)
class Command:
    """One program of a lane."""

    arguments: tuple[str | Path, ...]
    folder: Path = ROOT


@dataclass(frozen=True)
class Lane:
    """Programs that run one after the other, all of them even after one has failed."""

    name: str
    commands: tuple[Command, ...]
    on_real_servers: bool = False

    def environment(self) -> dict[str, str]:
        """The variables of its programs; each lane keeps its files to itself."""
        ours = {key: value for key, value in os.environ.items() if key not in OUTSIDE}
        if self.on_real_servers:
            ours = dict(os.environ)
        return {**ours, **test_environment(self.name.lower().replace(" ", "-"))}


def test_environment(name: str) -> dict[str, str]:
    """What every program of the tests finds in its environment."""
    return {
        **with_node(),
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "DOORWERK_DATA": str(CACHE / "tests" / name),
        "PYTHONUNBUFFERED": "1",
    }


def all_lanes() -> tuple[Lane, ...]:
    """Every lane; the one that can use two cores comes last, and fills what the others leave.

    The short ones come before: when the last begin, the bytecode of our packages is there.
    """
    shared = ("-p", "no:cacheprovider")  # two lanes at once would write into one cache
    # Tables are made by migrations on PostgreSQL, and on SQLite where `start` is tried; elsewhere at once.
    quickly = ("--no-migrations", *shared)
    journeys = "tests/journeys"
    others = f"--ignore={journeys}"
    # Two share the files, in their own order: files of a few long tests would be the last otherwise.
    by_two = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
    real = (PYTHON, "-m", "tests.servers")
    return (
        Lane(
            "PostgreSQL and Redis",
            (_command(*real, *pytest(others, "-m", "not once", *shared)),),
            on_real_servers=True,
        ),
        Lane(
            "Journeys in Chromium",
            (
                _command(PYTHON, "-m", "tests.browser"),
                _command(*real, *pytest(journeys, *quickly)),
            ),
            on_real_servers=True,
        ),
        Lane("Browser units", (vitest(),)),
        Lane("Wheel", (_command(PYTHON, "-m", "bootstrap.wheel"),)),
        Lane("Checks", (*_python_checks(), *_browser_checks())),
        Lane("SQLite", (_command(*pytest(others, *quickly, *by_two)),)),
    )


def pytest(*arguments: str) -> tuple[str | Path, ...]:
    """The command that runs pytest."""
    return (PYTHON, "-m", "pytest", *arguments)


def vitest(*arguments: str) -> Command:
    """The command that runs the browser's unit tests."""
    return Command(tuple(npm("run", "--silent", "test", "--", *arguments)), FRONTEND)


def _python_checks() -> tuple[Command, ...]:
    manage = (PYTHON, "manage.py")
    return (
        _command(VENV / "bin" / "ruff", "check"),
        _command(VENV / "bin" / "ruff", "format", "--check"),
        _command(VENV / "bin" / "lint-imports", "--no-cache"),
        _command(*manage, "makemigrations", "--check", "--dry-run"),
        _command(*manage, "messages", "--check"),
        _command(*manage, "export_types", "--check"),
        _command(VENV / "bin" / "mypy"),
    )


def _browser_checks() -> tuple[Command, ...]:
    return (
        Command((VENV / "bin" / "oxlint", "--deny-warnings", "src"), FRONTEND),
        Command(tuple(npm("run", "--silent", "format")), FRONTEND),
        Command(tuple(npm("run", "--silent", "typecheck")), FRONTEND),
    )


def _command(*arguments: str | Path) -> Command:
    return Command(arguments)
