from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import formats

from actions.models.action import ActionItem
from actions.models.imports import ActionImport
from actions.services.sheet_imports import start_import, stop_import
from actions.services.unfinished_imports import forget_unfinished
from kernel.clock import at, now
from tests.actions.sheeting import HEADER, ROWS, uploaded, workbook
from tests.frontend_app.pages import signed_in, text_of


@pytest.fixture
def browser(cem, ada, bo, otto):
    return signed_in(cem.person)


def address(name: str, cem, made: ActionImport | None = None) -> str:
    return reverse(name, args=[cem.partnership.slug, *([made.pk] if made else [])])


def sent(browser, cem, content: bytes, name: str = "acties.xlsx"):
    file = SimpleUploadedFile(name, content)
    return browser.post(address("action_import_upload", cem), {"file": file})


def said_by(page) -> dict[str, object]:
    form = page.context["form"]
    values = {bound.html_name: bound.value() for bound in form}
    return {name: value for name, value in values.items() if value is not None}


def test_the_way_from_a_spreadsheet_to_actions(browser, cem):
    content = workbook(HEADER, *ROWS, [4, "Folder", "Zoë", "03-04-2030", "Ooit"])
    reading = sent(browser, cem, content).url
    first = browser.get(reading)
    said = said_by(first)
    changed = {**said, "owner_3": said["owner_0"], "state_3": "proposed"}

    again = browser.post(reading, changed | {"start": ""}, follow=True)
    done = browser.post(reading, said_by(again) | {"start": ""}, follow=True)

    assert "3 new actions" in text_of(first)
    assert "Nobody here is called “Zoë”." in text_of(first)
    assert "You chose something else. Look at the actions once more." in text_of(again)
    assert "4 new actions" in text_of(again)
    assert "The import is done. 4 actions added" in text_of(done)
    assert ActionItem.objects.count() == 4


def test_a_day_that_can_be_two_keeps_the_button_back(browser, cem):
    reading = sent(browser, cem, workbook(HEADER, [1, "Folder", "Ada", "03-04-2030", "Loopt"])).url

    page = browser.get(reading)
    browser.post(reading, said_by(page) | {"date_order": "day", "preview": ""})

    assert "“03-04-2030” can be read in two ways." in text_of(page)
    assert "1 new action" in text_of(browser.get(reading))


@pytest.mark.parametrize(
    ("content", "status", "sentence"),
    [
        (b"%PDF-1.7", 200, "This is a PDF, whatever its name says."),
        (b"x" * (5 * 1024 * 1024 + 1), 413, "This file is larger than 5 MB."),
    ],
    ids=["PDF", "large"],
)
def test_a_file_that_cannot_be_read_gets_its_sentence(browser, cem, content, status, sentence):
    answer = sent(browser, cem, content)

    assert answer.status_code == status
    assert sentence in text_of(answer)
    assert not ActionImport.objects.exists()


def test_it_is_shown_how_far_it_is_and_what_went_wrong(browser, cem, monkeypatch):
    made = uploaded(cem)
    start_import(cem, made.pk)
    waiting = browser.get(address("action_import", cem, made))
    with monkeypatch.context() as broken:
        broken.setattr("actions.services.sheet_imports.bring_in", lambda *_: 1 / 0)
        browser.post(address("action_import_go_on", cem, made))
    stopped = text_of(browser.get(address("action_import", cem, made)))
    browser.post(address("action_import_go_on", cem, made))

    assert waiting["Refresh"] == "3"
    assert "0 of 3 rows" in text_of(waiting)
    assert "The import stopped after 0 of 3 rows. Something went wrong here." in stopped
    assert ActionItem.objects.count() == 3


def test_what_was_not_finished_in_time_is_not_offered_any_more(browser, cem):
    made = uploaded(cem)
    stop_import(made.pk, reason="The power went.")
    page = text_of(browser.get(address("action_import", cem, made)))
    with at(now() + timedelta(days=91)):
        forget_unfinished()
        late = text_of(browser.get(address("action_import", cem, made)))
        refused = browser.post(address("action_import_go_on", cem, made))

    assert f"The file is kept until {formats.date_format(made.kept_until, 'j F Y')}." in page
    assert "Nobody finished this within 90 days." in late
    assert "Go on with this import" not in late
    assert refused.status_code == 409
    assert "Nobody finished this within 90 days." in text_of(refused)
