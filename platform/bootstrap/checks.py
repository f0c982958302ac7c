"""What must be true before the long work begins, each with a sentence for when it is not."""

import errno
import getpass
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from bootstrap.places import CACHE, FRONTEND, PYTHON, ROOT, VENV, data_folder
from bootstrap.sentences import CannotGoOnError

GIGABYTE = 10**9


def check_system() -> None:
    """Refuse what nobody has tried."""
    if os.name != "posix":
        raise CannotGoOnError(
            "Doorwerk runs on Linux and macOS; on Windows, run the same command inside WSL."
        )


def check_folders() -> None:
    """Refuse to begin where nothing can be written."""
    wanted = (ROOT, FRONTEND, VENV, CACHE, data_folder())
    for folder in (path for path in wanted if path.exists()):
        _write_into(folder)
    _create(data_folder())


def _create(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotGoOnError(
            f"The folder {folder} cannot be made ({error.strerror}); "
            "set DOORWERK_DATA to a folder of yours and run the command again."
        ) from error


def _write_into(folder: Path) -> None:
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise CannotGoOnError(
                f"The disk that holds {folder} is full; free some space and run the command again."
            ) from error
        raise CannotGoOnError(
            f"The folder {folder} is read-only for the user {_user()}; "
            "make it yours, or copy the project to a folder of yours, and run the command there."
        ) from error


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in some containers
        return str(os.getuid())


def check_disk(needed: float) -> None:
    """Refuse to begin an installation that cannot end well; needed is in gigabytes."""
    free = shutil.disk_usage(ROOT).free / GIGABYTE
    if free < needed:
        raise CannotGoOnError(
            f"Installing needs about {needed:.1f} GB on the disk that holds {ROOT} "
            f"and only {free:.1f} GB is free; free some space and run the command again."
        )


def check_venv_module() -> None:
    """Debian splits venv off Python, and says so only in the middle of the work."""
    if PYTHON.exists():
        return
    found = subprocess.run(
        [sys.executable, "-c", "import venv, ensurepip"], capture_output=True, check=False
    )
    if found.returncode:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise CannotGoOnError(
            "This Python lacks its venv module; on Debian or Ubuntu run "
            f"'apt-get install python{version}-venv' as root, then run the command again."
        )


def check_port(host: str, port: int) -> None:
    """Refuse a port that cannot be had, and name one that can."""
    try:
        _bind(host, port)
    except socket.gaierror as error:
        raise CannotGoOnError(
            f"{host} is not an address of this machine; leave --host out to use 127.0.0.1."
        ) from error
    except PermissionError as error:
        raise CannotGoOnError(
            f"Port {port} is only for root; choose one above 1023, such as --port 8000."
        ) from error
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise CannotGoOnError(
                f"{host} cannot be used ({error.strerror}); leave --host out to use 127.0.0.1."
            ) from error
        raise CannotGoOnError(
            f"Port {port} is already in use, perhaps by another Doorwerk; stop that program, "
            f"or choose another port: python3 manage.py start --port {_free_port(host, port)}"
        ) from error


def _bind(host: str, port: int) -> None:
    family, kind, protocol, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    with socket.socket(family, kind, protocol) as attempt:
        # As the server does it: a port whose last owner has just gone is free.
        attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        attempt.bind(address)
        attempt.listen(1)


def _free_port(host: str, taken: int) -> int:
    for port in range(taken + 1, min(taken + 50, 65536)):
        try:
            _bind(host, port)
        except OSError:
            continue
        return port
    return 0
