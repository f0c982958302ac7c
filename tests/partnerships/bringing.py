"""Attempts to bring actions in from elsewhere, and to have news taken elsewhere."""

from uuid import uuid4

from actions.services.minutes import keep_minutes
from actions.services.sheet_imports import start_import, upload_actions
from kernel.clock import now
from partnerships.models.membership import Membership
from partnerships.models.webhook import Webhook
from partnerships.services.webhooks import remove_webhook
from tests.partnerships.scene import Attempt, Scene


def import_actions(scene: Scene) -> Attempt:
    """Start an import that a manager prepared."""
    content = b"Action,Who,Due\nAsk the library,Bo,2030-03-31\n"
    made = upload_actions(scene.others["cem"], file_name="a.csv", content=content)
    return lambda asking: start_import(asking, made.pk)


def use_minutes(scene: Scene) -> Attempt:
    """Paste minutes."""
    text = "Action: ask the library for a room"
    return lambda asking: keep_minutes(asking, name="Steering group", text=text)


def remove_a_webhook(scene: Scene) -> Attempt:
    """Take away a webhook that a manager added."""
    webhook = webhook_of(scene.others["cem"])
    return lambda asking: remove_webhook(asking, webhook.pk) is None


def webhook_of(manager: Membership) -> Webhook:
    """Return a webhook of the manager's partnership, also on a site that has them switched off."""
    return Webhook.objects.create(
        id=uuid4(),
        partnership=manager.partnership,
        url="https://news.example.org/",
        secret=b"",
        made_by=manager,
        made_at=now(),
        position=0,
    )
