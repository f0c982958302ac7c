from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from actions.models.action import ActionItem
from actions.models.imports import ActionImport
from tests.actions.sheeting import HEADER, ROWS, workbook


@pytest.fixture
def file(tmp_path, cem, ada, bo, otto):
    path = tmp_path / "acties.xlsx"
    path.write_bytes(workbook(["Actielijst"], HEADER, *ROWS, [4, "Folder", "Zoë", "2030-04-01"]))
    return path


def run(file, cem, *options: str) -> str:
    out = StringIO()
    who = f"--as={cem.person.email}", f"--partnership={cem.partnership.slug}"
    call_command("import_actions", str(file), *who, *options, stdout=out)
    return out.getvalue()


def test_it_shows_what_it_does_and_reports_row_by_row(file, cem):
    said = run(file, cem)

    assert "acties.xlsx: 4 rows" in said
    assert "  owner: Wie" in said
    assert "  row    3  2030-03-03  Losse kleden weghalen" in said
    assert "To add: 3. There already: 0. Skipped: 1." in said
    assert said.endswith(
        "  row    6  skipped: Nobody here is called “Zoë”.\n"
        "Added: 3. There already: 0. Skipped: 1.\n"
    )
    assert ActionItem.objects.count() == 3


def test_a_dry_run_leaves_nothing_behind(file, cem):
    assert "To add: 3." in run(file, cem, "--dry-run")
    assert (ActionItem.objects.count(), ActionImport.objects.count()) == (0, 0)


def test_how_it_is_read_can_be_said(file, cem, bo):
    said = run(
        file, cem, "--header=2", "--title=Actie", "--owner=wie", f"--other-owner={bo.person.email}"
    )

    assert "Added: 4. There already: 0. Skipped: 0." in said
    assert ActionItem.objects.get(title="Folder").owner == bo


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--owner=Nobody"], "The file has no column “Nobody”"),
        (["--other-owner=eve@example.org"], "eve@example.org is not a member"),
        (["--as=eve@example.org"], "eve@example.org is not a member of a partnership called"),
        (["--as=ada@example.org"], "Only a programme manager can import actions."),
    ],
)
def test_what_does_not_fit_is_said(file, cem, eve, options, sentence):
    with pytest.raises(CommandError, match=sentence):
        run(file, cem, *options)
