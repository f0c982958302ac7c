from uuid import uuid4

import pytest
from django.urls import reverse

from frontend.periodic import PERIODIC
from partnerships.models.webhook import Delivery, Webhook
from partnerships.services.webhooks import add_webhook
from partnerships.tasks import body_of, tell_webhooks
from tests import cast
from tests.frontend_app.pages import hidden, signed_in, text_of


@pytest.fixture(autouse=True)
def _switched_on(settings):
    settings.WEBHOOKS = True


def place(name, member, *ids):
    return reverse(name, args=[member.partnership.slug, *ids])


def test_a_manager_adds_one_sees_what_became_of_it_and_removes_it(cem, ada, bo):
    browser = signed_in(cem.person)
    page = browser.get(place("webhooks", cem))
    typed = {"webhook_id": hidden(page, "webhook_id"), "url": "https://127.0.0.1/news"}

    shown = browser.post(place("webhooks", cem), typed)
    again = browser.post(place("webhooks", cem), typed)
    cast.accepted(ada, bo)
    tell_webhooks()
    later = text_of(browser.get(place("webhooks", cem)))
    webhook = Webhook.objects.get()
    browser.post(place("remove_webhook", cem, webhook.pk))

    assert "The secret of this webhook" in text_of(shown)
    assert "cannot be shown again" in text_of(again)
    assert "action.accepted Waiting" in later
    assert "not on the open internet" in later
    assert not Webhook.objects.exists()
    assert tell_webhooks in PERIODIC


def test_what_is_told_says_what_and_where_and_nobodys_words(cem, ada, bo):
    add_webhook(cem, webhook_id=uuid4(), url="https://127.0.0.1/news")
    action = cast.proposed(ada, bo)
    tell_webhooks()

    told = body_of(Delivery.objects.get()).decode()

    assert f'"link": "http://127.0.0.1:8000/p/healthy-westmeer/actions/{action.pk}/"' in told
    assert '"kind": "action.proposed"' in told
    for word in (action.title, "Bo", "Ada", action.done_test):
        assert word not in told


def test_one_that_was_switched_off_is_resumed(cem):
    webhook = add_webhook(cem, webhook_id=uuid4(), url="https://news.example.org/").webhook
    Webhook.objects.update(stopped_at=webhook.made_at)
    browser = signed_in(cem.person)

    before = text_of(browser.get(place("webhooks", cem)))
    browser.post(place("resume_webhook", cem, webhook.pk))

    assert "it could not be reached too often" in before
    assert Webhook.objects.get().stopped_at is None


def test_others_do_not_see_them_and_a_site_without_them_says_so(cem, ada, settings):
    settings.WEBHOOKS = False

    assert signed_in(ada.person).get(place("webhooks", ada)).status_code == 403
    assert "switched off on this site" in text_of(signed_in(cem.person).get(place("webhooks", cem)))
