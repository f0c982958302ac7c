"""Jobs of partnerships, done by the worker."""

import json

from django.conf import settings
from django.urls import reverse
from django_tasks import task

from kernel.clock import now
from partnerships.models.webhook import Delivery
from partnerships.services.webhooks import Telling, due_tellings, note_answer, queue_news
from web.outgoing import NotSentError, post, signed


@task()
def send_news() -> None:
    """Tell webhooks what is due."""
    for telling in due_tellings():
        send(telling)


def tell_webhooks() -> None:
    """Find out what webhooks are to be told, and leave the telling to a job of its own."""
    if queue_news():
        send_news.enqueue()


def send(telling: Telling) -> Delivery:
    """Send one of them and keep what was answered."""
    delivery = telling.delivery
    body = body_of(delivery)
    headers = {
        "Content-Type": "application/json",
        "User-Agent": "Doorwerk",
        "Doorwerk-Delivery": str(delivery.pk),
        "Doorwerk-Signature": signed(body, secret=telling.secret, at=int(now().timestamp())),
    }
    try:
        status = post(delivery.webhook.url, body, headers)
    except NotSentError as error:
        return note_answer(delivery.pk, status=None, problem=str(error))
    return note_answer(delivery.pk, status=status)


def body_of(delivery: Delivery) -> bytes:
    """Return what is told: which kind of thing happened to which record, and where to read it."""
    slug = delivery.webhook.partnership.slug
    # The pages of actions and decisions are called like the records.
    link = settings.SITE_URL + reverse(delivery.about, args=[slug, delivery.record_id])
    told = {
        "id": str(delivery.pk),
        "kind": delivery.kind,
        "about": delivery.about,
        "record_id": str(delivery.record_id),
        "partnership_id": str(delivery.webhook.partnership_id),
        "sequence": delivery.sequence,
        "noticed_at": delivery.at.isoformat(),
        "link": link,
    }
    return json.dumps(told).encode()
