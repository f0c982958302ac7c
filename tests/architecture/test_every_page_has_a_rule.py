import re
from uuid import uuid4

import pytest
from django.urls import URLPattern, reverse

from actions.services.minutes import keep_minutes
from actions.services.sheet_imports import upload_actions
from frontend.urls import urlpatterns
from reflections.models.session import ReflectionSession
from reflections.services.imports import upload_notes
from reflections.services.joining import join_session
from tests import api, cast, logs, region
from tests.calls import board
from tests.made_once import made_once
from tests.partnerships.bringing import webhook_of
from tests.unchanged import nothing_changed


def _addresses(patterns, so_far="/"):
    for pattern in patterns:
        address = so_far + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield pattern.name, address
        else:
            yield from _addresses(pattern.url_patterns, address)


PAGES = dict(_addresses(urlpatterns))
FOR_EVERYBODY = {"home", "about", "accessibility", "help", "my_input", "set_language", "texts"}
SHOWN = {"public_actions"}
ONLY_IN_DEMONSTRATIONS = {"demonstration_sign_in"}
ONES_OWN = {
    "own_tokens",
    "end_token",
    "own_account",
    "my_actions",
    "follow_up",
    "follow_up_rounds",
    "follow_up_round",
    "finish_round",
    "follow_up_patterns",
    "inbox",
    "mail_wishes",
    "calendars",
}
INSIDE = sorted(name for name, address in PAGES.items() if address.startswith("/p/<slug:slug>/"))
IDS = [
    *("member_id", "session_id", "import_id", "action_id", "note_id", "insight_id", "item_id"),
    *("template_id", "name", "data_item_id", "decision_id", "action_import_id"),
    *("view_id", "edit_id", "minutes_id", "question_id", "webhook_id"),
]
BY_LINK = {
    *("join", "join_session", "take_part", "you_said_to_guests", "keep_parts", "claim_parts"),
    "series",
    *("answer_by_link", "stop_mail", "calendar_feed"),
}


def page_ids(ours):
    members, ada = ours.members, ours.members["ada"]
    session = ReflectionSession.objects.get(pk=ours.ids["session_id"])
    uploaded = upload_notes(
        ada, session.pk, file_name="notes.csv", content=b"text\nLoose rugs\nNo rails\n"
    )
    item = region.sent_up(ada, session)
    return {
        "slug": ada.partnership.slug,
        "member_id": members["otto"].pk,
        "session_id": session.pk,
        "import_id": uploaded.pk,
        "action_import_id": upload_actions(
            members["cem"],
            file_name="a.csv",
            content=b"Action,Who,Due\nPlant trees,Ada,2030-03-01\n",
        ).pk,
        "webhook_id": webhook_of(members["cem"]).pk,
        "minutes_id": keep_minutes(members["cem"], name="Meeting", text="Action: plant trees").pk,
        "action_id": ours.ids["action_id"],
        "decision_id": ours.ids["decision_id"],
        "view_id": logs.view(members["cem"]).pk,
        "edit_id": logs.edit(members["cem"], ours.ids["action_id"]).pk,
        "question_id": ours.ids["question_id"],
        "note_id": cast.revealed(members["bo"], session, "Dark stairs")[0].pk,
        "data_item_id": ours.ids["data_item_id"],
        "key": "a-key-that-opens-no-series",
        "participant_id": cast.guest_in(session).pk,
        "insight_id": item.insight_id,
        "item_id": item.pk,
        "template_id": cast.template(ada).pk,
        "name": cast.template(ada).pk,
        "round_id": uuid4(),
        "token": "a-token-that-nobody-signed",
    }


