from uuid import uuid4

import pytest

from reflections.course import Block
from reflections.models.session import ReflectionSession
from reflections.services.templates import copy_template, retire_template, share_template
from tests import cast
from tests.frontend_app.filled_in import form_with
from tests.frontend_app.pages import signed_in, text_of
from tests.unchanged import nothing_changed


@pytest.fixture
def browser(ada):
    return signed_in(ada.person)


@pytest.fixture
def url(ada):
    return f"/p/{ada.partnership.slug}/sessions/new/"


def _filled_in(browser, url, template):
    form = form_with(browser.get(f"{url}?template={template}"), "template")
    return form | {"title": "Ward 4", "starts_at": "2027-03-01T19:30"}


def test_planning_begins_with_choosing_a_template(browser, url, ada, cem):
    own = cast.template(cem, "data-walk")
    draft = cast.draft_template(ada, "timeline")

    response = browser.get(url)

    page, html = text_of(response), response.content.decode()
    assert "How do you want to look back?" in page
    assert own.title in page
    assert f"?template={own.pk}" in html
    assert f"?template={draft.pk}" not in html
    assert "Follow-up first" not in page


@pytest.mark.parametrize("name", ["no-such", "follow-up-first", "draft"])
def test_what_cannot_be_planned_from_leads_back_to_choosing(browser, url, ada, name):
    name = cast.draft_template(ada).pk if name == "draft" else name

    page = text_of(browser.get(f"{url}?template={name}"))

    assert "How do you want to look back?" in page


def test_the_chosen_template_is_shown_and_planned_from(browser, url):
    form = _filled_in(browser, url, "timeline")

    page = text_of(browser.get(f"{url}?template=timeline"))
    browser.post(url, form)

    session = ReflectionSession.objects.get()
    assert "Timeline" in page
    assert "150 minutes" in page
    assert (session.template, session.template_version) == ("timeline", 1)
    assert {phase.block for phase in session.phases.all()} == set(Block.values)


@pytest.mark.parametrize("left_out", ["opening", "closing"])
def test_opening_and_closing_can_be_left_out(browser, url, left_out):
    form = _filled_in(browser, url, "timeline")
    del form[left_out]

    browser.post(url, form)

    session = ReflectionSession.objects.get()
    assert {phase.block for phase in session.phases.all()} == set(Block.values) - {left_out}


def test_what_a_template_does_not_have_cannot_be_left_out(browser, url):
    form = _filled_in(browser, url, "help-when-stuck")

    assert "opening" in form
    assert "closing" not in form


def test_a_template_of_our_own_has_its_own_language(browser, url, ada):
    copy = copy_template(ada, template_id=uuid4(), name="timeline", language="nl")
    form = _filled_in(browser, url, share_template(ada, copy.pk).pk)

    browser.post(url, form)

    assert "language" not in form
    assert ReflectionSession.objects.get().language == "nl"


def test_who_was_still_typing_when_the_template_was_retired_loses_nothing(browser, url, ada):
    template = cast.template(ada)
    form = _filled_in(browser, url, template.pk)
    retire_template(ada, template.pk)

    with nothing_changed():
        response = browser.post(url, form)

    assert "Please choose another one." in text_of(response)
    assert form_with(response, "template")["title"] == "Ward 4"


def test_the_page_of_a_session_says_what_it_was_planned_from(ada, bo):
    session = cast.plan(ada)

    page = signed_in(bo.person).get(f"/p/{ada.partnership.slug}/sessions/{session.pk}/")

    assert "Planned from the template What, so what, now what (version 2)" in text_of(page)
    assert "Make a template of this session" not in text_of(page)


@pytest.mark.parametrize(
    ("name", "scope"), [("themes-to-region", "region_wide"), ("timeline", "theme")]
)
def test_what_a_session_is_about_begins_as_its_template_says(ada, browser, url, name, scope):
    for template in (name, cast.template(ada, name).pk):
        assert _filled_in(browser, url, template)["scope"] == scope
