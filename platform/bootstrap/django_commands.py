"""Runs Django's command line, in the project's own environment when there is one."""

import importlib.util
import os
import sys
from pathlib import Path

from bootstrap.places import PYTHON, ROOT, VENV
from bootstrap.sentences import CannotGoOnError

SETTINGS = "config.settings.local"


def run_django(argv: list[str]) -> int:
    """Hand the command to Django, after changing to the Python that has it."""
    if PYTHON.exists() and Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(PYTHON, [str(PYTHON), *argv])
    if importlib.util.find_spec("django") is None:
        raise CannotGoOnError(
            "Nothing is installed yet; run 'python3 manage.py start' first, it does that."
        )
    sys.path.insert(1, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - not before

    execute_from_command_line(argv)
    return 0
