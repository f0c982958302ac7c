from datetime import timedelta
from uuid import uuid4

import pytest

from actions.services.commitment import accept_action
from kernel.clock import at, now
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from partnerships.models.webhook import Delivery, Webhook
from partnerships.services.webhooks import (
    add_webhook,
    due_tellings,
    note_answer,
    queue_news,
    remove_webhook,
    resume_webhook,
)
from tests import cast
from tests.unchanged import nothing_changed

URL = "https://news.example.org/doorwerk?from=westmeer"


@pytest.fixture(autouse=True)
def _switched_on(settings):
    settings.WEBHOOKS = True


def added(member, *, url=URL, webhook_id=None):
    return add_webhook(member, webhook_id=webhook_id or uuid4(), url=url)


def answered(status, times=1):
    """Let everything that is due be answered so, as often as it is tried."""
    for _ in range(times):
        queue_news()
        for telling in due_tellings():
            note_answer(telling.delivery.pk, status=status)


def test_it_is_told_what_happens_to_actions_from_now_on_and_nothing_of_people(cem, ada, bo):
    action = cast.proposed(ada, bo)
    new = added(cem)

    accept_action(bo, action.pk)
    cast.plan(ada, "Another session")
    count = queue_news()

    tellings = list(due_tellings())
    told = [(one.delivery.kind, one.delivery.about, one.delivery.record_id) for one in tellings]
    assert count == 1
    assert told == [("action.accepted", "action", action.pk)]
    assert tellings[0].secret == new.secret
    assert new.secret.encode() not in bytes(new.webhook.secret)
    assert (queue_news(), list(due_tellings())) == (0, [])


def test_what_arrived_is_told_once(cem, ada, bo):
    added(cem)
    cast.accepted(ada, bo)

    answered(204)
    answered(204)

    assert set(Delivery.objects.values_list("state", "attempts")) == {("delivered", 1)}


def test_what_does_not_arrive_is_tried_again_ever_later_and_then_given_up(cem, ada, bo):
    added(cem)
    cast.proposed(ada, bo)
    moment, waits = now(), []

    for _ in range(6):
        with at(moment):
            answered(500)
            delivery = Delivery.objects.get()
            waits.append(delivery.next_try_at - moment)
        moment = delivery.next_try_at
    minutes = [wait // timedelta(minutes=1) for wait in waits[:5]]

    assert minutes == [1, 5, 30, 120, 720]
    assert (delivery.state, delivery.attempts, delivery.status) == ("failed", 6, 500)


def test_whoever_sends_and_dies_lets_it_be_sent_again(cem, ada, bo):
    added(cem)
    cast.proposed(ada, bo)
    queue_news()

    taken = len(list(due_tellings()))
    meanwhile = len(list(due_tellings()))
    with at(now() + timedelta(minutes=6)):
        later = len(list(due_tellings()))

    assert (taken, meanwhile, later) == (1, 0, 1)


def test_too_many_failures_in_a_row_switch_it_off_until_somebody_resumes_it(cem, ada, bo):
    webhook = added(cem).webhook
    Webhook.objects.update(failures=19)
    cast.accepted(ada, bo)

    answered(None)
    webhook.refresh_from_db()
    stopped = webhook.stopped_at
    cast.proposed(ada, bo)
    told_while_off = queue_news()
    resume_webhook(cem, webhook.pk)

    assert stopped is not None
    assert set(Delivery.objects.values_list("state", flat=True)) == {"failed"}
    assert told_while_off == 0
    assert queue_news() == 0
    cast.proposed(ada, bo)
    assert queue_news() == 1


def test_one_that_says_that_it_is_gone_is_switched_off_at_once(cem, ada, bo):
    webhook = added(cem).webhook
    cast.proposed(ada, bo)

    answered(410)

    webhook.refresh_from_db()
    assert webhook.stopped_at is not None


@pytest.mark.parametrize(
    "url",
    [
        *("http://news.example.org/", "news.example.org", "https://", "ftp://news.example.org"),
        *("https://me:secret@news.example.org/", "https://news.example.org:99999/", ""),
        "https://news.example.org/#part",
    ],
)
def test_only_a_complete_address_behind_tls_is_told(cem, url):
    with nothing_changed(), pytest.raises(InvalidInputError) as refused:
        added(cem, url=url)

    assert refused.value.field == "url"


def test_the_same_id_twice_adds_no_second_one(cem):
    webhook_id = added(cem).webhook.pk

    with nothing_changed(), pytest.raises(IdConflictError):
        added(cem, webhook_id=webhook_id)


def test_there_are_five_at_most(cem):
    for _ in range(5):
        added(cem)

    with pytest.raises(ConflictError):
        added(cem)


def test_only_managers_of_the_partnership_change_them(cem, ada, mira):
    webhook = added(cem).webhook

    with nothing_changed():
        for change in (remove_webhook, resume_webhook):
            with pytest.raises(NotAllowedError):
                change(ada, webhook.pk)
            with pytest.raises(Webhook.DoesNotExist):
                change(mira, webhook.pk)
        with pytest.raises(NotAllowedError):
            added(ada)

    remove_webhook(cem, webhook.pk)
    assert not Webhook.objects.exists()


def test_nothing_goes_out_from_a_site_that_did_not_switch_them_on(cem, ada, bo, settings):
    added(cem)
    cast.accepted(ada, bo)
    queue_news()
    settings.WEBHOOKS = False

    assert (queue_news(), list(due_tellings())) == (0, [])
    with pytest.raises(ConflictError):
        added(cem)
