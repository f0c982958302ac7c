import pytest

from partnerships.models.membership import Membership
from reflections.models.template import SessionTemplate
from reflections.records.template import template_record
from reflections.services.templates import retire_template
from reflections.session_templates.library import BLOCKS, IN_ORDER, built_in
from tests import cast
from tests.frontend_app.filled_in import form_with
from tests.frontend_app.pages import queries_for, signed_in, text_of
from tests.unchanged import nothing_changed


def templates_of(member: Membership, *rest: object) -> str:
    return "/".join([f"/p/{member.partnership.slug}/templates", *map(str, rest), ""])


def test_the_gallery_shows_every_built_in_template_with_its_picture(otto):
    response = signed_in(otto.person).get(templates_of(otto))

    page, html = text_of(response), response.content.decode()
    for name in (*IN_ORDER, *BLOCKS):
        template = built_in(name, "en")
        assert template.title in page
        assert template.summary in page
        assert f"{template.course.minutes} minutes" in page
    assert html.count('<svg class="course"') == len(IN_ORDER) + len(BLOCKS)
    assert "Plan a session" not in page


@pytest.mark.parametrize(
    ("language", "title"), [("nl", "Terugblik na actie"), ("sv", "Genomgång efteråt")]
)
def test_the_gallery_speaks_the_language_of_the_page(ada, language, title):
    browser = signed_in(ada.person)
    browser.post("/language/", {"language": language})

    assert title in text_of(browser.get(templates_of(ada)))


def test_who_plans_sessions_begins_here(ada):
    html = signed_in(ada.person).get(templates_of(ada)).content.decode()

    assert f"/p/{ada.partnership.slug}/sessions/new/?template=timeline" in html
    assert "?template=follow-up-first" not in html


def test_the_gallery_shows_drafts_to_their_maker_and_what_is_shared_to_all(ada, cem, bo):
    draft, shared, retired = (
        cast.draft_template(ada, "timeline"),
        *(cast.template(ada, name) for name in ("data-walk", "causal-tree")),
    )
    retire_template(ada, retired.pk)

    for member in (ada, cem, bo):
        page = text_of(signed_in(member.person).get(templates_of(member)))
        assert (draft.title in page) == (member == ada)
        assert shared.title in page
        assert retired.title in page.partition("Not used any more")[2]


def test_more_templates_take_no_more_queries(ada):
    browser = signed_in(ada.person)
    cast.template(ada)
    before = queries_for(browser, templates_of(ada))

    for _ in range(3):
        cast.template(ada)

    assert queries_for(browser, templates_of(ada)) == before


@pytest.mark.parametrize("name", ["timeline", "translate-and-close"])
def test_a_template_is_shown_with_all_its_parts_how_long_it_takes_and_its_source(otto, name):
    page = text_of(signed_in(otto.person).get(templates_of(otto, name)))

    template = built_in(name, "en")
    for text in (template.title, template.summary, template.output, template.source):
        assert text in page
    for phase in template.course.phases:
        for text in (phase.title, phase.prompt, phase.output, *(c.prompt for c in phase.columns)):
            assert text in page
    assert "Make a copy" not in page


def test_the_page_of_a_template_shows_what_sessions_open_and_close_with(ada):
    page = text_of(signed_in(ada.person).get(templates_of(ada, "timeline")))

    places = [page.index(title) for title in ("Our ambition", "Walk along it", "Read back")]
    assert places == sorted(places)
    assert "205 minutes with its opening and closing" in page


def test_a_copy_is_made_in_the_language_that_is_chosen_and_opens_to_be_changed(ada):
    browser = signed_in(ada.person)
    form = form_with(browser.get(templates_of(ada, "timeline")), "template_id")

    response = browser.post(templates_of(ada, "copy"), form | {"language": "sv"}, follow=True)
    again = browser.post(templates_of(ada, "copy"), form | {"language": "sv"})

    copy = SessionTemplate.objects.get()
    assert (str(copy.pk), copy.language, copy.state) == (form["template_id"], "sv", "draft")
    assert response.redirect_chain[0][0] == again.url == templates_of(ada, copy.pk, "edit")
    assert form_with(response, "phases")["phases-0-title"] == "Gå längs den"


def test_a_copy_of_a_session_begins_on_its_page(ada):
    browser = signed_in(ada.person)
    session = cast.plan(ada)
    page = browser.get(f"/p/{ada.partnership.slug}/sessions/{session.pk}/")

    form = form_with(page, "template_id")
    response = browser.post(templates_of(ada, "copy"), form, follow=True)

    copy = SessionTemplate.objects.get()
    assert copy.made_from == str(session.pk)
    assert form_with(response, "phases")["phases"] == "5"
    assert session.title in text_of(browser.get(templates_of(ada, copy.pk)))


def test_what_cannot_be_copied_is_said_and_nothing_is_made(ada, otto):
    with nothing_changed():
        for member, sent in ((ada, {"template_id": "none"}), (otto, {"name": "timeline"})):
            browser = signed_in(member.person)
            answer = browser.post(
                templates_of(member, "copy"),
                {"template_id": "6f3a4f0e-6c0f-4d55-8b0e-111111111111", "language": "en"} | sent,
            )
            assert answer.url == templates_of(member)


def test_sharing_retiring_and_bringing_back_on_the_page(ada, bo):
    browser, reader = signed_in(ada.person), signed_in(bo.person)
    url = templates_of(ada, cast.draft_template(ada).pk)
    assert reader.get(url).status_code == 404

    browser.post(url, {"step": "share"})
    assert "Edit" not in text_of(reader.get(url))
    assert "Shared" in text_of(reader.get(url))
    browser.post(url, {"step": "retire"})
    assert "Not used any more" in text_of(reader.get(url))
    browser.post(url, {"step": "share"})
    assert "Shared" in text_of(reader.get(url))


def test_a_draft_is_thrown_away_on_its_page(ada):
    url = templates_of(ada, cast.draft_template(ada).pk)

    response = signed_in(ada.person).post(url, {"step": "throw_away"}, follow=True)

    assert "The draft is gone." in text_of(response)
    assert not SessionTemplate.objects.exists()


@pytest.mark.parametrize("step", ["share", "retire", "throw_away", "", "dance"])
def test_a_built_in_template_cannot_be_shared_or_thrown_away(ada, step):
    with nothing_changed():
        answer = signed_in(ada.person).post(templates_of(ada, "timeline"), {"step": step})

    assert answer.url == templates_of(ada, "timeline")


def test_who_may_not_change_templates_is_told_so(otto, ada):
    template = cast.template(ada)
    browser = signed_in(otto.person)

    with nothing_changed():
        refused = browser.get(templates_of(otto, template.pk, "edit"))
        told = browser.post(templates_of(otto, template.pk), {"step": "retire"}, follow=True)

    assert refused.status_code == 403
    assert "Only programme managers and facilitators" in text_of(refused)
    assert "Only programme managers and facilitators" in text_of(told)


def test_where_a_template_came_from_is_shown_as_far_as_one_may_go_there(ada, cem):
    draft = cast.draft_template(ada, "timeline")
    copy = cast.template(ada, str(draft.pk))

    to_maker = text_of(signed_in(ada.person).get(templates_of(ada, copy.pk)))
    to_others = text_of(signed_in(cem.person).get(templates_of(cem, copy.pk)))

    assert "Made from Timeline, our way" in to_maker
    assert "Made from" not in to_others
    assert template_record(copy).made_from == str(draft.pk)
