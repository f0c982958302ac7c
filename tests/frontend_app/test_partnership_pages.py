from datetime import timedelta

import pytest

from actions.models.action import ActionItem
from actions.queries.provenance import Yield
from frontend.yield_picture import picture_of
from kernel.clock import today
from partnerships.services.setup import add_theme
from tests import cast
from tests.frontend_app.pages import queries_for, signed_in, text_of


def overview_of(member) -> str:
    return f"/p/{member.partnership.slug}/"


def test_the_overview_shows_what_goes_on(ada, bo, cem):
    cem.partnership.ambition = "Nobody falls at home"
    cem.partnership.save()
    add_theme(cem, title="Growing old at home", plain_title="Staying where you live")
    session = cast.collecting(ada, bo)
    action = cast.proposed(ada, bo, session)
    ActionItem.objects.filter(pk=action.pk).update(due=today() - timedelta(days=1))

    page = text_of(signed_in(bo.person).get(overview_of(bo)))

    for words in (
        "Nobody falls at home",
        "Falls at home",
        "Go to the session",
        "Check 40 homes for loose rugs",
        "1 day late",
        "Growing old at home",
        "Cem Aydin Programme manager",
        "2 notes",
        "2 led to an insight",
    ):
        assert words in page


def test_a_new_partnership_says_what_is_still_missing(cem):
    page = text_of(signed_in(cem.person).get(overview_of(cem)))

    assert "No session is open or planned." in page
    assert "Plan a session" in page
    assert "There are no actions yet." in page


def test_links_follow_from_what_one_may_do(cem, otto):
    assert "Add a theme" in text_of(signed_in(cem.person).get(overview_of(cem)))
    page = text_of(signed_in(otto.person).get(overview_of(otto)))
    assert "Add a theme" not in page
    assert "Who is who" not in page
    assert "Plan a session" not in page


def test_a_manager_adds_a_theme(cem, otto):
    address = f"{overview_of(cem)}themes/new/"
    client = signed_in(cem.person)

    added = client.post(address, {"title": "Getting there", "plain_title": ""}, follow=True)
    again = client.post(address, {"title": "Getting there", "plain_title": "By bus"})

    assert "The theme is added." in text_of(added)
    assert "There is a theme with this title already." in text_of(again)
    assert 'value="By bus"' in again.content.decode()
    assert signed_in(otto.person).get(address).status_code == 403


def test_a_partnership_of_others_does_not_exist(bo, mira):
    client = signed_in(bo.person)

    assert client.get(overview_of(mira)).status_code == 404
    assert client.get(f"{overview_of(mira)}themes/new/").status_code == 404
    assert client.get("/p/nowhere/").status_code == 404


def test_the_overview_asks_the_database_as_often_for_more(ada, bo):
    cast.proposed(ada, bo, cast.collecting(ada, bo))
    client = signed_in(bo.person)
    before = queries_for(client, overview_of(bo))
    for _ in range(2):
        cast.proposed(ada, bo, cast.collecting(ada, bo))

    assert queries_for(client, overview_of(bo)) == before


def test_the_first_page_asks_what_waits_and_answers_in_place(ada, bo):
    action = cast.proposed(ada, bo, cast.collecting(ada, bo))
    client = signed_in(bo.person)

    response = client.get("/")

    page = text_of(response)
    assert "You are asked to do this Check 40 homes for loose rugs" in page
    assert "Go to the session" in page
    assert f"partnership:{bo.partnership_id}" in response.content.decode()
    client.post(
        f"{overview_of(bo)}actions/{action.pk}/",
        {"step": "decline", "decline-reason": "No time", "back": "home"},
    )
    assert "You are asked" not in text_of(client.get("/"))


def test_the_first_page_of_an_advisor_shows_whom_to_ask(ada, bo, dag):
    action = cast.accepted(ada, bo)
    ActionItem.objects.filter(pk=action.pk).update(due=today() - timedelta(days=1))

    page = text_of(signed_in(dag.person).get("/"))

    assert "Ask how it is going" in page
    assert "1 action asks for a follow-up" in page


@pytest.mark.parametrize(
    ("notes", "actions", "heights"),
    [(0, 0, (1.0, 1.0)), (100, 25, (48.0, 24.0)), (900, 0, (48.0, 1.0))],
)
def test_the_picture_is_as_thick_as_there_is_much(notes, actions, heights):
    counts = Yield(
        notes=notes,
        notes_in_insights=0,
        insights=0,
        insights_acted_on=0,
        actions=actions,
        open_actions=0,
        late_actions=0,
        done_actions=0,
        confirmed_actions=0,
    )

    posts = picture_of(counts).posts

    drawn = [(float(bottom) - float(top)) / 2 for _, top, bottom in posts]
    assert (drawn[0], drawn[2]) == heights
