"""How long until everybody has it: from the writing of a note to its arrival in a full room.

Serves the app in a process of its own, on SQLite and the in-memory layer or with --servers on
PostgreSQL and Redis with the settings of production; fills a session with people; and times events at each of them, in turn with a
bare broadcast of frames as long to as many clients. Milliseconds are of this machine and this
hour; the ratios can be compared.
"""

import argparse
import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence

from bootstrap.children import start_child
from bootstrap.places import ROOT
from tests.servers import postgres, redis

SHARED = {
    "SECRET_KEY": "only for the benchmark, fifty characters, guards nothing",
    "API_RATE": "1000000/min",
    "NOTES_PER_MINUTE": "1000000",
    "NOTES_PER_SESSION": "1000000",
}
LOCAL = {"DJANGO_SETTINGS_MODULE": "config.settings.local", "DEMONSTRATION": "false"}
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "ALLOWED_HOSTS": "127.0.0.1",
    "TRUSTED_ORIGINS": "http://127.0.0.1",
    "EMAIL_URL": "consolemail://",
    "SSL_REDIRECT": "false",
}


def main(arguments: Sequence[str]) -> int:
    """Measure with what the arguments ask for."""
    options = _options(arguments)
    with _environment(with_servers=options.servers) as environment:
        module, numbers = "live", [options.events, options.rounds, *options.rooms]
        if options.board:
            module, numbers = "large_board", [options.board, options.rounds]
        if options.digest:
            module, numbers = "digest", [options.digest]
        if options.rows:
            module, numbers = "importing", [options.rows]
        if options.log:
            module, numbers = "large_log", [options.log, 40 * options.rounds]
        command = [sys.executable, "-m", "benchmarks.inside", module, *map(str, numbers)]
        return start_child(command, cwd=ROOT, env=environment).wait()


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="manage.py benchmark", description=__doc__)
    parser.add_argument("--rooms", type=int, nargs="+", default=[50, 200], help="listeners")
    parser.add_argument("--events", type=int, default=40, help="in each round")
    parser.add_argument("--rounds", type=int, default=3, help="of each contender, in turn")
    parser.add_argument(
        "--board", type=int, nargs="?", const=1000, help="time a board of so many notes instead"
    )
    parser.add_argument(
        "--import",
        dest="rows",
        type=int,
        nargs="?",
        const=5000,
        help="time a spreadsheet of so many actions instead",
    )
    parser.add_argument(
        "--log", type=int, nargs="?", const=10_000, help="time a log of so many actions instead"
    )
    parser.add_argument(
        "--digest", type=int, nargs="?", const=1000, help="time the daily mail of so many people"
    )
    parser.add_argument("--servers", action="store_true", help="use PostgreSQL and Redis")
    return parser.parse_args(arguments)


@contextlib.contextmanager
def _environment(*, with_servers: bool) -> Iterator[dict[str, str]]:
    ours = {key: value for key, value in os.environ.items() if not key.endswith("_URL")}
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="doorwerk-benchmark-"))
        settings = LOCAL
        if with_servers:
            servers = {
                "DATABASE_URL": stack.enter_context(postgres()),
                "REDIS_URL": stack.enter_context(redis()),
            }
            settings = PRODUCTION | servers
        yield ours | SHARED | settings | {"DOORWERK_DATA": folder}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
