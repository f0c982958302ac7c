import pytest

from reflections.records.template import (
    Course,
    TemplateColumn,
    TemplateContent,
    TemplatePhase,
    template_record,
)
from reflections.services.templates import change_template
from tests import cast
from tests.frontend_app.filled_in import form_with
from tests.frontend_app.pages import signed_in, text_of
from tests.frontend_app.test_template_pages import templates_of
from tests.reflections.template_content import CONTENT
from tests.unchanged import nothing_changed


@pytest.fixture
def browser(ada):
    return signed_in(ada.person)


@pytest.fixture
def template(ada):
    return change_template(ada, cast.draft_template(ada).pk, content=CONTENT, version=1)


@pytest.fixture
def url(ada, template):
    return templates_of(ada, template.pk, "edit")


def _shown(browser, url):
    return form_with(browser.get(url), "phases")


def test_the_form_holds_all_of_the_template_and_saving_it_changes_nothing(browser, url):
    with nothing_changed():
        answer = browser.post(url, _shown(browser, url) | {"do": "save"})

    assert answer.status_code == 302


TYPED = {
    "title": "Another title",
    "summary": "For another ward",
    "preparation": "Bring tea.",
    "output": "Two things",
    "source": "Our neighbours",
    "opening": "on",
    "phases-0-title": "Look around",
    "phases-0-minutes": "20",
    "phases-0-grouping": "alone",
    "phases-0-reveal": "at_end",
    "phases-0-attribution": "role",
    "phases-0-prompt": "What do you see?",
    "phases-0-output": "What we see",
    "phases-0-columns-0-title": "Seen here",
    "phases-0-columns-0-prompt": "What is there?",
    "phases-0-columns-0-kind": "high",
    "phases-1-kind": "vote",
}
SAVED = TemplateContent(
    title="Another title",
    summary="For another ward",
    preparation="Bring tea.",
    output="Two things",
    source="Our neighbours",
    opening="follow-up-first",
    closing="",
    course=Course(
        phases=[
            TemplatePhase(
                kind="collect",
                title="Look around",
                minutes=20,
                prompt="What do you see?",
                output="What we see",
                grouping="alone",
                reveal="at_end",
                attribution="role",
                columns=[TemplateColumn("Seen here", "What is there?", "high")],
            ),
            TemplatePhase(kind="vote", title="Agree", minutes=8),
        ]
    ),
)


def test_everything_in_the_form_can_be_changed(browser, url, template):
    sent = _shown(browser, url) | TYPED
    del sent["closing"]

    response = browser.post(url, sent | {"do": "save"}, follow=True)

    template.refresh_from_db()
    found = template_record(template)
    assert "The template is saved." in text_of(response)
    assert (found.version, found.state) == (3, "draft")
    assert {name: getattr(found, name) for name in vars(SAVED)} == vars(SAVED)


def test_rows_are_arranged_without_saving_and_what_was_typed_stays(browser, url):
    typed = _shown(browser, url) | {"title": "Half-typed", "phases-0-prompt": "Half"}

    with nothing_changed():
        response = browser.post(url, typed | {"do": "down phases-0"})

    shown = form_with(response, "phases")
    assert shown["title"] == "Half-typed"
    assert (shown["phases-0-title"], shown["phases-1-title"]) == ("Agree", "Look back")
    assert (shown["phases-1-prompt"], shown["phases-1-columns-0-title"]) == ("Half", "Seen")
    assert response.content.decode().count("autofocus") == 1


def test_a_new_part_and_its_column_are_saved(browser, url, template):
    sent = form_with(browser.post(url, _shown(browser, url) | {"do": "add phases"}), "phases")
    sent = form_with(browser.post(url, sent | {"do": "add phases-2-columns"}), "phases")
    sent |= {"phases-2-title": "Once more", "phases-2-columns-0-title": "Now"}

    browser.post(url, sent | {"do": "save"})

    template.refresh_from_db()
    last = template_record(template).course.phases[2]
    assert (last.title, last.kind, last.minutes) == ("Once more", "collect", 10)
    assert [column.title for column in last.columns] == ["Now"]


def test_saving_and_sharing_is_one_step(browser, url, template, bo):
    browser.post(url, _shown(browser, url) | {"title": "Shared one", "do": "share"})

    template.refresh_from_db()
    assert (template.state, template.title) == ("shared", "Shared one")


@pytest.mark.parametrize(
    ("changed", "place", "sentence"),
    [
        ({"title": " "}, "Title", "This field is required."),
        ({"phases-1-title": ""}, "Part 2, Title", "This field is required."),
        ({"phases-0-minutes": "soon"}, "Part 1, Minutes", "Enter a whole number."),
        ({"phases-0-minutes": "0"}, "Part 1, Minutes", "at least 1 minute"),
        ({"phases-0-prompt": "x" * 301}, "Part 1, What is asked", "at most 300 characters"),
        ({"phases-0-columns-0-title": "x" * 81}, "Part 1, Heading", "at most 80 characters"),
        ({"phases-0-kind": "vote"}, "Part 1, What happens", "Only a part that collects notes"),
        ({"phases": "0"}, "", "at least one part"),
        ({"version": "x"}, "", "Enter a whole number."),
    ],
)
def test_what_is_wrong_is_said_where_it_is_and_nothing_is_lost(
    browser, url, changed, place, sentence
):
    sent = _shown(browser, url) | {"summary": "Kept"} | changed

    with nothing_changed():
        response = browser.post(url, sent | {"do": "save"})

    page = text_of(response)
    assert "Please look at this again" in page
    assert sentence in page
    assert f"{place}: " in page or not place
    assert form_with(response, "phases")["summary"] == "Kept"


def test_who_was_overtaken_keeps_her_text_sees_the_other_and_can_save(
    browser, url, ada, cem, template
):
    shown = _shown(browser, url) | {"do": "share"}
    browser.post(url, shown)
    mine = shown | {"title": "My title", "phases-0-prompt": "My question", "do": "save"}
    theirs = signed_in(cem.person)
    theirs.post(url, _shown(theirs, url) | {"title": "Their title", "do": "save"})

    with nothing_changed():
        overtaken = browser.post(url, mine)

    kept = form_with(overtaken, "phases")
    assert "Somebody else changed this template." in text_of(overtaken)
    assert "Their title" in text_of(overtaken)
    assert (kept["title"], kept["phases-0-prompt"]) == ("My title", "My question")
    browser.post(url, kept | {"do": "save"})
    template.refresh_from_db()
    assert (template.title, template.version) == ("My title", 4)


def test_the_draft_of_somebody_else_is_not_there(cem, url):
    with nothing_changed():
        assert signed_in(cem.person).get(url).status_code == 404
        assert signed_in(cem.person).post(url, {"do": "save"}).status_code == 404
