from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from actions.services.closing import close_session
from reflections.models.note import ImportState, NoteImport
from reflections.services.imports import stop_import
from tests import cast

DATA = Path(__file__).parents[1] / "data"
SMALL = b"id,text\n1,Loose rugs\n2,\n3,No <b>rails</b>\n"


@pytest.fixture
def session(ada):
    return cast.collecting(ada)


@pytest.fixture
def browser(client, ada):
    client.force_login(ada.person)
    return client


def address(name: str, session, note_import: NoteImport | None = None) -> str:
    return reverse(
        name,
        args=[session.partnership.slug, session.pk, *([note_import.pk] if note_import else [])],
    )


def sent(browser, session, content: bytes = SMALL, name: str = "notes.csv"):
    file = SimpleUploadedFile(name, content, content_type="text/csv")
    return browser.post(address("import_upload", session), {"file": file})


def uploaded(browser, session, content: bytes = SMALL) -> NoteImport:
    assert sent(browser, session, content).status_code == 302
    return NoteImport.objects.get(state=ImportState.PREPARING)


def columns_of(note_import: NoteImport, **other: str) -> dict[str, str]:
    mapping = note_import.mapping
    reference = "" if mapping["reference"] is None else str(mapping["reference"])
    return {
        "text": str(mapping["text"]),
        "reference": reference,
        "column_id": mapping["column_id"],
        "attribution": note_import.attribution,
    } | other


def test_the_way_from_a_file_to_notes(browser, session):
    content = (DATA / "bowling-green-comments.csv").read_bytes()
    first = sent(browser, session, content)
    made = NoteImport.objects.get()
    page = browser.get(first.url).content.decode()

    chosen = browser.post(first.url, columns_of(made, attribution="Those who sent it, CC BY 4.0"))
    made.refresh_from_db()
    started = browser.post(chosen.url, columns_of(made, start=""))
    report = browser.get(started.url).content.decode()

    session.refresh_from_db()
    assert first.url == address("import_columns", session, made)
    assert "notes.csv: 60 rows" in page
    assert "Add 60 notes" in page
    assert page.count('<th scope="row">') == 10
    assert started.url == address("import", session, made)
    assert "The import is done." in report
    assert "60 notes added" in report
    assert "Those who sent it, CC BY 4.0" in report
    assert session.notes.filter(revealed_at=None, author=None).count() == 60
    assert session.attribution == "Those who sent it, CC BY 4.0"


def test_what_would_be_skipped_is_said_before_and_after(browser, session):
    made = uploaded(browser, session)
    before = browser.get(address("import_columns", session, made)).content.decode()
    browser.post(address("import_columns", session, made), columns_of(made, start=""))
    after = browser.get(address("import", session, made)).content.decode()

    assert "2 new notes" in before
    assert "1 row would be skipped" in before
    assert "No &lt;b&gt;rails&lt;/b&gt;" in before
    for page in (before, after):
        assert '<th scope="row">3</th>' in page
        assert "There is no text in this row." in page
    assert "1 row skipped" in after


def test_other_columns_are_shown_before_anything_starts(browser, session):
    made = uploaded(browser, session)

    answer = browser.post(
        address("import_columns", session, made), columns_of(made, text="0", reference="", start="")
    )
    page = browser.get(answer.url).content.decode()

    assert answer.url == address("import_columns", session, made)
    assert "You chose other columns. Look at the notes once more." in page
    assert "3 new notes" in page
    assert session.notes.count() == 0


def test_naming_the_source_starts_at_once_as_nothing_that_was_shown_changes(browser, session):
    made = uploaded(browser, session)

    browser.post(
        address("import_columns", session, made),
        columns_of(made, attribution="Town of Bowling Green, CC BY 4.0", start=""),
    )

    session.refresh_from_db()
    assert session.notes.count() == 2
    assert session.attribution == "Town of Bowling Green, CC BY 4.0"


def test_a_choice_that_makes_no_sense_comes_back_with_a_sentence(browser, session):
    made = uploaded(browser, session)

    answer = browser.post(
        address("import_columns", session, made), columns_of(made, reference="1", start="")
    )

    assert answer.status_code == 200
    assert "The text itself cannot be the name of the row." in answer.content.decode()
    assert session.notes.count() == 0


def test_a_file_that_is_known_adds_nothing(browser, session):
    first = uploaded(browser, session)
    browser.post(address("import_columns", session, first), columns_of(first, start=""))
    second = uploaded(browser, session)

    page = browser.get(address("import_columns", session, second)).content.decode()
    browser.post(address("import_columns", session, second), columns_of(second, start=""))

    second.refresh_from_db()
    assert "2 rows are in this session already" in page
    assert "(there already)" in page
    assert (second.added, second.known, session.notes.count()) == (0, 2, 2)


