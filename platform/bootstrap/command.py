"""The command line: start, test, benchmark and lock are the set-up's own, everything else is Django's."""

import sys
from collections.abc import Callable

from bootstrap.sentences import CannotGoOnError

HELP = """Doorwerk's own commands:

  start [--port N] [--host ADDRESS] [--no-demo]   make what is missing, then serve the app
  test [PATH ...]                                 check and test everything, or only a part
  benchmark [--servers]                           time how soon everybody has a change
  lock [--upgrade]                                write platform/requirements anew

Every other command is Django's; 'manage.py help' lists them.
"""


def run(argv: list[str], django: Callable[[list[str]], None]) -> int:
    """Run one command; what a person must know comes as one sentence, never as a traceback."""
    try:
        return _dispatch(argv, django)
    except CannotGoOnError as problem:
        print(f"\n{problem}", file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        print("\nStopped; the next run goes on from here.", file=sys.stderr, flush=True)
        return 130


def _dispatch(argv: list[str], django: Callable[[list[str]], None]) -> int:
    name, arguments = (argv[1], argv[2:]) if len(argv) > 1 else ("", [])
    match name:
        case "start":
            from bootstrap.start import start  # noqa: PLC0415 - needs fcntl, not on every system

            return start(arguments)
        case "test":
            from bootstrap.testing import test  # noqa: PLC0415

            return test(arguments)
        case "benchmark":
            from bootstrap.benchmarking import benchmark  # noqa: PLC0415

            return benchmark(arguments)
        case "lock":
            from bootstrap.locks import write_locks  # noqa: PLC0415

            return write_locks(arguments)
        case "":
            print(HELP)
            return 0
    from bootstrap.django_commands import prepare_for_django  # noqa: PLC0415

    prepare_for_django(argv)
    django(argv)
    return 0
