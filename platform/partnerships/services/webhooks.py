"""Webhooks: setting them up, and what they are to be told. The event log is the queue."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from eventlog.events import partnership_stream
from eventlog.queries import Happening, happenings_since, position_of
from kernel.clock import now
from kernel.errors import ConflictError, IdConflictError, InvalidInputError, NotAllowedError
from kernel.sealing import seal, unseal
from kernel.text import clean_line
from partnerships.models.membership import Membership
from partnerships.models.webhook import Delivery, DeliveryState, Webhook
from partnerships.queries import locked_partnership_of

# Of what is told. Names of people, sessions and notes stay inside.
TOLD = {"action", "decision"}
MOST_WEBHOOKS = 5
WAITS = (1, 5, 30, 120, 720)  # minutes until it is tried again
# So often in a row, and the other side is taken for gone.
MOST_FAILURES = 20
LEASE = timedelta(minutes=5)
KEPT = timedelta(days=30)
AT_ONCE = 100
OK, REDIRECT, GONE = 200, 300, 410
PURPOSE = "webhook"


@dataclass(frozen=True)
class NewWebhook:
    """A webhook with its secret, which is shown at this moment only."""

    webhook: Webhook
    secret: str


@dataclass(frozen=True)
class Telling:
    """One delivery that is due, with what is needed to send it."""

    delivery: Delivery
    secret: str


@transaction.atomic
def add_webhook(member: Membership, *, webhook_id: UUID, url: str) -> NewWebhook:
    """Have another programme told what happens from now on; its secret is never shown again."""
    _must_be_allowed(member)
    _must_be_on()
    partnership = locked_partnership_of(member)
    url = _cleaned(url)
    if Webhook.objects.filter(pk=webhook_id).exists():
        raise IdConflictError(
            _("This webhook was added before. Its secret cannot be shown again; add it anew.")
        )
    if partnership.webhooks.count() >= MOST_WEBHOOKS:
        raise ConflictError(_("There are 5 webhooks. Remove one that nobody needs any more."))
    secret = secrets.token_urlsafe(32)
    webhook = Webhook.objects.create(
        id=webhook_id,
        partnership=partnership,
        url=url,
        secret=seal(secret.encode(), purpose=PURPOSE),
        made_by=member,
        made_at=now(),
        position=position_of(partnership_stream(partnership.pk)).sequence,
    )
    return NewWebhook(webhook, secret)


@transaction.atomic
def remove_webhook(member: Membership, webhook_id: UUID) -> None:
    """Have it told nothing any more."""
    _must_be_allowed(member)
    Webhook.objects.get(pk=webhook_id, partnership=member.partnership_id).delete()


@transaction.atomic
def resume_webhook(member: Membership, webhook_id: UUID) -> Webhook:
    """Tell it again from now on, after it was switched off; what it missed is not told later."""
    _must_be_allowed(member)
    mine = Webhook.objects.filter(partnership=member.partnership_id)
    webhook = mine.select_for_update().get(pk=webhook_id)
    _must_be_on()
    if webhook.stopped_at:
        webhook.stopped_at, webhook.failures = None, 0
        webhook.position = position_of(partnership_stream(webhook.partnership_id)).sequence
        webhook.save(update_fields=["stopped_at", "failures", "position"])
    return webhook


def queue_news() -> int:
    """Write down what each webhook is to be told of what happened since; return how much is due."""
    if not settings.WEBHOOKS:
        return 0
    for webhook_id in Webhook.objects.filter(stopped_at=None).values_list("pk", flat=True):
        _queue(webhook_id)
    Delivery.objects.filter(at__lt=now() - KEPT).delete()
    return _due().count()


def due_tellings() -> Iterator[Telling]:
    """Return what is due, one by one, each taken so that nobody else sends it meanwhile."""
    for _number in range(AT_ONCE):
        delivery = _take() if settings.WEBHOOKS else None
        if delivery is None:
            return
        secret = unseal(bytes(delivery.webhook.secret), purpose=PURPOSE).decode()
        yield Telling(delivery, secret)


@transaction.atomic
def note_answer(delivery_id: UUID, *, status: int | None, problem: str = "") -> Delivery:
    """Keep what came of a telling: it arrived, is tried again later, or is given up.

    After too many failures in a row the webhook is switched off, at once when it says that it is gone.
    """
    known = Delivery.objects.get(pk=delivery_id)
    webhook = Webhook.objects.select_for_update().get(pk=known.webhook_id)
    delivery = Delivery.objects.select_for_update().get(pk=delivery_id)
    delivery.attempts += 1
    delivery.status, delivery.problem = status, problem[:200]
    if status is not None and OK <= status < REDIRECT:
        delivery.state, webhook.failures = DeliveryState.DELIVERED, 0
    else:
        webhook.failures += 1
        _put_off(delivery)
        if status == GONE or webhook.failures >= MOST_FAILURES:
            webhook.stopped_at = now()
            webhook.deliveries.filter(state=DeliveryState.WAITING).update(
                state=DeliveryState.FAILED
            )
            delivery.state = DeliveryState.FAILED
    delivery.save(update_fields=["attempts", "status", "problem", "state", "next_try_at"])
    webhook.save(update_fields=["failures", "stopped_at"])
    return delivery


def _put_off(delivery: Delivery) -> None:
    if delivery.attempts > len(WAITS):
        delivery.state = DeliveryState.FAILED
    else:
        delivery.next_try_at = now() + timedelta(minutes=WAITS[delivery.attempts - 1])


@transaction.atomic
def _queue(webhook_id: UUID) -> None:
    webhook = Webhook.objects.select_for_update().get(pk=webhook_id)
    news = happenings_since(partnership_stream(webhook.partnership_id), webhook.position)
    if not news:
        return
    Delivery.objects.bulk_create(
        _delivery(webhook, one) for one in news if one.about in TOLD and one.record_id
    )
    webhook.position = news[-1].sequence
    webhook.save(update_fields=["position"])


def _delivery(webhook: Webhook, news: Happening) -> Delivery:
    return Delivery(
        webhook=webhook,
        sequence=news.sequence,
        kind=news.kind,
        about=news.about,
        record_id=news.record_id,
        at=now(),
        next_try_at=now(),
    )


def _due() -> QuerySet[Delivery]:
    return Delivery.objects.filter(
        state=DeliveryState.WAITING, next_try_at__lte=now(), webhook__stopped_at=None
    )


@transaction.atomic
def _take() -> Delivery | None:
    due = _due().order_by("next_try_at", "sequence").select_for_update(of=("self",))
    delivery = due.select_related("webhook__partnership").first()
    if delivery:
        # Whoever sends it may die on the way: then it is due again.
        delivery.next_try_at = now() + LEASE
        delivery.save(update_fields=["next_try_at"])
    return delivery


def _cleaned(url: str) -> str:
    url = clean_line(url, field="url", most=500)
    if not _is_complete(url):
        raise InvalidInputError(
            _("Please give a complete address that begins with https:// and holds no password."),
            field="url",
        )
    return url


def _is_complete(url: str) -> bool:
    try:
        parts = urlsplit(url)
        has_port = parts.port != 0
    except ValueError:
        return False
    is_bare = not parts.username and not parts.fragment
    return parts.scheme == "https" and bool(parts.hostname) and has_port and is_bare


def _must_be_allowed(member: Membership) -> None:
    if not member.may("webhook.manage"):
        raise NotAllowedError(_("Only a programme manager can change webhooks."))


def _must_be_on() -> None:
    if not settings.WEBHOOKS:
        raise ConflictError(
            _("Webhooks are switched off on this site. Ask whoever runs it to switch them on.")
        )