@pytest.mark.parametrize(
    ("content", "status", "sentence"),
    [
        (b"", 200, "This file is empty."),
        ("id,text\n1,Zoé\n".encode("latin-1"), 200, "save it as “CSV UTF-8”"),
        (b"id,text\n1,a\0b\n", 200, "save it as “CSV UTF-8”"),
        (b"PK\x03\x04 a workbook", 200, "This is not a text file."),
        (b",,\n1,2,3\n", 200, "The first row must name the columns"),
        (b"id,text\n", 200, "nothing below it"),
        (b"n,text\n" + b"1,abc\n" * (10 * 1024 * 1024 // 6), 413, "This file is larger than 5 MB."),
    ],
    ids=["empty", "latin-1", "nul", "xlsx", "no header", "no rows", "10 MB"],
)
def test_a_file_that_cannot_be_read_comes_back_with_a_sentence(
    browser, session, content, status, sentence
):
    answer = sent(browser, session, content)

    assert answer.status_code == status
    assert sentence in answer.content.decode()
    assert NoteImport.objects.count() == 0


def test_a_file_has_to_be_chosen(browser, session):
    answer = browser.post(address("import_upload", session))

    assert answer.status_code == 200
    assert "This field is required." in answer.content.decode()


def test_what_is_too_large_is_not_read(browser, session, monkeypatch):
    def read(*_: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr("django.core.files.uploadedfile.TemporaryUploadedFile.read", read)

    answer = sent(browser, session, b"x" * (6 * 1024 * 1024))

    assert answer.status_code == 413


@pytest.fixture
def halfway(browser, session, ada, monkeypatch):
    made = uploaded(browser, session)
    with monkeypatch.context() as patch:
        patch.setattr("reflections.tasks.run_import", lambda _: None)
        browser.post(address("import_columns", session, made), columns_of(made, start=""))
    made.refresh_from_db()
    assert made.state == ImportState.WAITING
    return made


def test_the_bar_moves_with_the_news_of_the_session(browser, session, halfway):
    answer = browser.get(address("import", session, halfway))
    page = answer.content.decode()

    assert '<progress max="3" value="0" aria-label="How far the import is">' in page
    assert "0 of 3 rows" in page
    assert f'data-live="session:{session.pk}"' in page
    assert "Refresh" not in answer


def test_who_did_not_join_sees_it_move_by_reloading(client, session, halfway, cem):
    client.force_login(cem.person)

    answer = client.get(address("import", session, halfway))

    assert answer["Refresh"] == "3"
    assert "data-live=" not in answer.content.decode()


def test_an_import_that_was_cut_off_can_be_continued(browser, session, halfway):
    page = browser.get(address("import", session, halfway)).content.decode()
    answer = browser.post(address("import_go_on", session, halfway))
    again = browser.post(address("import_go_on", session, halfway))

    halfway.refresh_from_db()
    assert "Go on with this import" in page
    assert answer.url == again.url == address("import", session, halfway)
    assert (halfway.state, session.notes.count()) == ("done", 2)


def test_an_import_that_stopped_says_why(browser, session, halfway):
    stop_import(halfway.pk, reason="Something went wrong here.")

    page = browser.get(address("import", session, halfway)).content.decode()

    assert "The import stopped after 0 of 3 rows." in page
    assert "Something went wrong here." in page
    assert "Go on with this import" in page


def test_each_step_leads_to_where_the_import_is(browser, session):
    made = uploaded(browser, session)

    early = browser.get(address("import", session, made))
    browser.post(address("import_columns", session, made), columns_of(made, start=""))
    late = browser.get(address("import_columns", session, made))
    overview = browser.get(address("import_upload", session)).content.decode()

    assert early.url == address("import_columns", session, made)
    assert late.url == address("import", session, made)
    assert "notes.csv" in overview
    assert "Ada Visser: done" in overview


def test_only_those_who_run_the_session_get_there(client, browser, session, bo):
    made = uploaded(browser, session)
    client.force_login(bo.person)

    assert client.get(address("import_upload", session)).status_code == 403
    assert sent(client, session).status_code == 403
    assert client.get(address("import_columns", session, made)).status_code == 403
    assert client.get(address("import", session, made)).status_code == 403
    assert client.post(address("import_go_on", session, made)).status_code == 403
    assert NoteImport.objects.get() == made


def test_sessions_and_imports_of_others_are_not_there(client, browser, session, ada, mira):
    made = uploaded(browser, session)
    other = cast.collecting(ada, title="Another")

    assert client.get(address("import", other, made)).status_code == 404
    assert client.post(address("import_go_on", other, made)).status_code == 404
    unknown = NoteImport(pk=uuid4())
    assert client.get(address("import_columns", session, unknown)).status_code == 404
    client.force_login(mira.person)
    for name in ("import_upload", "import"):
        place = address(name, session, made if name == "import" else None)
        assert client.get(place).status_code == 404
        foreign = place.replace(session.partnership.slug, mira.partnership.slug)
        assert client.get(foreign).status_code == 404


def test_nothing_is_imported_into_a_finished_session(browser, session, ada):
    close_session(ada, session.pk)

    answer = sent(browser, session)

    assert "This session is over; nothing can be added to it." in answer.content.decode()
    assert NoteImport.objects.count() == 0


def test_visitors_are_asked_to_sign_in(client, session):
    answer = client.get(address("import_upload", session))

    assert answer.status_code == 302
    assert answer.url.startswith("/account/")
