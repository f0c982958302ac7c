import re

import pytest
from django.core import mail
from django.test import Client, override_settings

from accounts.models import Person
from accounts.services import choose_language
from partnerships.models.membership import Membership
from partnerships.models.partnership import Partnership
from partnerships.permissions import Role
from partnerships.services.membership import add_member


def text_of(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def ask_for_code(client: Client, email: str) -> str:
    response = client.post("/account/login/code/", {"email": email}, follow=True)
    assert f"We sent a code to {email}" in text_of(response)
    return mail.outbox[-1].body


def code_in(body: str) -> str:
    found = re.search(r"^\s*([A-Z0-9]{3,}(?:-[A-Z0-9]+)?)\s*$", body, re.MULTILINE)
    assert found, body
    return found[1]


def test_a_member_signs_in_with_the_code_from_her_mail(bo: Membership) -> None:
    client = Client()
    code = code_in(ask_for_code(client, "bo@example.org"))

    response = client.post("/account/login/code/confirm/", {"code": code}, follow=True)

    assert response.redirect_chain[-1] == ("/", 302)
    assert "Signed in as Bo Jansen" in text_of(response)
    assert mail.outbox[0].to == ["bo@example.org"]
    assert code in mail.outbox[0].subject


def test_a_wrong_code_is_refused_and_the_page_says_so(bo: Membership) -> None:
    client = Client()
    ask_for_code(client, "bo@example.org")

    response = client.post("/account/login/code/confirm/", {"code": "WRONG1"})

    assert 'aria-invalid="true"' in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_stranger_gets_a_mail_without_code_and_the_page_does_not_tell(db) -> None:
    body = ask_for_code(Client(), "nobody@example.org")

    assert "There is no account with this address." in body
    assert "programme manager" in body


def test_the_page_returns_to_where_one_wanted_to_go(bo: Membership) -> None:
    client = Client()
    wanted = {"email": "bo@example.org", "next": "/settings/"}
    page = client.post("/account/login/code/", wanted, follow=True).content.decode()
    assert '<input type="hidden" name="next" value="/settings/">' in page

    response = client.post(
        "/account/login/code/confirm/",
        {"code": code_in(mail.outbox[-1].body), "next": "/settings/"},
        follow=True,
    )

    assert response.redirect_chain[-1] == ("/settings/", 302)


def test_nobody_signs_up_alone(db) -> None:
    response = Client().get("/account/signup/", follow=True)

    assert "Accounts are made for you" in text_of(response)
    assert Person.objects.count() == 0


def test_signing_out_takes_one_press(bo: Membership) -> None:
    client = Client()
    client.force_login(bo.person)

    response = client.post("/account/logout/", follow=True)

    assert response.redirect_chain == [("/", 302)]
    assert "_auth_user_id" not in client.session


def test_outside_a_demonstration_nobody_is_offered(bo: Membership) -> None:
    Person.objects.update(is_demonstration=True)

    assert "Bo Jansen" not in text_of(Client().get("/account/login/code/"))


@override_settings(DEMONSTRATION=True)
def test_in_a_demonstration_its_people_are_offered_by_partnership(
    bo: Membership, dag: Membership, mira: Membership
) -> None:
    add_member(mira, email="dag@example.org", name="Dag", roles=[Role.TRUSTED_ADVISOR])
    Person.objects.exclude(pk=mira.person_id).update(is_demonstration=True)

    page = text_of(Client().get("/account/login/code/"))

    assert "Healthy Westmeer Sign in as Cem Aydin Programme manager" in page
    assert "Sign in as Bo Jansen Citizen representative" in page
    assert "Sign in as Dag Lind Trusted advisor (also in Oostvoorde Together)" in page
    assert "Mira" not in page


@override_settings(DEMONSTRATION=True)
def test_partnerships_in_the_readers_language_come_first(bo: Membership, mira: Membership) -> None:
    Partnership.objects.filter(pk=mira.partnership_id).update(language="nl")
    Person.objects.update(is_demonstration=True)

    def order(language: str) -> list[str]:
        client = Client(headers={"accept-language": language})
        page = text_of(client.get("/account/login/code/"))
        return sorted(["Healthy Westmeer", "Oostvoorde Together"], key=page.index)

    assert order("en") == ["Healthy Westmeer", "Oostvoorde Together"]
    assert order("nl") == ["Oostvoorde Together", "Healthy Westmeer"]


@pytest.mark.parametrize(
    ("language", "words"), [("nl", "Vul de code in"), ("sv", "Skriv in koden")]
)
def test_the_code_page_speaks_the_readers_language(
    bo: Membership, language: str, words: str
) -> None:
    choose_language(bo.person, language=language)
    client = Client(headers={"accept-language": language})

    response = client.post("/account/login/code/", {"email": "bo@example.org"}, follow=True)

    assert words in text_of(response)


def test_the_usual_address_leads_to_the_code_page(db) -> None:
    response = Client().get("/account/login/?next=/settings/")

    assert response.status_code == 302
    assert response.headers["Location"] == "/account/login/code/?next=/settings/"


@pytest.mark.parametrize("path", ["password/reset/", "password/change/", "email/"])
def test_there_is_nothing_about_passwords(bo: Membership, path: str) -> None:
    client = Client()
    client.force_login(bo.person)

    assert client.get(f"/account/{path}").status_code == 404
