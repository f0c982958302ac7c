"""The app and its worker on another day: their clock is as many days ahead as a file says.

    DAYS_LATER=FILE python -m daphne tests.later:application
    DAYS_LATER=FILE python -m tests.later work --once     at each line that it reads; answers each

Only these processes live ahead. What they ask is the one clock of the app, as always.
"""

import os
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.core.management import execute_from_command_line
from django.utils import timezone
from django.utils.module_loading import import_string


def live_ahead() -> None:
    """Move the clock of this process, from now on and each time that the file changes."""
    days = Path(os.environ["DAYS_LATER"])
    real = timezone.now  # noqa: TID251 -- the app's clock reads this one

    def now() -> datetime:
        return real() + timedelta(days=int(days.read_text()))

    timezone.now = now  # noqa: TID251 -- moved for all that reads it


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
        print("done", flush=True)  # noqa: T201 -- whoever waits for it reads this
