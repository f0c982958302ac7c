#!/usr/bin/env python3
"""Set up and start Doorwerk, test it, or run a Django command; needs nothing but Python."""

import sys
from pathlib import Path

OLDEST = (3, 11)
if sys.version_info < OLDEST:
    sys.exit(
        # Put together so that an older Python can read it: it knows no f-strings.
        "Doorwerk needs Python 3.11 or newer and this is Python " + sys.version.split()[0] + "; "
        "run it with a newer one, such as: python3.11 manage.py start"
    )


def run_django(argv: list[str]) -> None:
    """Hand a command to Django, once the set-up has found it."""
    from django.core.management import execute_from_command_line

    execute_from_command_line(argv)


if __name__ == "__main__":
    sys.path.insert(1, str(Path(__file__).resolve().parent / "platform"))
    from bootstrap.command import run

    sys.exit(run(sys.argv, run_django))
