"""Makes ready for a command of Django's, in the project's own environment when there is one."""

import importlib.util
import os
import sys
from pathlib import Path

from bootstrap.places import PYTHON, ROOT, VENV
from bootstrap.sentences import CannotGoOnError

SETTINGS = "config.settings.local"


def prepare_for_django(argv: list[str]) -> None:
    """Change to the Python that has Django, and choose the settings."""
    if PYTHON.exists() and Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(PYTHON, [str(PYTHON), *argv])
    if importlib.util.find_spec("django") is None:
        raise CannotGoOnError(
            "Nothing is installed yet; run 'python3 manage.py start' first, it does that."
        )
    sys.path.insert(1, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
