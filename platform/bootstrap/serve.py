"""Serves the app through daphne with the worker beside it, until somebody stops it."""

import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address
from types import FrameType
from typing import NamedTuple

from bootstrap.children import start_child, stop_children
from bootstrap.environment import django_environment
from bootstrap.places import PYTHON, ROOT
from bootstrap.sentences import CannotGoOnError
from bootstrap.steps import say

# What stands for all addresses of this machine, of which nobody can type one.
EVERYWHERE = {"", str(IPv4Address(0)), str(IPv6Address(0))}
PATIENCE = 60.0  # seconds until the server must have answered once
FAREWELL = 5.0  # seconds that open sockets and a running job get at the end
LONGEST_PAUSE = 30.0  # seconds between two attempts to start a worker that keeps dying


class Address(NamedTuple):
    """Where the app is served."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """What to type into a browser on this machine."""
        host = "127.0.0.1" if self.host in EVERYWHERE else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"


class Service:
    """The server and its worker, watched as long as they run."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self.stopping = threading.Event()
        self.server = self._start_server()
        self.worker = self._start_worker()
        self.pause = 1.0

    def serve(self, welcome: Callable[[], str]) -> int:
        """Run until a signal comes or the server ends; the welcome is said when it answers."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._stop)
        try:
            text = welcome()  # takes a second or two, as the server does to begin
            self._wait_for_answer()
            if not self.stopping.is_set():
                say(text)
            return self._watch()
        finally:
            stop_children([self.server, self.worker], FAREWELL)

    def _start_server(self) -> subprocess.Popen[bytes]:
        place = ("--bind", self.address.host, "--port", str(self.address.port))
        quiet = ("--verbosity", "0", "--no-server-name")
        command = (PYTHON, "-m", "daphne", *place, *quiet, "config.asgi:application")
        return start_child(command, cwd=ROOT, env=self._environment())

    def _start_worker(self) -> subprocess.Popen[bytes]:
        self.worker_began = time.monotonic()
        command = (PYTHON, "manage.py", "work")
        return start_child(command, cwd=ROOT, env=self._environment())

    def _environment(self) -> dict[str, str]:
        # What links in mail begin with, unless somebody chose otherwise.
        return {"SITE_URL": self.address.url, **django_environment()}

    def _stop(self, number: int, frame: FrameType | None) -> None:
        if self.stopping.is_set():  # asked twice: at once, then
            self.server.kill()
            self.worker.kill()
        else:
            say("\nStopping …")
        self.stopping.set()

    def _wait_for_answer(self) -> None:
        began = time.monotonic()
        while not self.stopping.is_set() and not answers(self.address.url):
            if self.server.poll() is not None:
                raise CannotGoOnError("The server ended before it answered; what it said is above.")
            if time.monotonic() - began > PATIENCE:
                raise CannotGoOnError(
                    f"The server has not answered for {PATIENCE:.0f} s; "
                    "see whether the machine is very busy and run the command again."
                )
            self.stopping.wait(0.1)

    def _watch(self) -> int:
        while not self.stopping.wait(0.5):
            if self.server.poll() is not None:
                raise CannotGoOnError(
                    f"The server ended by itself (status {self.server.returncode}); "
                    "what it said is above; run the command again."
                )
            if self.worker.poll() is not None:
                self._revive_worker()
        return 0

    def _revive_worker(self) -> None:
        lived = time.monotonic() - self.worker_began
        self.pause = 1.0 if lived > LONGEST_PAUSE else min(self.pause * 2, LONGEST_PAUSE)
        say(f"The worker ended; starting it again in {self.pause:.0f} s.")
        if not self.stopping.wait(self.pause):
            self.worker = self._start_worker()


def answers(url: str, seconds: float = 5) -> bool:
    """Whether a server of this machine gives any answer; proxies are for other machines."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        direct.open(url, timeout=seconds).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True
