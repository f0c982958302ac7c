import gzip
import re

import pytest
from django.test import Client

from accounts.models import Person
from accounts.services import choose_language
from partnerships.models.membership import Membership


@pytest.fixture
def visitor(db) -> Client:
    return Client()


def signed_in(person: Person, *, language: str = "en") -> Client:
    client = Client(headers={"accept-language": language})
    client.force_login(person)
    return client


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.mark.parametrize(
    "path", ["/", "/about/", "/help/", "/accessibility/", "/account/login/code/"]
)
def test_visitors_read_the_open_pages(visitor: Client, path: str) -> None:
    response = visitor.get(path)

    page = response.content.decode()
    assert response.status_code == 200
    assert page.count("<h1") == 1
    assert '<html lang="en"' in page
    assert 'href="#content"' in page
    assert 'role="status"' in page


@pytest.mark.parametrize("path", ["/", "/about/", "/account/login/code/", "/nowhere/"])
def test_pages_hold_no_inline_script_or_style(visitor: Client, path: str) -> None:
    page = visitor.get(path).content.decode()

    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", page) == []
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=", page) == []


def test_the_policy_allows_own_scripts_and_styles_only(visitor: Client) -> None:
    policy = visitor.get("/").headers["Content-Security-Policy"]

    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy


def test_scripts_and_styles_are_small_on_the_way(visitor: Client) -> None:
    page = visitor.get("/").content.decode()
    addresses = re.findall(r'"(/static/bundle/[^"]+)"', page)

    assert {address.rpartition(".")[2] for address in addresses} == {"css", "js"}
    for address in addresses:
        whole = visitor.get(address, headers={"accept-encoding": "identity"})
        small = visitor.get(address, headers={"accept-encoding": "gzip"})
        content, sent = whole.getvalue(), small.getvalue()
        assert "Content-Encoding" not in whole
        assert small["Content-Encoding"] == "gzip"
        assert small["Vary"] == "Accept-Encoding"
        assert gzip.decompress(sent) == content
        assert len(sent) < len(content) / 2


def test_a_member_sees_her_partnerships_and_no_others(dag: Membership, mira: Membership) -> None:
    page = text_of(signed_in(dag.person).get("/"))

    assert "Healthy Westmeer" in page
    assert "Trusted advisor" in page
    assert "Oostvoorde" not in page


def test_somebody_without_a_partnership_is_told_what_to_do(eve: Person) -> None:
    page = text_of(signed_in(eve).get("/"))

    assert "You are not in a partnership yet" in page
    assert "A programme manager of your partnership can add you." in page


def test_a_wrong_address_says_so_and_is_not_an_error(visitor: Client) -> None:
    response = visitor.get("/nowhere/")

    assert response.status_code == 404
    assert "Page not found" in text_of(response)


def test_a_wrong_address_of_the_api_answers_as_the_api_does(visitor: Client) -> None:
    response = visitor.get("/api/v1/nowhere/")

    assert response.status_code == 404
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["code"] == "not_found"


def test_a_form_without_its_token_is_refused_in_words() -> None:
    response = Client(enforce_csrf_checks=True).post("/language/", {"language": "nl"})

    assert response.status_code == 403
    assert "This page was open for too long" in text_of(response)


def test_a_visitor_switches_the_language_and_stays_on_the_page(visitor: Client) -> None:
    response = visitor.post("/language/", {"language": "nl", "next": "/about/"}, follow=True)

    assert response.redirect_chain == [("/about/", 302)]
    assert '<html lang="nl"' in response.content.decode()


def test_the_language_of_somebody_signed_in_follows_her(bo: Membership) -> None:
    signed_in(bo.person).post("/language/", {"language": "sv", "next": "/"})

    elsewhere = signed_in(bo.person, language="nl").get("/")

    assert '<html lang="sv"' in elsewhere.content.decode()


def test_an_unknown_language_is_refused(bo: Membership) -> None:
    response = signed_in(bo.person).post("/language/", {"language": "xx", "next": "/"})

    assert response.status_code == 400
    assert "Please choose one of the listed languages." in text_of(response)
    bo.person.refresh_from_db()
    assert bo.person.language == "en"


def test_own_name_and_language_can_be_changed(bo: Membership) -> None:
    client = signed_in(bo.person)

    response = client.post("/settings/", {"name": " Bo  de Vries ", "language": ""}, follow=True)

    bo.person.refresh_from_db()
    assert bo.person.name == "Bo de Vries"
    assert "Your details are saved." in text_of(response)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "This field is required."),
        ("\u200b", "Please write something first."),
        ("x" * 121, "at most 120 characters"),
    ],
)
def test_a_name_that_cannot_be_is_refused_beside_its_field(
    bo: Membership, name: str, sentence: str
) -> None:
    response = signed_in(bo.person).post("/settings/", {"name": name, "language": ""})

    page = response.content.decode()
    assert response.status_code == 200
    assert sentence in page
    assert 'aria-invalid="true"' in page
    assert 'href="#id_name"' in page
    bo.person.refresh_from_db()
    assert bo.person.name == "Bo Jansen"


def test_settings_are_for_people_who_are_signed_in(visitor: Client) -> None:
    response = visitor.get("/settings/")

    assert response.status_code == 302
    assert response.headers["Location"] == "/account/login/code/?next=/settings/"


def test_texts_for_the_browser_come_in_the_language_of_the_page(bo: Membership) -> None:
    choose_language(bo.person, language="nl")

    response = signed_in(bo.person).get("/jsi18n/")

    assert response.headers["Content-Type"] == 'text/javascript; charset="utf-8"'
    assert response.headers["Content-Language"] == "nl"
    assert "django.gettext" in response.content.decode()


@pytest.mark.parametrize("path", ["/", "/settings/", "/api/v1/partnerships/", "/nowhere/"])
def test_nothing_keeps_what_somebody_signed_in_was_shown(bo: Membership, path: str) -> None:
    assert signed_in(bo.person).get(path).headers["Cache-Control"] == "private, no-store"


def test_texts_for_the_browser_may_be_kept(bo: Membership) -> None:
    kept = signed_in(bo.person).get("/jsi18n/").headers["Cache-Control"]

    assert "max-age=3600" in kept
    assert "no-store" not in kept
