"""Guards what no linter sees: the tree, the locks, and how long files and functions may get."""

import ast
import json
import platform
import re
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

from bootstrap.places import CHROMIUM, FRONTEND, REQUIREMENTS, ROOT

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
SOURCES = (
    "platform",
    "reflections",
    "actions",
    "realtime",
    "frontend",
    "tests",
    "benchmarks",
)
ENDINGS = {".py", ".ts", ".tsx", ".css", ".html"}
GENERATED = ("migrations", "node_modules", "dist", "__pycache__")
SAYS_NOTHING = {"utils.py", "helpers.py", "common.py", "misc.py"}


def _sources() -> Iterator[Path]:
    for path in (path for folder in SOURCES for path in (ROOT / folder).rglob("*")):
        generated = any(part in GENERATED for part in path.parts)
        if path.suffix in ENDINGS and not generated:
            yield path


def _pins(which: str) -> set[str]:
    text = (REQUIREMENTS / f"{which}.txt").read_text()
    return set(re.findall(r"^[\w.\[\],-]+==[^ ;\\]+", text, re.MULTILINE))


def _functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_platform_is_still_the_standard_library():
    assert Path(platform.__file__).parent == Path(sysconfig.get_path("stdlib"))


def test_the_platform_folder_is_a_source_root_and_not_a_package():
    assert list((ROOT / "platform").glob("*.py")) == []


def test_no_test_lives_among_the_sources():
    found = [path for path in _sources() if re.match(r"(test_|conftest)", path.name)]

    assert {path.relative_to(ROOT).parts[0] for path in found} == {"tests"}


def test_every_folder_of_tests_is_a_package():
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}

    assert [path for path in folders if not (path / "__init__.py").exists()] == []


@pytest.mark.parametrize("which", ["run", "test"])
def test_the_python_locks_have_hashes_and_no_addresses(which: str):
    text = (REQUIREMENTS / f"{which}.txt").read_text()
    requirements = re.findall(r"^[^ #-].*\n(?: +--hash=.*\n)*", text, re.MULTILINE)

    assert len(requirements) > 40
    assert [one for one in requirements if "--hash=sha256:" not in one] == []
    assert re.findall(r"\S*://\S*|^ *-.*-url.*|@ *file:.*", text, re.MULTILINE) == []


def test_what_runs_is_what_was_tested():
    assert _pins("run") - _pins("test") == set()


@pytest.mark.parametrize("folder", [FRONTEND, CHROMIUM], ids=lambda folder: folder.name)
def test_the_browser_locks_have_hashes_and_no_addresses(folder: Path):
    packages = json.loads((folder / "package-lock.json").read_text())["packages"]
    installed = {name: package for name, package in packages.items() if name}

    assert len(installed) > 10
    assert [name for name, package in installed.items() if "integrity" not in package] == []
    assert [name for name, package in installed.items() if "resolved" in package] == []


def test_no_source_file_is_too_long_to_read():
    lengths = {path.relative_to(ROOT): len(path.read_text().splitlines()) for path in _sources()}

    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_too_long_to_read():
    too_long = [
        f"{path.relative_to(ROOT)}: {function.name}"
        for path in _sources()
        if path.suffix == ".py"
        for function in _functions(path)
        if (function.end_lineno or 0) - function.lineno >= LONGEST_FUNCTION
    ]

    assert too_long == []


def test_every_module_has_a_name_that_says_something():
    assert [path for path in _sources() if path.name in SAYS_NOTHING] == []
