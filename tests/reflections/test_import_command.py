from io import StringIO
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command

from reflections.models.note import Note, NoteImport
from tests import cast

STATEMENTS = Path(__file__).parents[1] / "data" / "bowling-green-comments.csv"
SOURCE = "Improving Bowling Green / Warren County, The Computational Democracy Project, CC BY 4.0"


def said(path: Path, session, *options: str, email: str = "ada@example.org") -> list[str]:
    out = StringIO()
    call_command(
        "import_notes", str(path), "--session", str(session.pk), "--as", email, *options, stdout=out
    )
    return out.getvalue().splitlines()


@pytest.fixture
def session(ada):
    return cast.collecting(ada)


@pytest.fixture
def small(tmp_path) -> Path:
    path = tmp_path / "notes.csv"
    path.write_text("id,text,who\n1,Loose rugs,a\n2,,b\n3,No rails,c\n")
    return path


def test_statements_of_a_real_town_become_notes(session):
    lines = said(STATEMENTS, session, "--into", "now what?", "--attribution", SOURCE)

    session.refresh_from_db()
    now_what = session.columns.get(title="Now what?")
    smile = Note.objects.get(session=session, text="😊")
    assert lines[:3] == [
        "bowling-green-comments.csv: 60 rows",
        "Text: comment-body. Name of the row: comment-id.",
        "",
    ]
    assert lines[-2:] == [
        "To add: 60. There already: 0. Skipped: 0.",
        "Added: 60. There already: 0. Skipped: 0.",
    ]
    assert now_what.notes.filter(author=None, revealed_at=None).count() == 60
    assert (smile.source_reference, session.attribution) == ("559", SOURCE)


def test_the_same_file_twice_adds_nothing(session):
    said(STATEMENTS, session)
    lines = said(STATEMENTS, session)

    assert lines[-1] == "Added: 0. There already: 60. Skipped: 0."
    assert session.notes.count() == 60


def test_it_reports_row_by_row(session, small):
    lines = said(small, session, "--text", "TEXT", "--reference", "id")

    assert lines[3:] == [
        "  row    2  1  Loose rugs",
        "  row    3  There is no text in this row.",
        "  row    4  3  No rails",
        "",
        "To add: 2. There already: 0. Skipped: 1.",
        "  row    3  skipped: There is no text in this row.",
        "Added: 2. There already: 0. Skipped: 1.",
    ]


def test_a_dry_run_changes_nothing(session, small):
    lines = said(small, session, "--dry-run", "--attribution", SOURCE)

    session.refresh_from_db()
    assert lines[-1] == "To add: 2. There already: 0. Skipped: 1."
    assert (session.notes.count(), NoteImport.objects.count(), session.attribution) == (0, 0, "")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--text", "comment"], "The file has no column “comment”. It has: id, text, who."),
        (["--reference", "nr"], "The file has no column “nr”. It has: id, text, who."),
        (
            ["--into", "Later"],
            "The board has no column “Later”. It has: What?, So what?, Now what?",
        ),
        (["--text", "id", "--reference", "id"], "The text itself cannot be the name of the row."),
    ],
)
def test_a_column_that_is_not_there_is_named(session, small, options, sentence):
    with pytest.raises(CommandError) as refused:
        said(small, session, *options)

    assert str(refused.value).startswith(sentence)
    assert NoteImport.objects.count() == 0


def test_two_columns_of_one_name_cannot_be_told_apart(session, tmp_path):
    path = tmp_path / "notes.csv"
    path.write_text("text,text\na,b\n")

    with pytest.raises(CommandError, match="more than one column “text”"):
        said(path, session, "--text", "text")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This file is empty."),
        ("id,text\n1,Zoé\n".encode("latin-1"), "save it as “CSV UTF-8”"),
        (b"x" * (10 * 1024 * 1024), "larger than 5 MB"),
        (b"id,text\n1,\n2, \n", "No row could be imported."),
    ],
    ids=["empty", "latin-1", "10 MB", "nothing in it"],
)
def test_it_fails_when_nothing_could_be_read(session, tmp_path, content, sentence):
    path = tmp_path / "notes.csv"
    path.write_bytes(content)

    with pytest.raises(CommandError, match=sentence):
        said(path, session, "--text", "text")

    assert session.notes.count() == 0


def test_a_file_that_is_not_there_is_named(session, tmp_path):
    with pytest.raises(CommandError, match=r"none\.csv cannot be read: No such file"):
        said(tmp_path / "none.csv", session)


def test_only_those_who_run_the_session_import(session, small, bo):
    with pytest.raises(CommandError, match="Only the facilitator or a programme manager"):
        said(small, session, email="bo@example.org")


@pytest.mark.parametrize("email", ["mira@example.org", "nobody@example.org"])
def test_a_stranger_is_told_no_more_than_that(session, small, mira, email):
    with pytest.raises(CommandError, match=f"^{email} is not a member of a partnership with"):
        said(small, session, email=email)


def test_a_session_that_is_not_there_is_told_the_same(session, small):
    session.pk = uuid4()

    with pytest.raises(CommandError, match="is not a member of a partnership with session"):
        said(small, session)
