import pytest
from django.urls import reverse

from accounts.services import account_for


@pytest.fixture
def nora(db):
    person = account_for(email="nora@example.org", name="Nora")
    person.is_demonstration = True
    person.save()
    return person


def test_one_click_signs_in_as_somebody_of_the_demonstration(client, nora, settings):
    settings.DEMONSTRATION = True

    answer = client.post(reverse("demonstration_sign_in"), {"person": str(nora.pk)})

    assert answer.url == "/"
    assert client.session["_auth_user_id"] == str(nora.pk)


def test_nobody_signs_in_as_a_real_person(client, eve, settings):
    settings.DEMONSTRATION = True

    answer = client.post(reverse("demonstration_sign_in"), {"person": str(eve.pk)})

    assert answer.status_code == 404
    assert "_auth_user_id" not in client.session


def test_it_does_not_exist_outside_demonstrations(client, nora):
    answer = client.post(reverse("demonstration_sign_in"), {"person": str(nora.pk)})

    assert answer.status_code == 404
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("nonsense", ["", "nobody", "00000000-0000-4000-8000-000000000000"])
def test_an_unknown_person_is_not_found(client, db, settings, nonsense):
    settings.DEMONSTRATION = True

    answer = client.post(reverse("demonstration_sign_in"), {"person": nonsense})

    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [("/join/abc/", "/join/abc/"), ("https://elsewhere.example/", "/"), ("//elsewhere", "/")],
)
def test_it_leads_on_to_pages_of_this_site_only(client, nora, settings, asked, led_to):
    settings.DEMONSTRATION = True

    answer = client.post(reverse("demonstration_sign_in"), {"person": str(nora.pk), "next": asked})

    assert answer.url == led_to
