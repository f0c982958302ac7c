"""`manage.py start`: makes what is missing, then serves the app."""

import argparse
import subprocess
import time

from bootstrap.bundle import build_bundle
from bootstrap.checks import check_folders, check_port, check_system
from bootstrap.environment import django_environment
from bootstrap.packages import install_packages
from bootstrap.places import PYTHON, ROOT
from bootstrap.serve import Address, Service
from bootstrap.steps import run_step, say
from bootstrap.texts import compile_texts
from bootstrap.turns import our_turn

HIGHEST_PORT = 65535
ONE_AFTER_THE_OTHER = """
import sys
import django
from django.core.management import call_command
django.setup()
for command in sys.argv[1:]:
    call_command(command)
"""  # Django takes a second to begin, and this is what a second start waits for


def start(arguments: list[str]) -> int:
    """Set everything up and serve until Ctrl-C."""
    options = _options(arguments)
    began = time.monotonic()
    check_system()
    check_port(options.host, options.port)
    check_folders()
    with our_turn():
        say("Setting up Doorwerk")
        prepare(demonstration=not options.no_demo)
    check_port(options.host, options.port)
    address = Address(options.host, options.port)
    return Service(address).serve(lambda: _welcome(address, began))


def prepare(*, demonstration: bool) -> None:
    """Bring packages, bundle, texts, database and demonstration data up to date."""
    install_packages("run")
    build_bundle()
    compile_texts(django_environment())
    if demonstration:
        _django("Database and demonstration data", "migrate", "load_demonstration")
    else:
        _django("Database", "migrate")


def _django(title: str, *commands: str) -> None:
    run_step(title, [PYTHON, "-c", ONE_AFTER_THE_OTHER, *commands], env=django_environment())


def _demonstration_people() -> str:
    """Who one can sign in as; nothing when this installation has no demonstration people."""
    answer = subprocess.run(
        [PYTHON, "manage.py", "demonstration_people"],
        cwd=ROOT,
        env=django_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.stdout.rstrip() if answer.returncode == 0 else ""


def _welcome(address: Address, began: float) -> str:
    people = _demonstration_people()
    seconds = time.monotonic() - began
    lines = ["", f"Doorwerk is ready after {seconds:.0f} s:  {address.url}"]
    if people:
        lines += ["", "Sign in as one of these people, with one click on 'Sign in':", people]
    return "\n".join([*lines, "", "Ctrl-C stops it; the data stays."])


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("manage.py start", description=__doc__)
    parser.add_argument("--port", type=_port, default=8000, help="default: 8000")
    parser.add_argument("--host", default="127.0.0.1", help="default: this machine only")
    parser.add_argument("--no-demo", action="store_true", help="without demonstration data")
    return parser.parse_args(arguments)


def _port(text: str) -> int:
    port = int(text) if text.isascii() and text.isdigit() else 0
    if not 1 <= port <= HIGHEST_PORT:
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to {HIGHEST_PORT}")
    return port
