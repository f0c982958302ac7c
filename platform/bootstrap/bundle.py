"""Builds what the browser loads, when its sources have changed."""

import os
from collections.abc import Iterator
from pathlib import Path

from bootstrap.packages import node_package
from bootstrap.places import BUNDLE, CACHE, FRONTEND, STAMPS
from bootstrap.stamps import digest, is_current, leave
from bootstrap.steps import run_step

MANIFEST = BUNDLE / "manifest.json"


def build_bundle() -> None:
    """Install the browser's packages and build the bundle, each only if need be."""
    install_from_npm(FRONTEND, "Browser packages")
    wanted = digest(_sources())
    if MANIFEST.exists() and is_current(STAMPS / "bundle", wanted):
        return
    (STAMPS / "bundle").unlink(missing_ok=True)
    run_step("Browser bundle", npm("run", "build"), cwd=FRONTEND, env=with_node())
    leave(STAMPS / "bundle", wanted)


def install_from_npm(folder: Path, title: str) -> None:
    """Make node_modules hold what the package-lock beside it says."""
    stamp = folder / "node_modules" / ".doorwerk-stamp"  # npm ci deletes it before it begins
    wanted = digest([folder / "package.json", folder / "package-lock.json"])
    if is_current(stamp, wanted):
        return
    command = npm("ci", "--ignore-scripts", "--no-audit", "--no-fund")
    run_step(title, command, cwd=folder, env=with_node(), fetches=True)
    leave(stamp, wanted)


def npm(*arguments: str) -> list[str | Path]:
    """The command that runs npm by its own file: the wheel's short cut to it does not work."""
    package = node_package()
    program = package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [package / "bin" / "node", program, *arguments]


def with_node() -> dict[str, str]:
    """What npm's children need in their environment to find Node."""
    folder = node_package() / "bin"
    environment = {"PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}
    home = Path(os.environ.get("HOME", "/"))
    if not os.access(home, os.W_OK):
        environment["npm_config_cache"] = str(CACHE / "npm")
    return environment


def _sources() -> Iterator[Path]:
    yield from (path for path in FRONTEND.glob("*.json"))
    yield from (path for path in FRONTEND.glob("*.ts"))
    yield from (path for path in (FRONTEND / "src").rglob("*") if path.is_file())