def page_path(name, ids):
    return re.sub(r"<\w+:(\w+)>", lambda part: str(ids[part[1]]), PAGES[name])


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Two partnerships with something on every page, and who is in them."""

    def make():
        ours, mira = board(cast.start_westmeer()), cast.start_oostvoorde()
        theirs = board(cast.oostvoorde_with(mira))
        return ours.members, mira, page_ids(ours), page_ids(theirs)

    with made_once(django_db_blocker, make) as made:
        yield made


@pytest.fixture
def cem(db, world):
    return world[0]["cem"]


@pytest.fixture
def mira(db, world):
    return world[1]


@pytest.fixture
def ids(db, world):
    return world[2]


@pytest.fixture
def their_ids(db, world):
    return world[3]


def test_every_page_is_for_everybody_for_oneself_or_inside_a_partnership():
    known = FOR_EVERYBODY | SHOWN | ONLY_IN_DEMONSTRATIONS | ONES_OWN | BY_LINK | set(INSIDE)

    assert set(PAGES) == known


def test_a_visitor_is_asked_to_sign_in_wherever_it_is_not_for_everybody(ids):
    browser = api.visitor()
    names = [*INSIDE, *ONES_OWN]

    with nothing_changed():
        answers = {
            (name, method): getattr(browser, method)(page_path(name, ids))
            for name in names
            for method in ("get", "post")
        }

    sign_in = reverse("account_request_login_code")
    led_elsewhere = {
        key: (answer.status_code, answer.headers.get("Location"))
        for key, answer in answers.items()
        if not (answer.status_code == 405 or answer.headers.get("Location", "").startswith(sign_in))
    }
    assert led_elsewhere == {}


def test_an_address_alone_leads_a_visitor_into_no_session(ids):
    browser = api.visitor()

    with nothing_changed():
        found = {
            (name, method): _where(getattr(browser, method)(page_path(name, ids)))
            for name in BY_LINK
            for method in ("get", "post")
        }

    assert found == {
        ("join", "get"): 200,
        ("join", "post"): 200,
        ("join_session", "get"): "/join/",
        ("join_session", "post"): "/join/",
        ("take_part", "get"): 404,
        ("take_part", "post"): 405,
        ("you_said_to_guests", "get"): 404,
        ("you_said_to_guests", "post"): 405,
        ("series", "get"): 404,
        ("series", "post"): 405,
        ("answer_by_link", "get"): 409,
        ("answer_by_link", "post"): 409,
        ("calendar_feed", "get"): 409,
        ("calendar_feed", "post"): 405,
        ("stop_mail", "get"): 409,
        ("stop_mail", "post"): 409,
        ("keep_parts", "get"): "/",
        ("keep_parts", "post"): "/",
        ("claim_parts", "get"): 405,
        ("claim_parts", "post"): "/",
    }


def _where(answer):
    return answer.headers.get("Location", answer.status_code)


@pytest.mark.parametrize("who", ["mira", "eve"])
def test_inside_a_partnership_of_others_nothing_exists(ids, who, request):
    browser = api.browser_of(request.getfixturevalue(who))

    with nothing_changed():
        found = {
            (name, method): getattr(browser, method)(page_path(name, ids)).status_code
            for name in INSIDE
            for method in ("get", "post")
        }

    assert {key: status for key, status in found.items() if status not in {404, 405}} == {}


def test_a_manager_who_joined_sees_every_page(ids, cem):
    join_session(cem, ids["session_id"])
    browser = api.browser_of(cem)

    found = {name: browser.get(page_path(name, ids)).status_code for name in INSIDE}

    assert {name: status for name, status in found.items() if status not in {200, 302, 405}} == {}


@pytest.mark.parametrize("name", IDS)
def test_what_another_partnership_has_is_not_found_under_ones_own_address(
    ids, their_ids, cem, name
):
    browser = api.browser_of(cem)
    pages = [page for page in INSIDE if f":{name}>" in PAGES[page]]

    for wrong in (their_ids[name], uuid4()):
        with nothing_changed():
            found = {
                (page, method): getattr(browser, method)(
                    page_path(page, {**ids, name: wrong})
                ).status_code
                for page in pages
                for method in ("get", "post")
            }

        assert pages
        assert {key: status for key, status in found.items() if status not in {404, 405}} == {}
