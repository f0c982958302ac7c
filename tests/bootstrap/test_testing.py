"""A part of the tests is run by the tool that it is written for, from wherever one stands."""

import pytest

import bootstrap.testing
from bootstrap.lanes import Command, vitest
from bootstrap.lanes import pytest as pytest_command
from bootstrap.places import FRONTEND, ROOT


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[Command]:
    """What would have been run, as if all of it had passed, and without setting anything up."""
    ran = list[Command]()
    monkeypatch.setattr(bootstrap.testing, "_set_up", lambda: None)
    monkeypatch.setattr(bootstrap.testing, "_run", lambda command: ran.append(command) or 0)
    return ran


def test_a_python_test_goes_to_pytest_with_its_options(commands: list[Command]):
    bootstrap.testing.test(["tests/bootstrap/test_testing.py::test_one", "-k", "one"])

    wanted = pytest_command("tests/bootstrap/test_testing.py::test_one", "-k", "one")
    assert commands == [Command(wanted)]


def test_a_browser_unit_goes_to_vitest(commands: list[Command]):
    bootstrap.testing.test(["tests/frontend/sync"])

    assert commands == [vitest("tests/frontend/sync")]


def test_the_whole_front_end_names_no_file(commands: list[Command]):
    bootstrap.testing.test(["frontend"])

    assert commands == [vitest()]


def test_a_path_counts_from_where_one_stands(
    commands: list[Command], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(FRONTEND)

    bootstrap.testing.test(["../tests/kernel", str(ROOT / "tests" / "web")])

    assert commands == [Command(pytest_command("tests/kernel", "tests/web"))]
