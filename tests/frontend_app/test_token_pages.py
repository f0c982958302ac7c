from django.urls import reverse

from accounts.models import ApiToken
from accounts.services import token_with
from tests.frontend_app.pages import hidden, signed_in, text_of

PAGE = reverse("own_tokens")


def made_on(browser):
    page = browser.get(PAGE)
    typed = {"name": "Dashboard", "scopes": ["actions:read"], "days": "90"}
    return browser.post(PAGE, {**typed, "token_id": hidden(page, "token_id")})


def test_the_secret_is_shown_once_and_the_token_can_be_ended(eve, bo):
    browser = signed_in(eve)

    shown = made_on(browser)
    token = ApiToken.objects.get()
    secret = next(word for word in text_of(shown).split() if word.startswith(token.hint))
    known = token_with(secret)
    later = text_of(browser.get(PAGE))
    others = signed_in(bo.person).post(reverse("end_token"), {"token": str(token.pk)})
    holds = token_with(secret)
    ended = browser.post(reverse("end_token"), {"token": str(token.pk)}, follow=True)

    assert known == holds == token
    assert secret not in later
    assert f"{token.hint}…" in later
    assert "Read actions and decisions" in later
    assert others.status_code == 404
    assert token_with(secret) is None
    assert "The token “Dashboard” does not hold any more." in text_of(ended)


def test_sent_twice_it_is_made_once(eve):
    browser = signed_in(eve)
    typed = {
        "token_id": hidden(browser.get(PAGE), "token_id"),
        "name": "Script",
        "scopes": ["sessions:write"],
        "days": "30",
    }

    browser.post(PAGE, typed)
    again = browser.post(PAGE, typed)

    assert ApiToken.objects.count() == 1
    assert "cannot be shown again" in text_of(again)


def test_nonsense_ends_nothing(eve):
    assert signed_in(eve).post(reverse("end_token"), {"token": "x"}).status_code == 404
