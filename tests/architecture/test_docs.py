import re

from django.core.management import get_commands

from bootstrap.command import HELP
from bootstrap.places import ROOT
from partnerships.permissions import COLUMNS, GUESTS, OBSERVERS, TABLE, Reach

COMMANDS = ROOT / "platform" / "bootstrap" / "command.py"
WORDS = {Reach.ALL: "yes", Reach.JOINED: "joined", Reach.OWN: "own", Reach.NONE: "no"}


def test_the_permissions_page_shows_the_table_that_the_code_reads():
    shown = (ROOT / "docs" / "permissions.md").read_text()

    lines = [
        f"| `{permission}` | {' | '.join(WORDS[reach] for reach in row)} |"
        for permission, row in TABLE.items()
    ]

    heads = " | ".join(str(role.value).replace("_", " ") for role in COLUMNS)
    assert f"| permission | {heads} |" in shown
    assert [line for line in shown.splitlines() if line.startswith("| `")] == lines


def test_the_permissions_page_lists_what_guests_and_observers_may():
    shown = (ROOT / "docs" / "permissions.md").read_text()

    listed = re.findall(r"^- `([\w.]+)`: (\w+)$", shown, re.MULTILINE)

    assert listed == [(name, WORDS[reach]) for name, reach in GUESTS.items()]
    line = next(line for line in shown.splitlines() if line.startswith("Whoever came only"))
    assert set(re.findall(r"`([\w.]+)`", line)) == OBSERVERS
    assert {*GUESTS, *OBSERVERS} <= set(TABLE)


def test_the_operating_page_names_every_setting_that_is_read_from_the_environment():
    described = (ROOT / "docs" / "operating.md").read_text()

    read = {
        name
        for module in (ROOT / "platform" / "config" / "settings").glob("*.py")
        for name in re.findall(r"""env(?:\.\w+)?\(\s*"(\w+)\"""", module.read_text())
    }

    assert read
    assert [name for name in sorted(read) if f"`{name}`" not in described] == []


def test_every_command_in_the_documents_exists():
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]

    named = {
        command for page in pages for command in re.findall(r"manage\.py (\w+)", page.read_text())
    }

    known = {*get_commands(), *re.findall(r"^  (\w+)", HELP, re.MULTILINE), "help"}
    assert sorted(named - known) == []


def test_every_picture_and_page_that_the_documents_point_to_exists():
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]

    missing = [
        (page.name, target)
        for page in pages
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text())
        if not (page.parent / target).exists()
    ]

    assert missing == []
