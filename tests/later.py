"""The app and its worker on another day: their clock is as many days ahead as a file says.

    DAYS_LATER=FILE python -m daphne tests.later:application
    DAYS_LATER=FILE python -m tests.later work --once     at each line that it reads; answers each

Only these processes live ahead. What they ask is the one clock of the app, as always.
"""

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import time
from typing import Any
from unittest.mock import patch

from django.core.management import execute_from_command_line
from django.utils.module_loading import import_string


def live_ahead() -> None:
    """Move the clock of this process, from now on and each time that the file changes."""
    days = Path(os.environ["DAYS_LATER"])

    def now() -> datetime:
        return datetime.fromtimestamp(time(), UTC) + timedelta(days=int(days.read_text()))

    # The app's clock reads this one, and so do the libraries under it.
    patch("django.utils.timezone.now", now).start()


def __getattr__(name: str) -> Any:
    if name != "application":
        raise AttributeError(name)
    live_ahead()
    # It begins to work when it is imported, so not before the clock has moved.
    return import_string("config.asgi.application")


if __name__ == "__main__":
    live_ahead()
    for _ in sys.stdin:
        execute_from_command_line(["manage.py", *sys.argv[1:]])
        sys.stdout.write("done\n")  # to whoever wrote the line
        sys.stdout.flush()
