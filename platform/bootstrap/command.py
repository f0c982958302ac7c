"""The command line: start, test, benchmark and lock are the set-up's own, everything else is Django's."""

import os
import sys
from collections.abc import Callable
from pkgutil import resolve_name

from bootstrap.environment import keep_bytecode
from bootstrap.sentences import CannotGoOnError

HELP = """Doorwerk's own commands:

  start [--port N] [--host ADDRESS] [--no-demo]   make what is missing, then serve the app
  test [PATH ...]                                 check and test everything, or only a part
  benchmark [--servers]                           time how soon everybody has a change
  lock [--upgrade]                                write platform/requirements anew

Every other command is Django's; 'manage.py help' lists them.
"""
# By name: some need what not every system has (fcntl), and nobody waits for what she did not ask for.
OWN = {
    "start": "bootstrap.start:start",
    "test": "bootstrap.testing:test",
    "benchmark": "bootstrap.benchmarking:benchmark",
    "lock": "bootstrap.locks:write_locks",
}


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
    if not name:
        print(HELP)
        return 0
    if name in OWN:
        keep_bytecode(os.environ)
        status: int = resolve_name(OWN[name])(arguments)
        return status
    resolve_name("bootstrap.django_commands:prepare_for_django")(argv)
    django(argv)
    return 0
